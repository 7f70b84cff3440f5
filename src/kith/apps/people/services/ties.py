"""Adding, disputing, taking out and putting back ties."""

import datetime as dt
from collections.abc import Iterable, Mapping

from django.db.models import Q

from kith.apps.access.queries import NothingHere, require, target_of, visible
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import Deed, deed
from kith.apps.people import actions, events
from kith.apps.people.models import Account, Person, Tie
from kith.apps.people.relatives import NEW
from kith.apps.people.rules import CannotAddTie, checked_tie
from kith.apps.people.services.rows import said_of, sight_of
from kith.apps.people.services.words import Words, checked_words
from kith.apps.people.unions import TieFact
from kith.apps.people.writing import Source, tie_row
from kith.apps.records.base import require_version
from kith.engines.drawing import network as net
from kith.kernel.decisions import Decision
from kith.kernel.text import LIMITS, cleaned


def require_tie_ends(actor: Actor, ties: Iterable[TieFact], *, now: dt.datetime) -> dict[str, int]:
    """Keys of the people the ties name, each of whom the actor may change; strangers are not there."""
    refs = {end for tie in ties for end in (tie.a, tie.b)} | {
        tie.account.view_of for tie in ties if tie.account and tie.account.view_of
    }
    refs.discard(NEW)
    for ref in sorted(refs):
        require(actor, actions.CHANGE, ref, now=now)
    return dict(Person.objects.filter(subject__ref__in=refs).values_list("subject__ref", "pk"))


def add_tie(*, by: Actor, child_ref: str, tie: TieFact, now: dt.datetime) -> str:
    """A tie between two people of a child's network; its ref. The same tie told twice is one tie."""
    decision = require(by, actions.CHANGE, child_ref, now=now)
    tie = checked_tie(tie)
    keys = require_tie_ends(by, [tie], now=now)
    _refuse_twice(by, tie, keys, now=now)
    words = checked_words(by, [target_of(child_ref).id], words_of(tie), now=now)
    with deed(events.TIE_ADDED, by=by, now=now, decision=decision, subjects=[child_ref, tie.a, tie.b]) as act:
        ref = keep_tie(act, tie, keys, words=words, source=Source(by.agency_id, now))
        act.notes(tie=ref)
    return ref


def keep_tie(act: Deed, tie: TieFact, keys: dict[str, int], *, words: Words, source: Source) -> str:
    """Inside the deed: the tie is stored, with the words of whoever told it, and stands on the record; its ref."""
    row = Tie(**tie_row(tie, keys, source))
    row.save(force_insert=True)
    words.keep(row.ref, "words", "told_by")
    record_tie(act, tie)
    return str(row.ref)


def words_of(tie: TieFact) -> tuple[str, ...]:
    """The free text of a tie."""
    return (tie.account.told_by, tie.account.words) if tie.account else ()


def record_tie(act: Deed, tie: TieFact, *, new: str = "") -> None:
    """A new tie, on the record of both its people; `new` is the ref of whoever the id `NEW` stands for."""
    said = said_of(tie) | {"a": new if tie.a == NEW else tie.a, "b": new if tie.b == NEW else tie.b}
    for ref in (said["a"], said["b"]):
        act.changed(ref, after={f"tie {tie.kind}": said})


def _refuse_twice(actor: Actor, tie: TieFact, keys: dict[str, int], *, now: dt.datetime) -> None:
    """Only for a tie the actor can see: the answer must not tell that a hidden one is there."""
    since = tie.since.code if tie.since else ""
    same = sight_of(actor, now=now).rows(Tie, kind=tie.kind, a=keys[tie.a], b=keys[tie.b], since=since)
    same = same.filter(withdrawn_at=None)
    seen = visible(actor, actions.READ, Person.objects.all(), now=now).values("pk")
    if same.filter(Q(view_of=None) | Q(view_of__in=seen), sensitivity__lte=actor.clearance).exists():
        raise CannotAddTie("That tie is already there. If you heard it from somebody else, add their account to it.")


def add_account(
    *, by: Actor, tie_ref: str, account: net.Account, agrees: bool, expected_version: int, now: dt.datetime
) -> None:
    """Put another source beside the first; when it differs the tie is disputed and both are kept."""
    decision = _require_both(by, tie_ref, now)
    with deed(events.TIE_ACCOUNTED, by=by, now=now, decision=decision) as act:
        row = _locked(tie_ref, expected_version)
        before = {"certainty": row.certainty}
        heard = Account(
            tie=row,
            agrees=agrees,
            told_by=cleaned(account.told_by, limit=LIMITS["name"]),
            told_on=account.told_on,
            words=cleaned(account.words, limit=LIMITS["line"]),
            organisation_id=by.agency_id,
            recorded_at=now,
        )
        heard.save(force_insert=True)
        checked_words(by, ends_of(row), [heard.told_by, heard.words], now=now).keep(heard.ref, "words", "told_by")
        row.certainty = row.certainty if agrees else "disputed"
        told = {"agrees": agrees, "told_by": heard.told_by, "told_on": heard.told_on, "words": heard.words}
        _save(row, act, before=before, after={"certainty": row.certainty, "account": told})


def withdraw_tie(*, by: Actor, tie_ref: str, why: str, expected_version: int, now: dt.datetime) -> None:
    """Take a tie out. It stays on record, struck through, with who and why."""
    decision = _require_both(by, tie_ref, now)
    with deed(events.TIE_WITHDRAWN, by=by, now=now, decision=decision) as act:
        row = _locked(tie_ref, expected_version)
        before = _withdrawal_of(row)
        row.withdrawn_at, row.withdrawn_by_id, row.withdrawn_why = now, by.id, cleaned(why, limit=LIMITS["line"])
        checked_words(by, ends_of(row), [row.withdrawn_why], now=now).keep(row.ref, "why")
        _save(row, act, before=before, after=_withdrawal_of(row))


def restore_tie(*, by: Actor, tie_ref: str, expected_version: int, now: dt.datetime) -> None:
    """Undo taking out: a new deed, not an eraser."""
    decision = _require_both(by, tie_ref, now)
    with deed(events.TIE_RESTORED, by=by, now=now, decision=decision) as act:
        row = _locked(tie_ref, expected_version)
        before = _withdrawal_of(row)
        row.withdrawn_at, row.withdrawn_by_id, row.withdrawn_why = None, None, ""
        _save(row, act, before=before, after=_withdrawal_of(row))


def ends_of(row: Tie) -> tuple[int, int]:
    return row.a.subject_id, row.b.subject_id


def _withdrawal_of(row: Tie) -> dict[str, object]:
    return {"withdrawn": row.withdrawn_at is not None, "why": row.withdrawn_why}


def _require_both(actor: Actor, tie_ref: str, now: dt.datetime) -> Decision:
    """A tie is there for whoever may change both its people and is cleared for it."""
    rows = sight_of(actor, now=now).rows(Tie, ref=tie_ref)
    row = rows.select_related("a__subject", "b__subject", "view_of__subject").first()
    if row is None or row.sensitivity > actor.clearance:
        raise NothingHere
    if row.view_of_id and row.view_of:
        require(actor, actions.READ, row.view_of.subject.ref, now=now)
    require(actor, actions.CHANGE, row.a.subject.ref, now=now)
    return require(actor, actions.CHANGE, row.b.subject.ref, now=now)


def _locked(tie_ref: str, expected_version: int) -> Tie:
    row = Tie.objects.select_for_update(of=("self",)).select_related("a__subject", "b__subject").get(ref=tie_ref)
    require_version(row, expected_version)
    return row


def _save(row: Tie, act: Deed, *, before: Mapping[str, object], after: Mapping[str, object]) -> None:
    """The next version of a tie; what changed of it is on the record of both its people."""
    row.version += 1
    row.save()
    for ref in (row.a.subject.ref, row.b.subject.ref):
        act.changed(ref, before={"kind": row.kind, **before}, after={"kind": row.kind, **after})
    act.notes(tie=row.ref)
