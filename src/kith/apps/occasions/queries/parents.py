"""Fathers, father figures and second parents: what stands of each, part by part, and what is open."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from kith.apps.access.queries import NothingHere, day_of, decide
from kith.apps.agencies.projections import Actor
from kith.apps.occasions.actions import KEEP, READ
from kith.apps.occasions.kinds import parent_words
from kith.apps.occasions.models import SecondParent
from kith.apps.occasions.projections import ParentLine, ParentPage, ParentPart
from kith.apps.occasions.rules import ParentFacts, open_questions
from kith.apps.occasions.saying import CHOSEN, DAYS, PARTS, texts_of
from kith.apps.occasions.sight import OCCASION, Family, family_round
from kith.apps.people.queries import Texts
from kith.kernel.days import known_day

TEXTS_ASKED = ("worries", "expected", "view", "offers", "risk", "resource", "checked")
TERMS: Mapping[str, str] = {
    "identified": "How we know",
    "identified_words": "More about that",
    "responsibility": "Parental responsibility",
    "place": "Where they are",
    "safety": "Is contact safe?",
    "ways": "By which way",
    "safety_words": "Why",
    "asked_parent_on": "Other parent asked alone",
    "asked_child_on": "Child asked alone",
    "child_not_asked": "Why the child was not asked",
    "spoken_by": "Spoken to by",
    "spoken_on": "Spoken to on",
    "worries": "Told what worries us",
    "expected": "Told what is expected",
    "view": "What they think",
    "offers": "What they offer",
    "risk": "What could go wrong",
    "resource": "What could help",
    "not_involved_by": "Who said “not involved”",
    "not_involved_on": "Said on",
    "checked": "What was checked",
    "next_on": "Looked at again on",
}


def facts_of(row: SecondParent, texts: Texts, *, holds: bool) -> ParentFacts:
    """What is answered, as this viewer sees it: a text that is closed to them is no answer to them either."""
    is_heard_since = bool(row.spoken_on and row.not_involved_on and row.spoken_on >= row.not_involved_on)
    return ParentFacts(
        identified=row.identified,
        responsibility=row.responsibility or ("holds" if holds else ""),
        place=row.place,
        safety=row.safety,
        has_ways=bool(row.ways),
        asked_parent=row.asked_parent_on is not None,
        asked_child=row.asked_child_on is not None or bool(texts(row, "child_not_asked")),
        spoken=row.spoken_on is not None,
        said_not_involved=row.not_involved_on is not None and not is_heard_since,
        next_on=row.next_on,
        **{name: bool(texts(row, name)) for name in TEXTS_ASKED},
    )


def not_known_to_be_safe(family: Family, rows: Mapping[str, SecondParent], texts: Texts, today: dt.date) -> set[str]:
    """Parents with whom contact waits for an answer. Whoever lives with the child is met there, unless somebody said
    that it is not safe."""
    at_home, found = family.at_home(today), set[str]()
    for ref in {*family.parents, *rows}:
        row = rows.get(ref)
        is_safe = row is not None and facts_of(row, texts, holds=False).is_safe
        if row is None or not row.safety:
            is_safe = ref in at_home
        if not is_safe:
            found.add(ref)
    return found


def kept_parents(child_ref: str, family: Family) -> dict[str, SecondParent]:
    """By ref, of those whom the viewer may read; the last one where two records that are one person have one each."""
    rows = SecondParent.objects.filter(subject__ref=child_ref).select_related("person").order_by("pk")
    return {row.person.ref: row for row in rows if row.person.ref in family.names}


def parent_lines(
    family: Family, rows: Mapping[str, SecondParent], texts: Texts, today: dt.date
) -> tuple[ParentLine, ...]:
    """Everybody who is a parent or with one, and whoever else is kept as one; those of whom most is open first."""
    refs, at_home = dict.fromkeys([*family.parents, *rows]), family.at_home(today)
    lines = [
        _at_home(ref, family) if ref in at_home and ref not in rows else _line(ref, family, rows.get(ref), texts, today)
        for ref in refs
    ]
    return tuple(sorted(lines, key=lambda line: -len(line.questions)))


def _at_home(ref: str, family: Family) -> ParentLine:
    """Whoever works with the child meets them: nothing is asked of them here until somebody writes something."""
    return ParentLine(
        ref=ref, name=family.names[ref], how=family.parents[ref], stands="Lives with the child", questions=()
    )


def _line(ref: str, family: Family, known: SecondParent | None, texts: Texts, today: dt.date) -> ParentLine:
    row = known or SecondParent(version=0)
    return ParentLine(
        ref=ref,
        name=family.names[ref],
        how=family.parents.get(ref, "Father figure or second parent"),
        stands=_stands(row, texts),
        questions=open_questions(facts_of(row, texts, holds=ref in family.holders), today),
    )


def _stands(row: SecondParent, texts: Texts) -> str:
    if row.spoken_on and (row.not_involved_on is None or row.spoken_on >= row.not_involved_on):
        by = texts(row, "spoken_by")
        return f"Spoken to on {known_day(row.spoken_on)}{f' by {by}' if by else ''}"
    if row.not_involved_on:
        by = texts(row, "not_involved_by")
        return f"“Not involved”, said{f' by {by}' if by else ''} on {known_day(row.not_involved_on)}"
    return "Nobody has spoken to them yet" if row.version else "Nothing is written about them yet"


def parent_page(actor: Actor, child_ref: str, person_ref: str, *, now: dt.datetime) -> ParentPage:
    """Anybody of the family who is grown up may be a father figure."""
    _, family = family_round(actor, child_ref, READ, now=now)
    if person_ref not in family.names or not family.is_adult(person_ref):
        raise NothingHere
    row, texts = standing(child_ref, person_ref) or SecondParent(version=0), Texts(actor, [child_ref], now=now)
    facts = facts_of(row, texts, holds=person_ref in family.holders)
    questions = open_questions(facts, day_of(now))
    opened = {question.part for question in questions}
    return ParentPage(
        ref=person_ref,
        name=family.names[person_ref],
        version=row.version,
        said=_said(row, texts),
        parts=tuple(
            ParentPart(name=part, says=says, lines=_lines(part, row, texts), is_open=part in opened)
            for part, says in PARTS.items()
        ),
        questions=questions,
        is_safe=facts.is_safe,
        responsibility_on_record=person_ref in family.holders,
        may_keep=decide(actor, KEEP, child_ref, now=now, kind=OCCASION).allowed,
    )


def standing(child_ref: str, person_ref: str) -> SecondParent | None:
    """The last one where two records that are one person have one each."""
    rows = SecondParent.objects.filter(subject__ref=child_ref, person__ref=person_ref).select_related("person")
    return rows.order_by("-pk").first()


def _names(part: str) -> tuple[str, ...]:
    ways = ("ways",) if "safety" in CHOSEN.get(part, ()) else ()
    return (*CHOSEN.get(part, ()), *ways, *texts_of(part), *DAYS.get(part, ()))


def _said(row: SecondParent, texts: Texts) -> dict[str, object]:
    """What the forms of the parts begin with."""
    said: dict[str, object] = {}
    for part in PARTS:
        said |= {name: getattr(row, name) for name in _names(part)} | texts.shown(row, texts_of(part))
    return said | {"ways": [way for way in row.ways.split(",") if way]}


def _lines(part: str, row: SecondParent, texts: Texts) -> tuple[tuple[str, str], ...]:
    shown = ((TERMS[name], _words(name, row, texts)) for name in _names(part))
    return tuple((term, words) for term, words in shown if words)


def _words(name: str, row: SecondParent, texts: Texts) -> str:
    value: Any = getattr(row, name)
    if isinstance(value, dt.date):
        return known_day(value)
    if name == "ways":
        return ", ".join(parent_words("ways")[way] for way in value.split(",") if way)
    if name in ("identified", "responsibility", "place", "safety"):
        return parent_words(name).get(value, "")
    return texts(row, name) if value else ""
