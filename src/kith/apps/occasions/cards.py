"""Stored rows of the ledger as cards, read in sets."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

from django.db.models import Model

from kith.apps.access.queries import day_of
from kith.apps.agencies.queries import worker_cards
from kith.apps.cases.projections import FamilyMeeting
from kith.apps.occasions.clocks import clock_of
from kith.apps.occasions.kinds import (
    COMPLAINT,
    MEETING,
    child_answers,
    not_coming_kinds,
    occasion_kinds,
    reasons_why_not,
    ways_of_answering,
    ways_to_speak_up,
)
from kith.apps.occasions.models import (
    ChildAnswer,
    LedgerRow,
    NotComing,
    Occasion,
    Representation,
    RepresentationAnswer,
    TeamRow,
)
from kith.apps.occasions.projections import (
    AnswerCard,
    ChildAnswerCard,
    NotComingCard,
    OccasionCard,
    RepresentationCard,
    RowCard,
    RowSaid,
)
from kith.apps.occasions.saying import CAME
from kith.apps.people.queries import Texts
from kith.kernel.coming_back import has_come

Row = TypeVar("Row", LedgerRow, TeamRow)
ROW_TEXTS = ("told_by", "told_words", "asked_words", "invited_by", "helps_words", "why_words", "tried")
ROW_FACTS = tuple(field.name for field in fields(RowSaid) if field.name not in ROW_TEXTS)
OCCASION_TEXTS = ("words", "plain", "place")
ANSWER_TEXTS = ("words", "judged", "asked_by")
NOT_COMING_TEXTS = ("seen", "view", "doing", "together", "adult_services")
ASKED_TO_MEETING = ("invited", "came", "away")
REPLY_TEXTS = ("done", "answered_by")
TOLD, NOT_TOLD = "yes", "no"


def row_cards(
    rows: Iterable[LedgerRow], names: Mapping[str, str], texts: Texts, meeting: FamilyMeeting | None = None
) -> tuple[RowCard, ...]:
    """Of those who may be named. What the path says of its own meeting is not asked for again."""
    rows = [row for row in rows if row.person.ref in names]
    workers = worker_cards({row.recorded_by_id for row in rows})
    reasons = reasons_why_not()
    found = {
        row.person.ref: row_card(row, empty_row(row.person.ref, names[row.person.ref]), texts, workers, reasons)
        for row in rows
    }
    for ref, presence, why in meeting.guests if meeting else ():
        if ref in names:
            card = found.get(ref) or empty_row(ref, names[ref])
            found[ref] = with_presence(card, presence, texts.says(why))
    return tuple(found[ref] for ref in names if ref in found)


def empty_row(ref: str, name: str) -> RowCard:
    return RowCard(person_ref=ref, name=name, said=RowSaid())


def row_card(
    row: LedgerRow | TeamRow, empty: RowCard, texts: Texts, workers: Mapping[int, Any], reasons: Mapping[str, str]
) -> RowCard:
    facts = {name: getattr(row, name) for name in columns_of(row, ROW_FACTS)}
    said = RowSaid(**facts, **texts.shown(row, columns_of(row, ROW_TEXTS)))
    return replace(
        empty,
        said=said,
        version=row.version,
        told=told_in_words(row),
        invited=invited_in_words(row),
        came=CAME.get(said.came, ""),
        why=reasons.get(said.why_not, ""),
        recorded_by=workers[row.recorded_by_id].at_agency,
        recorded_at=row.recorded_at,
    )


def told_in_words(row: LedgerRow | TeamRow) -> str:
    return TOLD if row.told_on else NOT_TOLD if row.why_not else ""


def invited_in_words(row: LedgerRow | TeamRow) -> str:
    return TOLD if row.invited_on else NOT_TOLD if row.why_not else ""


def invited_to(presence: str) -> bool:
    """Whether somebody whose presence at a meeting is told was asked to it."""
    return presence in ASKED_TO_MEETING


def columns_of(row: Model, names: Iterable[str]) -> tuple[str, ...]:
    """Of these names those that a row of this kind keeps: of a worker less is asked than of the family."""
    kept = {field.name for field in row._meta.concrete_fields}
    return tuple(name for name in names if name in kept)


def with_presence(card: RowCard, presence: str, why: str) -> RowCard:
    came = {"came": CAME["yes"], "away": CAME["no"]}.get(presence, "")
    return replace(card, invited=TOLD if invited_to(presence) else NOT_TOLD, came=came, why=card.why or why)


def occasion_card(
    row: Occasion,
    rows: tuple[RowCard, ...],
    team: tuple[RowCard, ...],
    answer: ChildAnswerCard | None,
    texts: Texts,
    by: str = "",
) -> OccasionCard:
    kind = occasion_kinds()[row.kind]
    shown = texts.shown(row, OCCASION_TEXTS)
    return OccasionCard(
        ref=row.ref,
        version=row.version,
        kind=row.kind,
        says=kind.says,
        plain=shown["plain"],
        words=shown["words"],
        on=row.on_day,
        at=row.at,
        place=shown["place"],
        is_of_path=False,
        is_taken_out=row.withdrawn_at is not None,
        answer=answer,
        rows=rows,
        team=team,
        recorded_by=by,
    )


def meeting_card(
    one: FamilyMeeting,
    rows: tuple[RowCard, ...],
    team: tuple[RowCard, ...],
    answer: ChildAnswerCard | None,
    texts: Texts,
) -> OccasionCard:
    return OccasionCard(
        ref=one.ref,
        version=0,
        kind=MEETING,
        says=occasion_kinds()[MEETING].says,
        plain="",
        words=one.says,
        on=one.on,
        at=one.at,
        place=texts.says(one.place),
        is_of_path=True,
        is_taken_out=one.is_taken_out,
        answer=answer,
        rows=rows,
        team=team,
    )


def answer_cards(rows: Sequence[ChildAnswer], texts: Texts) -> dict[str, list[ChildAnswerCard]]:
    """By the ref of the occasion, the last one first."""
    workers = worker_cards({row.recorded_by_id for row in rows})
    found: dict[str, list[ChildAnswerCard]] = defaultdict(list)
    for row in rows:
        shown = texts.shown(row, ANSWER_TEXTS)
        card = ChildAnswerCard(
            says=child_answers()[row.answer],
            asked_on=row.asked_on,
            recorded_by=workers[row.recorded_by_id].at_agency,
            **shown,
        )
        found[row.occasion_ref].append(card)
    return found


def not_coming_cards(
    rows: Sequence[NotComing], names: Mapping[str, str], texts: Texts, on: dt.date, unsure: Collection[str]
) -> tuple[NotComingCard, ...]:
    """`unsure` are those with whom contact waits for an answer about safety."""
    workers = worker_cards({row.recorded_by_id for row in rows})
    return tuple(
        NotComingCard(
            ref=row.ref,
            person_ref=row.person.ref,
            name=names[row.person.ref],
            is_safety_first=row.person.ref in unsure,
            kind=not_coming_kinds()[row.kind].says,
            means=not_coming_kinds()[row.kind].means,
            never=not_coming_kinds()[row.kind].never,
            response=not_coming_kinds()[row.kind].responses[row.response],
            look_again_on=row.look_again_on,
            is_due=has_come(row.look_again_on, on),
            is_taken_out=row.withdrawn_at is not None,
            recorded_by=workers[row.recorded_by_id].at_agency,
            recorded_at=row.recorded_at,
            **texts.shown(row, NOT_COMING_TEXTS),
        )
        for row in rows
        if row.person.ref in names
    )


def by_occasion(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.occasion_ref].append(row)
    return found


def representation_cards(
    rows: Sequence[Representation],
    answers: Mapping[int, Sequence[RepresentationAnswer]],
    names: Mapping[str, str],
    texts: Texts,
    today: dt.date,
    *,
    may_keep: bool,
) -> tuple[RepresentationCard, ...]:
    """Whoever reads a complaint may answer it; all else whoever keeps the ledger."""
    workers = worker_cards({answer.recorded_by_id for some in answers.values() for answer in some})
    return tuple(
        RepresentationCard(
            ref=row.ref,
            version=row.version,
            name=names[row.person.ref],
            kind=row.kind,
            says=ways_to_speak_up()[row.kind].says,
            words=texts.says(row.words),
            reach=texts.says(row.reach),
            sent_on=day_of(row.sent_at),
            clock=clock_of(row.kind, day_of(row.sent_at), row.due_on, row.answered_on, today=today),
            answers=tuple(
                AnswerCard(
                    way=ways_of_answering()[answer.way],
                    answered_on=answer.answered_on,
                    recorded_by=workers[answer.recorded_by_id].at_agency,
                    recorded_at=answer.recorded_at,
                    **texts.shown(answer, REPLY_TEXTS),
                )
                for answer in answers.get(row.pk, ())
            ),
            may_answer=may_keep or row.kind == COMPLAINT,
        )
        for row in rows
    )
