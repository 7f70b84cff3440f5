"""The pages of whoever supervises an adult: whom they supervise, one whole sentence, and what its forms offer."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from kith.apps.access.queries import NothingHere, day_of, require_by_role, target_of, visible, works_with_whom
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import note_opened
from kith.apps.people.projections import Living
from kith.apps.people.queries import Words, children_round, names_of, shown_name
from kith.apps.sentences.actions import KEEP, KNOW, READ
from kith.apps.sentences.cards import as_taken, condition_cards, stage_cards, summary_card, tell_cards
from kith.apps.sentences.concerning import pointed_at, touching_adult
from kith.apps.sentences.kinds import condition_kinds
from kith.apps.sentences.models import Condition, ConditionChild, SentenceStep, Summary, ToTell
from kith.apps.sentences.projections import (
    ConditionForm,
    ConditionSaid,
    SentencePage,
    SentencesNote,
    SummarySaid,
    Supervised,
    TellCard,
)
from kith.apps.sentences.rules import SUMMARY_PARTS, bases
from kith.apps.sentences.sight import SENTENCE, may_supervise, require_supervising, supervised
from kith.apps.sentences.stages import STAGES, stage_after, steps_from

MOST_SHOWN = 200


def supervised_list(actor: Actor, *, now: dt.datetime) -> tuple[Supervised, ...]:
    """Adults with whom the actor, or a team of theirs, works now; a young adult with a case only once sentenced."""
    require_by_role(actor, READ, now=now)
    with_case, others = works_with_whom(actor, now=now)
    steps = _steps_of({**with_case, **others})
    refs = {**others, **{key: ref for key, ref in with_case.items() if key in steps}}
    names, waiting = names_of(actor, set(refs.values()), now=now), _still_to_tell(actor, now)
    found = [
        Supervised(
            ref=ref,
            name=names[ref],
            stage=STAGES[stage_after(as_taken(row) for row in steps.get(key, ()))],
            is_to_tell=key in waiting,
        )
        for key, ref in refs.items()
        if ref in names
    ]
    return tuple(sorted(found, key=lambda one: (one.name, one.ref)))


def _steps_of(keys: Collection[int]) -> dict[int, list[SentenceStep]]:
    found: dict[int, list[SentenceStep]] = defaultdict(list)
    for row in SentenceStep.objects.filter(subject_id__in=list(keys), withdrawn_at=None).order_by("on_day", "number"):
        found[row.subject_id].append(row)
    return found


def _still_to_tell(actor: Actor, now: dt.datetime) -> set[int]:
    """Keys of the adults of whom somebody is still to be told; a child closed to the actor counts for nothing."""
    waiting = ToTell.objects.filter(told_at=None, condition__in=supervised(actor, now=now))
    of_children = visible(actor, KNOW, waiting.exclude(subject=None), now=now, kind=SENTENCE)
    keys = waiting.filter(subject=None).values_list("condition__subject_id", flat=True)
    return {*keys, *of_children.values_list("condition__subject_id", flat=True)}


def sentences_note(actor: Actor, *, now: dt.datetime) -> SentencesNote:
    if not may_supervise(actor):
        return SentencesNote()
    return SentencesNote(may_supervise=True, is_to_tell=bool(_still_to_tell(actor, now)))


def sentence_page(actor: Actor, person_ref: str, *, now: dt.datetime) -> SentencePage:
    decision, adult = require_supervising(actor, READ, person_ref, now=now)
    note_opened(person_ref, decision=decision)
    key, on, says = target_of(person_ref).id, day_of(now), Words(actor, [person_ref], now=now)
    steps = list(SentenceStep.objects.filter(subject_id=key).order_by("on_day", "number"))
    taken = [as_taken(row) for row in steps if row.withdrawn_at is None]
    rows = list(Condition.objects.filter(subject_id=key).order_by("since_on", "pk"))
    round_them = children_round(actor, person_ref, now=now)
    cards = condition_cards(rows, named_children(rows, round_them), says, on)
    touching = touching_adult(actor, person_ref, seen={person_ref: adult, **round_them}, now=now)
    elsewhere = pointed_at(actor, person_ref, adult.places, touching, now=now)
    tellings = _tellings(rows, round_them)
    return SentencePage(
        ref=person_ref,
        name=shown_name(adult.person),
        stage=STAGES[stage_after(taken)],
        version=max((row.number for row in steps), default=0),
        steps=stage_cards(steps, says),
        next_steps=tuple((step.name, step.says) for step in steps_from(stage_after(taken))),
        conditions=tuple(card for card in cards if not card.is_over and not card.is_taken_out),
        past=tuple(card for card in cards if card.is_over or card.is_taken_out),
        unsafe=(*touching.unsafe(), *elsewhere),
        to_tell=tuple(card for card in tellings if card.told_at is None),
        told=tuple(card for card in tellings if card.told_at is not None),
        summary=summary_card(last_summary(key), says),
        addresses=tuple(dict.fromkeys(place.says for place in adult.places if place.says)),
    )


def last_summary(subject_id: int) -> Summary | None:
    return Summary.objects.filter(subject_id=subject_id).order_by("-number").first()


def named_children(rows: Sequence[Condition], children: Mapping[str, Living]) -> dict[int, set[str]]:
    """Names of the children whom each condition names, of those the viewer may read."""
    found: dict[int, set[str]] = defaultdict(set)
    named = ConditionChild.objects.filter(condition__in=rows).select_related("subject") if rows else ()
    for row in named:
        if row.subject.ref in children:
            found[row.condition_id].add(shown_name(children[row.subject.ref].person))
    return found


def _tellings(rows: Sequence[Condition], children: Mapping[str, Living]) -> tuple[TellCard, ...]:
    """What is still to tell first, then the newest that was told."""
    if not rows:
        return ()
    known = ToTell.objects.filter(condition__in=rows).select_related("condition", "subject")
    found = list(known.order_by("-changed_at", "pk")[:MOST_SHOWN])
    names = {
        row.subject.pk: shown_name(children[row.subject.ref].person)
        for row in found
        if row.subject is not None and row.subject.ref in children
    }
    return tell_cards(found, names)


def condition_form(actor: Actor, person_ref: str, condition_ref: str = "", *, now: dt.datetime) -> ConditionForm:
    """What may be said of a condition: a new one, or one that stands."""
    decision, adult = require_supervising(actor, KEEP, person_ref, now=now)
    note_opened(person_ref, decision=decision)
    children = children_round(actor, person_ref, now=now)
    row = _standing(person_ref, condition_ref) if condition_ref else None
    return ConditionForm(
        ref=person_ref,
        name=shown_name(adult.person),
        kinds=tuple((kind.name, f"{kind.says}: {kind.means}") for kind in condition_kinds().values()),
        bases=tuple(bases().items()),
        children=tuple((ref, shown_name(child.person)) for ref, child in children.items()),
        said=_said(row, children, Words(actor, [person_ref], now=now)) if row else None,
        version=row.version if row else 0,
    )


def _standing(person_ref: str, condition_ref: str) -> Condition:
    row = Condition.objects.filter(ref=condition_ref, subject__ref=person_ref, withdrawn_at=None).first()
    if row is None:
        raise NothingHere
    return row


def _said(row: Condition, children: Mapping[str, Living], says: Words) -> ConditionSaid:
    named = ConditionChild.objects.filter(condition=row).values_list("subject__ref", flat=True)
    return ConditionSaid(
        kind=row.kind,
        since=row.since_on,
        until=row.until_on,
        under=row.under,
        why_age=says(row.why_age, by=row.recorded_by_id),
        words=says(row.words, by=row.recorded_by_id),
        said_by=says(row.said_by, by=row.recorded_by_id),
        basis=row.basis,
        children=tuple(ref for ref in named if ref in children),
    )


def summary_form(actor: Actor, person_ref: str, *, now: dt.datetime) -> tuple[str, SummarySaid, int]:
    """The adult's name, what was written last, and its number."""
    decision, adult = require_supervising(actor, KEEP, person_ref, now=now)
    note_opened(person_ref, decision=decision)
    row, says = last_summary(target_of(person_ref).id), Words(actor, [person_ref], now=now)
    said = (
        SummarySaid(**{name: says(getattr(row, name), by=row.written_by_id) for name in SUMMARY_PARTS}) if row else None
    )
    return shown_name(adult.person), said or SummarySaid(), row.number if row else 0


def require_to_move(actor: Actor, person_ref: str, *, now: dt.datetime) -> str:
    """The name of an adult whose address the actor may write from here."""
    return shown_name(require_supervising(actor, KEEP, person_ref, now=now)[1].person)
