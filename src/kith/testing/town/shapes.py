"""The shapes a family takes where birth parents bring the children up, together, apart, alone or with somebody new."""

from collections.abc import Callable
from datetime import date, timedelta

from kith.engines.drawing.network import ChildLink, Status
from kith.testing.town.couples import (
    add_children,
    add_mother,
    add_partner,
    be_widowed,
    dispute,
    hold,
    join_same_sex,
    part,
    pick_culture,
    stay_together,
)
from kith.testing.town.dates import age_on, between, known, since_birth, years_before
from kith.testing.town.draft import Circle, Draft, Sketch, Tie
from kith.testing.town.persons import add_adult, add_nickname, add_unborn, add_unknown, die
from kith.testing.town.shelf import proportion
from kith.testing.town.siblings import Birth, births

Shape = Callable[[Draft], Circle]


def together(draft: Draft) -> Circle:
    found = births(draft)
    mother, father, tie, met = _pair(draft, found)
    stay_together(draft, tie, met)
    kids = add_children(draft, tie, found)
    draft.home(mother, father, *kids, since=between(draft.rng, met, found[-1].day))
    return Circle(kids, [mother, father], [mother, father])


def apart(draft: Draft) -> Circle:
    found = births(draft)
    mother, father, tie, met = _pair(draft, found)
    parted = since_birth(draft.rng, found[-1].day, 40, draft.today)
    part(draft, tie, met, parted)
    kids = add_children(draft, tie, found)
    if draft.happens("disputed_father"):
        dispute(draft, tie, kids[-1])
    _two_homes(draft, mother, father, kids, parted)
    return Circle(kids, [mother], [mother, father], [(mother, father)])


def one_parent(draft: Draft) -> Circle:
    """The father's place is open, or filled by a nickname, a bare name or a death."""
    found = births(draft)
    mother = add_mother(draft, found[0].day)
    tie = _thin_side(draft, mother, found)
    kids = add_children(draft, tie, found)
    draft.home(mother, *kids, since=between(draft.rng, found[0].day, draft.today))
    return Circle(kids, [mother], [mother])


def several_fathers(draft: Draft) -> Circle:
    """Each father after the first comes later; the last one may be at home, gone, or not known."""
    found = births(draft, at_least=2)
    groups = _in_groups(found)
    mother = add_mother(draft, found[0].day)
    circle = Circle([], [mother], [mother])
    for group, following in zip(groups, [*groups[1:], None], strict=True):
        circle.kids += _with_next_father(draft, circle, group, following)
    draft.home(*circle.carers, *circle.kids, since=found[-1].day)
    return circle


def step(draft: Draft) -> Circle:
    """The parents parted, and one or both have somebody new."""
    found = births(draft)
    older, younger = (found[:-1], found[-1:]) if len(found) > 2 and not found[-1].twin else (found, [])
    mother, father, tie, met = _pair(draft, older)
    end = younger[0].day - timedelta(days=320) if younger else draft.today - timedelta(days=200)
    parted = between(draft.rng, min(older[-1].day + timedelta(days=60), end), end)
    part(draft, tie, met, parted)
    kids = add_children(draft, tie, older)
    partner = add_partner(draft, mother, first_birth=older[0].day)
    new = draft.tie(mother, partner)
    moved_in = between(draft.rng, parted, end)
    stay_together(draft, new, moved_in)
    since = known(draft.rng, moved_in, "date_of_event")
    new.children += [ChildLink(child=kid.id, kind="step", since=since) for kid in kids]
    kids += add_children(draft, new, younger)
    draft.home(mother, partner, *kids, since=moved_in)
    _elsewhere(draft, father, parted)
    return Circle(kids, [mother, partner], [mother, father], [(mother, father)])


def same_sex(draft: Draft) -> Circle:
    """Two mothers with a donor, or two fathers who adopted."""
    found = births(draft)[-2:]
    two_mothers = draft.rng.random() < 0.7
    sex = "F" if two_mothers else "M"
    first = add_mother(draft, found[0].day, sex=sex)
    second = add_partner(draft, first, first_birth=found[0].day, sex=sex)
    tie = draft.tie(first, second)
    join_same_sex(draft, tie, years_before(draft.rng, found[0].day, 0.5, 4))
    kids = add_children(draft, tie, found, kind="donor" if two_mothers else "adopted")
    if not two_mothers:
        _held_by_order(draft, [first, second], kids)
    draft.home(first, second, *kids, since=found[0].day)
    return Circle(kids, [first, second], [first, second])


def expecting(draft: Draft) -> Circle:
    """A baby on the way, perhaps with an elder brother or sister."""
    due = draft.today + timedelta(days=20 + int(draft.rng.random() * 180))
    found = births(draft)[-1:] if draft.rng.random() < 0.3 else []
    found = [birth for birth in found if (due - birth.day).days > 350 and not birth.twin]
    mother = add_mother(draft, found[0].day if found else due)
    father = add_partner(draft, mother, first_birth=found[0].day if found else due)
    tie = draft.tie(mother, father)
    stay_together(draft, tie, years_before(draft.rng, found[0].day if found else due, 0.9, 2))
    kids = add_children(draft, tie, found)
    baby = add_unborn(draft, due)
    tie.children.append(ChildLink(child=baby.id))
    draft.home(mother, father, *kids, since=between(draft.rng, draft.today - timedelta(days=900), draft.today))
    return Circle([*kids, baby], [mother, father], [mother, father])


def _pair(draft: Draft, found: list[Birth]) -> tuple[Sketch, Sketch, Tie, date]:
    """A mother, a father, their tie, and the day they met."""
    mother = add_mother(draft, found[0].day)
    father = add_partner(draft, mother, first_birth=found[0].day)
    met = years_before(draft.rng, found[0].day, 0.8, 4)
    grown_up = max(mother.born, father.born) + timedelta(days=5700)
    return mother, father, draft.tie(mother, father), min(max(met, grown_up), found[0].day - timedelta(days=250))


def _held_by_order(draft: Draft, parents: list[Sketch], kids: list[Sketch]) -> None:
    """Adoptive parents hold responsibility from the order, not from the birth."""
    draft.responsibilities.clear()
    for kid in kids:
        order = since_birth(draft.rng, kid.born, 200, draft.today)
        for parent in parents:
            hold(draft, parent.id, kid, "adoption_order", order)


def _two_homes(draft: Draft, mother: Sketch, father: Sketch, kids: list[Sketch], parted: date) -> None:
    moved = between(draft.rng, parted - timedelta(days=900), min(parted + timedelta(days=400), draft.today))
    draft.home(mother, *kids, since=moved)
    _elsewhere(draft, father, parted)
    if draft.happens("second_home_with_dad"):
        for kid in kids:
            draft.visits(kid, draft.homes[-1], "second_home")


def _elsewhere(draft: Draft, father: Sketch, parted: date) -> None:
    """His home since the parting, sometimes with a new family and a half-brother or half-sister."""
    home = draft.home(father, since=parted, away=draft.rng.random() < 0.5)
    first = parted + timedelta(days=400)
    if first >= draft.today or not draft.happens("fathers_new_partner"):
        return
    born = between(draft.rng, first, draft.today - timedelta(days=10))
    culture = father.spoken.culture if father.spoken else pick_culture(draft)
    partner = add_adult(draft, culture, sex="F", born=years_before(draft.rng, born, 19, 38))
    tie = draft.tie(partner, father)
    stay_together(draft, tie, parted + timedelta(days=60))
    draft.move_in(partner, home, since=first)
    if draft.rng.random() < 0.6 and age_on(father.born, born) < 60:
        (baby,) = add_children(draft, tie, [Birth(born)])
        draft.move_in(baby, home)


def _thin_side(draft: Draft, mother: Sketch, found: list[Birth]) -> Tie:
    how = proportion("father_unknown").pick(draft.rng)
    born = mother.born - timedelta(days=900)
    if how == "nobody_said":
        return draft.tie(mother, add_unknown(draft, born=born, asked=mother))
    if how == "nickname":
        tie = draft.tie(mother, add_nickname(draft, born=born, told_by=mother))
        tie.statuses.append(Status(kind="casual", since=known(draft.rng, found[0].day, "date_of_event")))
        return tie
    father = add_partner(draft, mother, first_birth=found[0].day)
    tie = draft.tie(mother, father)
    if how == "dead":
        day = between(draft.rng, found[-1].day, draft.today - timedelta(days=20))
        be_widowed(draft, tie, years_before(draft.rng, found[0].day, 1, 3), day)
        die(draft, father, day)
    else:
        father.birth = None
    return tie


def _in_groups(found: list[Birth]) -> list[list[Birth]]:
    """Children in order of birth, cut into two or three runs that keep twins together."""
    groups = [[found[0]]]
    for birth in found[1:]:
        if len(groups) < 3 and not (birth.twin and birth.twin == groups[-1][-1].twin):
            groups.append([birth])
        else:
            groups[-1].append(birth)
    return groups


def _with_next_father(draft: Draft, circle: Circle, group: list[Birth], following: list[Birth] | None) -> list[Sketch]:
    mother = circle.carers[0]
    met = years_before(draft.rng, group[0].day, 0.75, 1.1)
    if following is None and draft.rng.random() < 0.35:
        tie = _thin_side(draft, mother, group)
        return add_children(draft, tie, group)
    father = add_partner(draft, mother, first_birth=group[0].day)
    tie = draft.tie(mother, father)
    if following is None and draft.rng.random() < 0.6:
        stay_together(draft, tie, met)
        circle.carers.append(father)
    else:
        last = following[0].day - timedelta(days=330) if following else draft.today - timedelta(days=30)
        part(draft, tie, met, between(draft.rng, group[-1].day, last))
        circle.parted.append((mother, father))
        _elsewhere(draft, father, group[-1].day)
    circle.parents.append(father)
    father.fact = "Dad of the eldest" if len(draft.ties) == 1 else ""
    return add_children(draft, tie, group)
