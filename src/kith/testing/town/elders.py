"""The generation before: grandparents, aunts and uncles, cousins."""

from datetime import date, timedelta

from kith.engines.drawing.network import ChildLink, Status
from kith.kernel.errors import KithError
from kith.testing.town.dates import age_on, between, known
from kith.testing.town.draft import Draft, Sketch, Tie
from kith.testing.town.naming import Spoken, is_taken, may_take_name, name_founder, name_in_marriage
from kith.testing.town.persons import add_adult, add_child, die
from kith.testing.town.shelf import one_of

_NAMED_AFTER_FATHERS = ("fathers_names", "fathers_name_with_ending")


class CannotInventParents(KithError):
    """Parents were asked for somebody whose own name is not known."""


def add_parents_of(draft: Draft, child: Sketch, *, both: bool = False) -> Tie:
    """The parents of a grown-up; sometimes only one of them is known, unless `both` are asked for."""
    if child.spoken is None:
        raise CannotInventParents("Only somebody with a name can have parents invented; name the person first.")
    his, hers = _elder_names(draft, child.spoken)
    mother = _add_elder(draft, hers, born=_earlier(draft, child.born, 17.5, 38))
    father = _add_elder(draft, his, born=_earlier(draft, child.born, 18.5, 44))
    if not both and draft.happens("one_grandparent_missing"):
        kept, left_out = (mother, father) if draft.rng.random() < 0.75 else (father, mother)
        draft.people.remove(left_out)
        tie = draft.tie(kept)
    else:
        tie = draft.tie(mother, father)
        _tell_history(draft, tie)
    tie.children.append(ChildLink(child=child.id))
    for elder in tie.partners:
        _may_die(draft, elder, after=child.born)
    return tie


def _add_elder(draft: Draft, spoken: Spoken, *, born: date) -> Sketch:
    return add_adult(draft, spoken.culture, sex=spoken.sex, born=born, generation=2, spoken=spoken)


def add_sibling_of(draft: Draft, child: Sketch, tie: Tie) -> Sketch:
    """A brother or sister of a grown-up: an aunt or uncle on the picture."""
    born = child.born + timedelta(
        days=int(draft.rng.triangular(500, 3200, 1100)) * (1 if draft.rng.random() < 0.6 else -1)
    )
    oldest = max(one.born for one in tie.partners) + timedelta(days=6100)
    youngest = min(one.born for one in tie.partners) + timedelta(days=44 * 365)
    youngest = min(youngest, draft.today - timedelta(days=19 * 366))
    names = tuple(one.spoken for one in tie.partners if one.spoken)
    sibling = add_child(
        draft,
        names[0].culture,
        sex="F" if draft.rng.random() < 0.6 else "M",
        born=max(min(born, youngest), oldest),
        parents=names[::-1],
        generation=1,
    )
    tie.children.append(ChildLink(child=sibling.id))
    return sibling


def add_cousin(draft: Draft, aunt: Sketch) -> None:
    """An aunt's own child, without a case."""
    first = max(aunt.born + timedelta(days=18 * 366), draft.today - timedelta(days=17 * 365))
    if aunt.spoken is None or first >= draft.today:
        return
    tie = draft.tie(aunt)
    culture = aunt.spoken.culture
    sex = "F" if draft.rng.random() < 0.5 else "M"
    born = between(draft.rng, first, draft.today - timedelta(days=30))
    cousin = add_child(draft, culture, sex=sex, born=born, parents=(aunt.spoken,))
    cousin.fact = "cousin"
    tie.children.append(ChildLink(child=cousin.id))


def _elder_names(draft: Draft, spoken: Spoken) -> tuple[Spoken, Spoken]:
    """His and her name, drawn again where it is one we must not use or stands on the picture already."""
    used = {person.spoken.given for person in draft.people if person.spoken}
    for _ in range(20):
        his, hers = _fathers_name(draft, spoken), _mothers_name(draft, spoken)
        if may_take_name(hers, his):
            hers.family = name_in_marriage(hers, his)
        if not (is_taken(his.text) or is_taken(hers.text) or used & {his.given, hers.given}):
            break
    return his, hers


def _fathers_name(draft: Draft, spoken: Spoken) -> Spoken:
    """A grandfather bears what his child inherited; where names come from fathers, it is his own first name."""
    culture, stem = spoken.culture, spoken.stem
    his = name_founder(draft.rng, culture, sex="M", generation=2)
    if culture.custom in _NAMED_AFTER_FATHERS:
        his.given = stem.split()[0]
    else:
        his.stem = stem
        his.family = f"Singh {stem}" if culture.custom == "singh_and_kaur" else stem
    return his


def _mothers_name(draft: Draft, spoken: Spoken) -> Spoken:
    return name_founder(draft.rng, spoken.culture, sex="F", generation=2)


def _earlier(draft: Draft, born: date, least: float, most: float) -> date:
    return born - timedelta(days=int(draft.rng.triangular(least, most, least + 8) * 365.25))


def _tell_history(draft: Draft, tie: Tie) -> None:
    tie.wedding = max(one.born for one in tie.partners) + timedelta(days=int(draft.rng.triangular(6600, 11000)))
    tie.statuses.append(Status(kind="married", since=known(draft.rng, tie.wedding, "date_of_elder")))
    if draft.happens("grandparents_parted"):
        tie.statuses.append(Status(kind=one_of(draft.rng, ("separated", "divorced", "divorced"))))


def _may_die(draft: Draft, elder: Sketch, *, after: date) -> None:
    """The older, the likelier; nobody lives beyond 97."""
    age = age_on(elder.born, draft.today)
    odds = max(age - 48, 0) / 32 * 0.3 if age < 80 else 0.35 + (age - 80) / 17 * 0.65
    if draft.rng.random() < odds:
        first = max(after, elder.born + timedelta(days=46 * 365))
        oldest = elder.born + timedelta(days=97 * 365)
        die(draft, elder, between(draft.rng, first, min(oldest, draft.today - timedelta(days=30))))
