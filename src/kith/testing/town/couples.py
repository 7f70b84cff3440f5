"""How two people met, married, parted or were widowed, and what that means for their children's legal parents."""

from datetime import date, timedelta

from kith.engines.drawing.network import Account, ChildLink, Status
from kith.kernel.partial_dates import PartialDate
from kith.testing.town.cultures import Culture, cultures
from kith.testing.town.dates import age_on, between, known, years_before
from kith.testing.town.draft import Draft, Sketch, Tie
from kith.testing.town.naming import Spoken, may_take_name
from kith.testing.town.persons import add_adult, add_child, marry, recently
from kith.testing.town.plans import ResponsibilityPlan
from kith.testing.town.shelf import proportion
from kith.testing.town.siblings import Birth


def pick_culture(draft: Draft) -> Culture:
    return cultures()[proportion("cultures").pick(draft.rng)]


def add_mother(draft: Draft, first_birth: date, *, sex: str = "F") -> Sketch:
    """A parent who was 16 to 41 when the first child came, most often in the twenties."""
    age = draft.rng.triangular(16.2, 41, 26)
    return add_adult(draft, pick_culture(draft), sex=sex, born=first_birth - timedelta(days=int(age * 365.25)))


def add_partner(draft: Draft, mate: Sketch, *, first_birth: date, sex: str = "M") -> Sketch:
    """Somebody of about the same age, grown up enough when the first child came."""
    culture = mate.spoken.culture if mate.spoken else pick_culture(draft)
    if draft.happens("partner_of_another_culture"):
        culture = pick_culture(draft)
    born = mate.born - timedelta(days=int(draft.rng.triangular(-1500, 4500, 700)))
    return add_adult(draft, culture, sex=sex, born=min(born, first_birth - timedelta(days=6000)))


def stay_together(draft: Draft, tie: Tie, met: date) -> None:
    """Living together, or married since some day after they met."""
    latest = min(met + timedelta(days=1800), draft.today - timedelta(days=20))
    _settle(draft, tie, met, between(draft.rng, met, latest), "married_where_together")


def join_same_sex(draft: Draft, tie: Tie, day: date) -> None:
    """Civil partnership, or marriage from the first day the law allowed it."""
    may_marry = day >= date(2014, 3, 29)
    _wed(draft, tie, day, "married" if may_marry and draft.rng.random() < 0.65 else "civil")


def _settle(draft: Draft, tie: Tie, met: date, wedding: date, odds: str) -> None:
    if draft.happens(odds) and _are_free(draft, tie, wedding):
        _wed(draft, tie, wedding, "married")
    else:
        tie.statuses.append(Status(kind="cohabiting", since=known(draft.rng, met, "date_of_event")))


def _are_free(draft: Draft, tie: Tie, day: date) -> bool:
    """Whether both are of age on that day, and neither is married to somebody else."""
    of_age = all(age_on(partner.born, day) >= 18 for partner in tie.partners)
    others = [other for other in draft.ties if other is not tie and _share_partner(other, tie)]
    return of_age and not any(_is_married_on(other, day) for other in others)


def _share_partner(one: Tie, other: Tie) -> bool:
    return any(partner in other.partners for partner in one.partners)


def _is_married_on(tie: Tie, day: date) -> bool:
    return tie.wedding is not None and (tie.dissolved is None or tie.dissolved > day)


def _wed(draft: Draft, tie: Tie, wedding: date, kind: str) -> None:
    tie.wedding = wedding
    when = known(draft.rng, wedding, "date_of_event")
    tie.statuses.append(Status(kind=kind, since=when))
    wife = next((one for one in tie.partners if one.sex == "F"), tie.partners[0])
    other = tie.partners[1] if wife is tie.partners[0] else tie.partners[0]
    spoken, theirs = wife.spoken, other.spoken
    if spoken and theirs and may_take_name(spoken, theirs) and draft.happens("wife_takes_name"):
        marry(draft, wife, other, when)


def part(draft: Draft, tie: Tie, met: date, parted: date) -> None:
    """A history that ends in separation, some of it in divorce."""
    wedding = between(draft.rng, met, parted - timedelta(days=90))
    _settle(draft, tie, met, wedding, "married_before_parting")
    _ended(draft, tie, "separated", parted)
    divorce = parted + timedelta(days=300 + int(draft.rng.random() * 700))
    if tie.wedding and divorce < draft.today and draft.happens("divorced_where_married"):
        _ended(draft, tie, "divorced", divorce)
        tie.dissolved = divorce


def be_widowed(draft: Draft, tie: Tie, met: date, died: date) -> None:
    """Together until one died; the word widowed is for the married."""
    _settle(draft, tie, met, between(draft.rng, met, died), "married_where_together")
    if tie.wedding:
        _ended(draft, tie, "widowed", died)
        tie.dissolved = died


def _ended(draft: Draft, tie: Tie, kind: str, day: date) -> None:
    """The next state begins where the last one ended."""
    when = known(draft.rng, day, "date_of_event")
    last = tie.statuses.pop()
    tie.statuses.append(Status(kind=last.kind, since=last.since, until=_not_before(when, last.since)))
    tie.statuses.append(Status(kind=kind, since=when))


def _not_before(when: PartialDate | None, since: PartialDate | None) -> PartialDate | None:
    """Two vague dates may be told the wrong way round; then the end is left open."""
    return None if when and since and when.certainly_before(since) else when


def add_children(
    draft: Draft, tie: Tie, found: list[Birth], *, kind: str = "birth", names: tuple[Spoken, ...] = ()
) -> list[Sketch]:
    """The children of a tie, eldest first, with the responsibility their parents hold for them."""
    names = names or name_givers(draft, tie)
    kids: list[Sketch] = []
    for birth in found:
        culture = names[0].culture if draft.rng.random() < 0.6 else names[-1].culture
        sex = "F" if draft.rng.random() < 0.488 else "M"
        if birth.identical and kids and birth.twin == found[len(kids) - 1].twin:
            sex = kids[-1].sex
        kid = add_child(draft, culture, sex=sex, born=birth.day, parents=names)
        identical = birth.identical if birth.twin else None
        tie.children.append(ChildLink(child=kid.id, kind=kind, twin=birth.twin, identical=identical))
        hold_from_birth(draft, tie, kid)
        kids.append(kid)
    return kids


def name_givers(draft: Draft, tie: Tie) -> tuple[Spoken, ...]:
    """The named parents, the one whose family name the children bear first."""
    named = [one.spoken for one in tie.partners if one.spoken]
    if len(named) < 2:
        return tuple(named)
    mother, father = named
    if draft.happens("double_barrelled") and _are_plain(mother, father):
        stem = f"{mother.stem}-{father.stem}"
        return (Spoken(mother.culture, mother.sex, mother.given, stem, stem), mother, father)
    if mother.family == father.family or draft.happens("child_takes_fathers_name"):
        return (father, mother)
    return (mother, father)


def _are_plain(*spoken: Spoken) -> bool:
    return all(one.culture.custom == "inherited" and one.stem.isalpha() and not one.culture.feminine for one in spoken)


def hold_from_birth(draft: Draft, tie: Tie, kid: Sketch) -> None:
    """The mother always; her partner by marriage or, since December 2003, by being on the birth certificate."""
    mother, *others = tie.partners
    hold(draft, mother.id, kid, "birth", kid.born)
    for parent in others:
        if parent.unknown or parent.provisional:
            continue
        if tie.wedding and tie.wedding <= kid.born:
            hold(draft, parent.id, kid, "marriage", kid.born)
        elif draft.happens("father_on_birth_certificate"):
            hold(draft, parent.id, kid, "birth_registration", kid.born)


def hold(draft: Draft, holder: str, kid: Sketch, how: str, since: date) -> None:
    draft.responsibilities.append(ResponsibilityPlan(holder=holder, child=kid.id, how=how, since=since))


def dispute(draft: Draft, tie: Tie, kid: Sketch) -> None:
    """Two men are said to be the father, each by somebody else; both ties stay, each marked disputed."""
    mother, named = tie.partners
    other = add_partner(draft, mother, first_birth=kid.born)
    second = draft.tie(mother, other)
    met = years_before(draft.rng, kid.born, 0.7, 0.9)
    second.statuses.append(Status(kind="casual", since=known(draft.rng, met, "date_of_event")))
    tie.children = [link for link in tie.children if link.child != kid.id]
    for claimed, source, words in ((tie, mother, "says so"), (second, named, "says it is this man")):
        account = Account(told_by=source.id, told_on=recently(draft), certainty="disputed", words=words)
        claimed.children.append(ChildLink(child=kid.id, account=account))
