"""The line of help with its whole history, and the form by which it is kept."""

import datetime as dt
from collections.abc import Sequence

from kith.apps.access.queries import NothingHere, decide, require, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import worker_cards
from kith.apps.audit.services import note_opened
from kith.apps.cases.actions import READ, STEP
from kith.apps.cases.continuum import spells_of
from kith.apps.cases.keeping import may_keep_kind
from kith.apps.cases.lines import group_of, line_card, recorded_on_line
from kith.apps.cases.models import Standing
from kith.apps.cases.projections import SpellCard, StandingCard, StandingForm, StandingPage, StandingTold
from kith.apps.cases.questions import standings_of, steps_of
from kith.apps.cases.sight import CONTACT
from kith.apps.cases.standings import group_says, kinds, stops, version_and_source, words_of
from kith.apps.cases.steps import as_taken
from kith.apps.people.queries import Says, sieve


def standing_page(actor: Actor, child_ref: str, *, now: dt.datetime) -> StandingPage:
    decision = require(actor, READ, child_ref, now=now, kind=CONTACT)
    note_opened(child_ref, decision=decision)
    key = target_of(child_ref).id
    rows = list(Standing.objects.filter(subject_id=key).order_by("since_on", "pk"))
    taken = [as_taken(row) for row in steps_of(subject_ids=[key])]
    standing = [row for row in rows if row.withdrawn_at is None]
    may_step = decide(actor, STEP, child_ref, now=now, kind=CONTACT).allowed
    spells = spells_of(recorded_on_line(standing), taken)
    return StandingPage(
        line=line_card(standing, taken),
        spells=tuple(
            SpellCard(
                says=words_of(one.kind, one.ground), since=one.since, until=one.until, is_from_path=one.is_from_path
            )
            for one in reversed(spells)
        ),
        cards=_cards(actor, rows, sieve(actor, [child_ref], now=now), may_step=may_step),
        may_step=may_step,
        version=version_and_source()[0],
        source=version_and_source()[1],
    )


def times_on_line(actor: Actor, child_ref: str, *, now: dt.datetime) -> tuple[SpellCard, ...]:
    """When the child stood at which stop, oldest first, for a page that has opened the child already; nothing where the
    line is not this viewer's to read."""
    if not decide(actor, READ, child_ref, now=now, kind=CONTACT).allowed:
        return ()
    key = target_of(child_ref).id
    taken = [as_taken(row) for row in steps_of(subject_ids=[key])]
    spells = spells_of(recorded_on_line(standings_of(subject_ids=[key])), taken)
    return tuple(
        SpellCard(says=stops()[one.kind].says, since=one.since, until=one.until, is_from_path=one.is_from_path)
        for one in spells
    )


def _cards(actor: Actor, rows: Sequence[Standing], says: Says, *, may_step: bool) -> tuple[StandingCard, ...]:
    """The latest first."""
    workers = worker_cards({row.recorded_by_id for row in rows})
    corrected = {row.corrects for row in rows if row.corrects and row.withdrawn_at is None}
    return tuple(
        StandingCard(
            ref=row.ref,
            version=row.version,
            says=words_of(row.kind, row.ground),
            group=group_of(row),
            means=kinds()[row.kind].means,
            since=row.since_on,
            until=row.until_on,
            is_over=row.until_on is not None,
            words=says(row.words, by=row.recorded_by_id),
            by=workers[row.recorded_by_id].at_agency,
            at=row.recorded_at,
            is_taken_out=row.withdrawn_at is not None,
            is_corrected=row.ref in corrected,
            may_change=may_step and row.withdrawn_at is None and may_keep_kind(actor, row.kind),
        )
        for row in reversed(rows)
    )


def standing_form(actor: Actor, child_ref: str, *, standing_ref: str = "", now: dt.datetime) -> StandingForm:
    """What the form offers this worker, and what stands where one is corrected or ended."""
    require(actor, STEP, child_ref, now=now, kind=CONTACT)
    row = _standing(actor, child_ref, standing_ref) if standing_ref else None
    told = row and StandingTold(kind=row.kind, ground=row.ground, since=row.since_on, words=row.words)
    says = sieve(actor, [child_ref], now=now)
    if row and told and says(row.words, by=row.recorded_by_id) != row.words:
        raise NothingHere  # its words hold something that is sealed to this worker: a form would lose them
    return StandingForm(
        ref=row.ref if row else "", version=row.version if row else 0, told=told or None, choices=_choices(actor)
    )


def _standing(actor: Actor, child_ref: str, standing_ref: str) -> Standing:
    row = Standing.objects.filter(subject__ref=child_ref, ref=standing_ref, withdrawn_at=None).first()
    if row is None or not may_keep_kind(actor, row.kind):
        raise NothingHere
    return row


def _choices(actor: Actor) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """By group, in the order of the file."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name, kind in kinds().items():
        if not may_keep_kind(actor, name):
            continue
        some = found.setdefault(group_says(kind.group), [])
        grounds = [(f"{name}.{key}", f"{kind.says}, {ground.says}") for key, ground in kind.grounds.items()]
        some.extend(grounds or [(name, kind.says)])
    return tuple((group, tuple(some)) for group, some in found.items())
