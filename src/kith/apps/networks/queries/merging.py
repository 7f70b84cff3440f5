"""Pages about two records of one person: choosing the other, seeing both, and parting them again."""

import datetime as dt
from collections.abc import Collection, Iterable

from kith.apps.access.actions import MERGE
from kith.apps.access.queries import NothingHere, day_of, merge_to_undo, require, shares_if_joined
from kith.apps.agencies.projections import Actor
from kith.apps.networks.faces import Choice
from kith.apps.networks.merge_cards import (
    FamilyToChoose,
    MergeChoices,
    MergePage,
    PartingPage,
    RecordLine,
    RecordSide,
    TwoSides,
)
from kith.apps.networks.pages import child_face
from kith.apps.networks.queries.persons import SEX_WORDS
from kith.apps.networks.rules import kin_words
from kith.apps.people.projections import FamilyView, PersonView, TieCard, TwoRecords
from kith.apps.people.queries import (
    age_of,
    ethnicity_words,
    family_of,
    find_children,
    may_be_same,
    my_children,
    person_view,
    shown_name,
    two_records,
)

MOST_FAMILIES = 50


def merge_choices(
    actor: Actor, child_ref: str, person_ref: str, *, family_ref: str = "", asked: str = "", now: dt.datetime
) -> MergeChoices:
    """The people of the child's family, or of another child's that the actor may open."""
    require(actor, MERGE, person_ref, now=now)
    home = family_of(actor, child_ref, now=now)
    name = _named(home, person_ref)
    family = family_of(actor, family_ref, now=now) if family_ref and family_ref != child_ref else home
    return MergeChoices(
        child=child_face(home.child, day_of(now)),
        person_ref=person_ref,
        name=name,
        family=FamilyToChoose(family.child.id, shown_name(family.child), age_of(family.child, day_of(now))),
        people=_choices(actor, family, person_ref, now=now),
        families=_families(actor, asked, family.child.id, now=now),
        asked=asked,
    )


def _named(family: FamilyView, person_ref: str) -> str:
    for person in family.network.persons:
        if person.id == person_ref:
            return shown_name(person)
    raise NothingHere


def _choices(actor: Actor, family: FamilyView, person_ref: str, *, now: dt.datetime) -> tuple[Choice, ...]:
    people = [person for person in family.network.persons if person.id != person_ref]
    allowed, kin = may_be_same(actor, [person.id for person in people], now=now), kin_words(family.network)
    return tuple(
        Choice(ref=one.id, name=shown_name(one), kin=kin.get(one.id, "")) for one in people if one.id in allowed
    )


def _families(actor: Actor, asked: str, without: str, *, now: dt.datetime) -> tuple[FamilyToChoose, ...]:
    found = find_children(actor, asked, now=now) if asked else my_children(actor, now=now)
    open_ones = [one for one in found if one.may_open and one.ref != without][:MOST_FAMILIES]
    return tuple(FamilyToChoose(one.ref, one.name, one.age) for one in open_ones)


def merge_page(actor: Actor, child_ref: str, person_ref: str, other_ref: str, *, now: dt.datetime) -> MergePage:
    """Somebody in this child's family beside another record, of whatever family it is."""
    require(actor, MERGE, person_ref, now=now)
    family = family_of(actor, child_ref, now=now)
    _named(family, person_ref)
    return MergePage(
        child=child_face(family.child, day_of(now)),
        person_ref=person_ref,
        sides=two_sides(actor, person_ref, other_ref, now=now),
    )


def two_sides(actor: Actor, kept_ref: str, merged_ref: str, *, now: dt.datetime) -> TwoSides:
    """For whoever may say, or decide, that they are one person."""
    both = two_records(actor, kept_ref, merged_ref, now=now)
    go_on, end = shares_if_joined(actor, kept_ref, merged_ref, now=now)
    return TwoSides(
        kept=record_side(both.kept, both),
        merged=record_side(both.merged, both),
        shares_go_on=go_on,
        shares_end=end,
    )


def record_side(view: PersonView, both: TwoRecords | None = None) -> RecordSide:
    """What a record says, by itself or as one of two."""
    fields, joins = (both.fields, both.joins) if both else ((), ())
    return RecordSide(
        ref=view.person.id,
        version=view.version,
        name=shown_name(view.person),
        age=view.age,
        has_case=view.has_case,
        lines=(*_own_lines(view, fields), *_fact_lines(view, joins), *_tie_lines(view, joins)),
    )


def _own_lines(view: PersonView, fields: Collection[str]) -> Iterable[RecordLine]:
    """The person's own fields: the kept one's words stand, and the other's fill what is empty."""
    person = view.person
    known = (
        ("birth", "Born", str(person.birth or "")),
        ("death", "Died", str(person.death or "")),
        ("sex", "Sex registered at birth", SEX_WORDS.get(person.sex, "")),
        ("gender", "Gender", person.gender),
        ("pronouns", "Pronouns", person.pronouns),
        ("ethnicity", "Ethnic group", ethnicity_words(person.ethnicity)),
        ("note", "Known about them", person.fact),
    )
    for name, what, says in known:
        if says:
            yield RecordLine(what=what, says=says, joins=name in fields)


def _fact_lines(view: PersonView, joins: Collection[str]) -> Iterable[RecordLine]:
    kinds = (("Name", view.names), ("Home", view.stays), ("Address", view.addresses), ("Number", view.numbers))
    for what, cards in (*kinds, ("Language", view.languages)):
        for card in cards:
            if not card.taken_out:
                yield RecordLine(what=what, says=card.says, about=card.about, joins=card.ref in joins)


def _tie_lines(view: PersonView, joins: Collection[str]) -> Iterable[RecordLine]:
    for tie in view.ties:
        if not tie.taken_out:
            yield RecordLine(what="Tie", says=_tie_words(tie), about=tie.when, joins=tie.ref in joins)
    for held in view.responsibilities:
        if not held.taken_out:
            says = f"{held.holder} for {held.child}"
            yield RecordLine(what="Parental responsibility", says=says, about=held.how, joins=held.ref in joins)


def _tie_words(tie: TieCard) -> str:
    return f"{tie.a}: {tie.says} {tie.b}"


def parting_page(actor: Actor, child_ref: str, person_ref: str, merge_ref: str, *, now: dt.datetime) -> PartingPage:
    card = merge_to_undo(actor, merge_ref, now=now)
    family = family_of(actor, child_ref, now=now)
    name = _named(family, person_ref)
    if card.kept_ref != person_ref:
        raise NothingHere
    return PartingPage(
        child=child_face(family.child, day_of(now)),
        name=name,
        person_ref=person_ref,
        version=person_view(actor, person_ref, now=now).version,
        merge_ref=merge_ref,
        merged_at=card.merged_at,
    )
