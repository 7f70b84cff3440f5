"""The pages of whoever supervises an adult: one whole sentence, and what its forms offer."""

import datetime as dt
from collections.abc import Mapping, Sequence

from kith.apps.access.queries import NothingHere, day_of, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import note_opened
from kith.apps.people.projections import Living
from kith.apps.people.queries import Texts, children_round, shown_name
from kith.apps.sentences.actions import KEEP, READ
from kith.apps.sentences.cards import (
    as_taken,
    condition_cards,
    last_summary,
    named_children,
    stage_cards,
    summary_card,
    tell_cards,
)
from kith.apps.sentences.concerning import named_by
from kith.apps.sentences.kinds import condition_kinds
from kith.apps.sentences.models import Condition, ConditionChild, SentenceStep, ToTell
from kith.apps.sentences.projections import (
    ConditionForm,
    ConditionSaid,
    SentencePage,
    SummarySaid,
)
from kith.apps.sentences.queries.found import unsafe_round
from kith.apps.sentences.rules import CONDITION_TEXTS, SUMMARY_PARTS, bases
from kith.apps.sentences.sight import require_supervising
from kith.apps.sentences.stages import STAGES, stage_after, steps_from

MOST_SHOWN = 200


def sentence_page(actor: Actor, person_ref: str, *, now: dt.datetime) -> SentencePage:
    decision, adult = require_supervising(actor, READ, person_ref, now=now)
    note_opened(person_ref, decision=decision)
    key, on, texts = target_of(person_ref).id, day_of(now), Texts(actor, [person_ref], now=now)
    steps = list(SentenceStep.objects.filter(subject_id=key).order_by("on_day", "number"))
    taken = [as_taken(row) for row in steps if row.withdrawn_at is None]
    rows = list(Condition.objects.filter(subject_id=key).order_by("since_on", "pk"))
    round_them = children_round(actor, person_ref, now=now)
    cards = condition_cards(rows, named_children(named_by(rows), round_them), texts, on)
    tellings, names = _tellings(rows, round_them)
    return SentencePage(
        ref=person_ref,
        name=shown_name(adult.person),
        stage=STAGES[stage_after(taken)],
        version=max((row.number for row in steps), default=0),
        steps=stage_cards(steps, texts.says),
        next_steps=tuple((step.name, step.says) for step in steps_from(stage_after(taken))),
        conditions=tuple(card for card in cards if not card.is_over and not card.is_taken_out),
        past=tuple(card for card in cards if card.is_over or card.is_taken_out),
        unsafe=unsafe_round(actor, adult, round_them, now=now),
        to_tell=tell_cards([row for row in tellings if row.told_at is None], names),
        told=tell_cards([row for row in tellings if row.told_at is not None], names),
        summary=summary_card(last_summary(key), texts),
        addresses=tuple(dict.fromkeys(place.says for place in adult.places if place.says)),
    )


def _tellings(rows: Sequence[Condition], children: Mapping[str, Living]) -> tuple[list[ToTell], dict[int, str]]:
    """The newest first, and the names of the children they are about."""
    if not rows:
        return [], {}
    known = ToTell.objects.filter(condition__in=rows).select_related("condition", "subject")
    found = list(known.order_by("-changed_at", "pk")[:MOST_SHOWN])
    names = {
        row.subject.pk: shown_name(children[row.subject.ref].person)
        for row in found
        if row.subject is not None and row.subject.ref in children
    }
    return found, names


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
        said=_said(row, children, Texts(actor, [person_ref], now=now)) if row else None,
        version=row.version if row else 0,
    )


def _standing(person_ref: str, condition_ref: str) -> Condition:
    row = Condition.objects.filter(ref=condition_ref, subject__ref=person_ref, withdrawn_at=None).first()
    if row is None:
        raise NothingHere
    return row


def _said(row: Condition, children: Mapping[str, Living], texts: Texts) -> ConditionSaid:
    named = ConditionChild.objects.filter(condition=row).values_list("subject__ref", flat=True)
    return ConditionSaid(
        kind=row.kind,
        since=row.since_on,
        until=row.until_on,
        under=row.under,
        **texts.shown(row, CONDITION_TEXTS),
        basis=row.basis,
        children=tuple(ref for ref in named if ref in children),
    )


def summary_form(actor: Actor, person_ref: str, *, now: dt.datetime) -> tuple[str, SummarySaid, int]:
    """The adult's name, what was written last, and its number."""
    decision, adult = require_supervising(actor, KEEP, person_ref, now=now)
    note_opened(person_ref, decision=decision)
    row, texts = last_summary(target_of(person_ref).id), Texts(actor, [person_ref], now=now)
    said = texts.shown(row, SUMMARY_PARTS) if row else {}
    return shown_name(adult.person), SummarySaid(**said), row.number if row else 0


def require_to_move(actor: Actor, person_ref: str, *, now: dt.datetime) -> str:
    """The name of an adult whose address the actor may write from here."""
    return shown_name(require_supervising(actor, KEEP, person_ref, now=now)[1].person)
