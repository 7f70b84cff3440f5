"""The shapes a family takes where others than the birth parents bring the children up."""

from datetime import date, timedelta

from kith.engines.drawing.network import ChildLink, Language, Name
from kith.kernel.partial_dates import PartialDate
from kith.testing.town.couples import (
    add_children,
    add_mother,
    add_partner,
    be_widowed,
    hold,
    join_same_sex,
    part,
    pick_culture,
    stay_together,
)
from kith.testing.town.cultures import cultures
from kith.testing.town.dates import age_on, as_known, between, exactly, known, since_birth, years_before
from kith.testing.town.draft import Circle, Draft, Sketch, Tie
from kith.testing.town.elders import add_parents_of, add_sibling_of
from kith.testing.town.naming import is_taken, name_founder, whole
from kith.testing.town.persons import add_adult, add_child, die
from kith.testing.town.plans import ResponsibilityPlan
from kith.testing.town.shelf import proportion
from kith.testing.town.siblings import births

AUTHORITY = "social-care"
"""Key of the agency that shares parental responsibility under a care order."""


def kinship(draft: Draft) -> Circle:
    """Grandparents, or an aunt or uncle as special guardian."""
    kids, mother, father = _birth_family(draft)
    elders = add_parents_of(draft, mother, both=True)
    stepped_in = since_birth(draft.rng, kids[-1].born, 120, draft.today)
    tie, kind = _who_steps_in(draft, mother, elders)
    guardians = _still_together(tie)
    since = known(draft.rng, stepped_in, "date_of_event")
    tie.children += [ChildLink(child=kid.id, kind=kind, since=since) for kid in kids if kid.kind == "child"]
    if kind == "guardian" or draft.happens("grandparent_has_order"):
        for kid in kids:
            hold(draft, guardians[0].id, kid, "special_guardianship_order", stepped_in)
    home = draft.home(*guardians, since=stepped_in - timedelta(days=3000))
    for kid in kids:
        draft.move_in(kid, home, since=stepped_in)
    return Circle(kids, guardians, _living(mother, father))


def _who_steps_in(draft: Draft, mother: Sketch, elders: Tie) -> tuple[Tie, str]:
    """The grandparents, or an aunt or uncle where that is so or they have died."""
    if _living(*elders.partners) and not draft.happens("guardian_is_aunt"):
        return elders, "kinship"
    return draft.tie(add_sibling_of(draft, mother, elders)), "guardian"


def _still_together(tie: Tie) -> list[Sketch]:
    """Who of a couple shares a home: the survivor, or the first where they have parted."""
    alive = _living(*tie.partners)
    parted = bool(tie.statuses) and tie.statuses[-1].kind != "married"
    return alive[:1] if parted else alive


def _living(*people: Sketch) -> list[Sketch]:
    return [one for one in people if one.died is None]


def fostered(draft: Draft) -> Circle:
    """Looked after by foster carers, the children together or apart."""
    kids, mother, father = _birth_family(draft)
    placed = since_birth(draft.rng, kids[-1].born, 20, draft.today)
    young = [kid for kid in kids if kid.kind == "child"]
    groups = [young[:1], young[1:]] if len(young) > 1 and draft.happens("siblings_apart") else [young]
    for group in groups:
        tie = _foster_home(draft, group, placed)
        since = known(draft.rng, placed, "date_of_event")
        tie.children += [ChildLink(child=kid.id, kind="foster", since=since) for kid in group]
    basis = _place_in_care(draft, kids, placed)
    return Circle(kids, [], [mother, father], [(mother, father)], basis, placed)


def adopted(draft: Draft) -> Circle:
    """The youngest was adopted away from the birth family; the two families must not meet on paper."""
    kids, mother, father = _birth_family(draft)
    chosen = [kids[-1]]
    first = min(chosen[0].born + timedelta(days=260), draft.today)
    order = between(draft.rng, first, min(first + timedelta(days=1100), draft.today))
    tie = _adopters(draft, chosen[0], order)
    _remain_with_mother(draft, mother, kids[:-1])
    draft.home(*tie.partners, *chosen, since=order - timedelta(days=200), away=True)
    for kid in chosen:
        _take_new_name(kid, tie, order)
        _transfer(draft, kid, tie, order)
    for one in (*tie.partners, *chosen):
        draft.sensitivity[one.id] = 3
    return Circle(
        chosen, list(tie.partners), [one for one in (mother, father) if one.died is None], [], "adoption", order
    )


def unaccompanied(draft: Draft) -> Circle:
    """Came alone; the age is what was assessed, and the foster carer is the only adult on the picture at first."""
    culture = cultures()[proportion("alone_cultures").pick(draft.rng)]
    born = draft.today - timedelta(days=int((14.5 + 3.4 * draft.rng.random()) * 365.25))
    sex = "M" if draft.rng.random() < 0.85 else "F"
    father = name_founder(draft.rng, culture, sex="M", generation=1)
    child = add_child(draft, culture, sex=sex, born=born, parents=(father,))
    child.birth = as_known(born, "about" if draft.rng.random() < 0.6 else "year")
    child.identifiers = child.identifiers[:1]
    child.languages = (Language(code=culture.languages[0], needs_interpreter=draft.rng.random() < 0.85),)
    placed = between(draft.rng, draft.today - timedelta(days=600), draft.today - timedelta(days=10))
    tie = _foster_home(draft, [child], placed)
    tie.children.append(ChildLink(child=child.id, kind="foster", since=exactly(placed)))
    if draft.happens("uncle_found"):
        uncle = add_adult(draft, culture, sex="M", born=born - timedelta(days=5400))
        uncle.fact = "uncle, found by the tracing service"
        draft.relate(child, uncle, "close")
    child.looked_after = True
    return Circle([child], [], [], [], "s20", placed)


def _birth_family(draft: Draft) -> tuple[list[Sketch], Sketch, Sketch]:
    """Birth parents who cannot care now: parted, or one of them dead."""
    found = births(draft)
    mother = add_mother(draft, found[0].day)
    father = add_partner(draft, mother, first_birth=found[0].day)
    tie = draft.tie(mother, father)
    met = years_before(draft.rng, found[0].day, 0.8, 3)
    end = between(draft.rng, found[-1].day, draft.today - timedelta(days=15))
    if draft.happens("parent_dead_in_kinship"):
        be_widowed(draft, tie, met, end)
        die(draft, mother if draft.rng.random() < 0.5 else father, end)
    else:
        part(draft, tie, met, end)
    return add_children(draft, tie, found), mother, father


def _foster_home(draft: Draft, group: list[Sketch], placed: date) -> Tie:
    """A couple or a single carer, with a home of their own since long before."""
    eldest = min(kid.born for kid in group)
    carer = add_adult(draft, pick_culture(draft), sex="F", born=years_before(draft.rng, eldest, 22, 42))
    carers = [carer]
    if draft.rng.random() < 0.65:
        carers.append(add_partner(draft, carer, first_birth=eldest))
    tie = draft.tie(*carers)
    if len(carers) == 2:
        stay_together(draft, tie, years_before(draft.rng, placed, 3, 12))
    for one in carers:
        one.fact = "foster carer"
    home = draft.home(*carers, since=placed - timedelta(days=2500), away=True)
    for kid in group:
        draft.move_in(kid, home, since=placed)
    return tie


def _place_in_care(draft: Draft, kids: list[Sketch], placed: date) -> str:
    """Under a care order the authority shares responsibility; otherwise the parents agreed."""
    under_order = draft.happens("care_order")
    for kid in kids:
        if kid.kind == "child":
            kid.looked_after = True
            draft.sensitivity[kid.id] = 1
            if under_order:
                hold(draft, AUTHORITY, kid, "care_order", placed)
        elif _may_leave_care(draft, kid, placed) and draft.happens("care_leaver_has_own_plan"):
            kid.looked_after = kid.has_case = True
    return "s31" if under_order else "s20"


def _may_leave_care(draft: Draft, kid: Sketch, placed: date) -> bool:
    """Looked after before eighteen, and not yet twenty-one."""
    return placed < kid.born + timedelta(days=6480) and age_on(kid.born, draft.today) <= 20


def _adopters(draft: Draft, child: Sketch, order: date) -> Tie:
    two_of_one_sex = draft.rng.random() < 0.2
    first = add_adult(draft, pick_culture(draft), sex="F", born=years_before(draft.rng, child.born, 26, 42))
    second = add_partner(draft, first, first_birth=child.born, sex="F" if two_of_one_sex else "M")
    tie = draft.tie(first, second)
    wedding = years_before(draft.rng, order, 2, 8)
    if two_of_one_sex:
        join_same_sex(draft, tie, wedding)
    else:
        stay_together(draft, tie, wedding)
    tie.children.append(ChildLink(child=child.id, kind="adopted", since=exactly(order)))
    for one in (first, second):
        one.fact = "adoptive parent"
    return tie


def _remain_with_mother(draft: Draft, mother: Sketch, others: list[Sketch]) -> None:
    if mother.died is None:
        draft.home(mother, *others, since=mother.born + timedelta(days=8000))


def _take_new_name(kid: Sketch, tie: Tie, order: date) -> None:
    """The family name of the adopters from the day of the order; the first name stays."""
    spoken, parent = kid.spoken, tie.partners[-1].spoken
    if spoken is None or parent is None:
        return
    before, when = kid.names[0], exactly(order)
    text = whole(parent.culture, spoken.given, parent.family)
    if is_taken(text):
        return
    kid.names[0] = Name(text=text, given=spoken.given, family=parent.family, since=when)
    kid.names.append(_until(before, when))


def _until(name: Name, when: PartialDate) -> Name:
    return Name(text=name.text, kind="previous", given=name.given, family=name.family, until=when)


def _transfer(draft: Draft, kid: Sketch, tie: Tie, order: date) -> None:
    """An adoption order ends what the birth parents held."""
    draft.responsibilities = [_ended(held, order) if held.child == kid.id else held for held in draft.responsibilities]
    for parent in tie.partners:
        hold(draft, parent.id, kid, "adoption_order", order)


def _ended(held: ResponsibilityPlan, day: date) -> ResponsibilityPlan:
    return ResponsibilityPlan(holder=held.holder, child=held.child, how=held.how, since=held.since, until=day)
