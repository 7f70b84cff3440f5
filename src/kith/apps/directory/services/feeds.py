"""Bringing a feed in: said first, then done for everybody at one moment; twice changes nothing the second time."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from kith.apps.access.queries import day_of, require_by_role
from kith.apps.agencies.projections import Actor
from kith.apps.audit.projections import Doer
from kith.apps.audit.services import deed, load
from kith.apps.directory import events, models
from kith.apps.directory.actions import LOAD
from kith.apps.directory.entries import facts_of, provider_facts
from kith.apps.directory.projections import FeedPlan
from kith.apps.directory.queries.county import stale_after_days, words_in_force
from kith.apps.directory.ranking import words_under
from kith.apps.directory.rules import is_stale
from kith.apps.directory.services.laying import ChangedMeanwhile, lay_ready, publish
from kith.apps.directory.services.placing import place, put_in_place
from kith.apps.directory.services.writing import GONE
from kith.apps.records.base import next_ref
from kith.engines.referral_feeds import Feed, ProviderEntry, Reading, ServiceEntry, in_sentences
from kith.kernel.decisions import Decision

NOBODY = ProviderEntry(id="0d0a2a52-0000-5a0d-8a3e-000000000000", name="Not said who gives it")
_AT_ONCE = 500
TRIES = 3
Row = TypeVar("Row", models.Service, models.Provider)


@dataclass(slots=True)
class _Sorted:
    """The entries of a feed against the rows that stand."""

    new: list[ServiceEntry]
    changed: list[tuple[models.Service, ServiceEntry]]
    same: int
    providers: dict[str, models.Provider]
    new_providers: list[ProviderEntry]
    words: list[set[tuple[str, str]]]  # of the new ones and then of the changed ones


def plan_feed(*, by: Actor, reading: Reading, now: dt.datetime) -> FeedPlan:
    """What bringing it in would do, and what somebody should know first."""
    require_by_role(by, LOAD, now=now)
    put_in_place(by=by, now=now)
    found, today = _sorted(reading.feed), day_of(now)
    days = stale_after_days(today)
    old = sum(1 for entry in reading.feed.services if entry.assured_on and is_stale(entry, today, days))
    warnings = list(in_sentences(reading.warnings))
    if old:
        warnings.append(f"{old:,} {_services(old)} last checked more than {days} days ago and will say so.")
    return FeedPlan(
        new=tuple(entry.name for entry in found.new),
        changed=tuple(entry.name for _, entry in found.changed),
        same=found.same,
        new_providers=len(found.new_providers),
        staying=models.Service.objects.filter(is_taken_out=False).count() - len(found.changed) - found.same,
        warnings=tuple(warnings),
    )


def load_feed(*, by: Actor, reading: Reading, now: dt.datetime) -> int:
    """Everything of the feed at one moment; what the feed does not name stays. How many entries were written.

    It is laid ready in parts, published by one row, and put in its place in parts, so that nobody waits for a long
    transaction. Stopped before that row it was never there; stopped after it, readers see all of it.
    """
    decision = require_by_role(by, LOAD, now=now)
    for left in reversed(range(TRIES)):
        try:
            return _brought_in(reading.feed, decision, by=by, now=now)
        except ChangedMeanwhile:
            if not left:
                raise
    return 0


def _brought_in(feed: Feed, decision: Decision, *, by: Actor, now: dt.datetime) -> int:
    put_in_place(by=by, now=now)
    found = _sorted(feed)
    if not (found.new or found.changed or found.new_providers):
        return 0
    _work_out_words(found, feed, now)
    staged = list(_staged(found))
    told = lay_ready(staged, _print_of(feed), by=by, now=now)
    with deed(events.FEED_LOADED, by=by, now=now, decision=decision) as act:
        publish(told, len(staged), now=now)
        changed = {row.ref: row.version + 1 for row, _ in found.changed}
        act.notes(feed=told.feed, new=len(found.new), changed=changed)
    put_in_place(by=by, now=now)
    return len(found.new) + len(found.changed)


def load_services(*, by: Doer, feed: Feed, now: dt.datetime) -> None:
    """The first entries of an installation, which nobody reads yet."""
    found = _sorted(feed)
    _work_out_words(found, feed, now)
    with load(events.FEED_LOADED, by=by, now=now, payload={"feed": _print_of(feed), "new": len(feed.services)}):
        place(list(_staged(found)), now)


def _staged(found: _Sorted) -> Iterator[models.StagedEntry]:
    """Providers first, then the new and the changed services, each with the words it is found under."""
    for told in found.new_providers:
        row = found.providers.get(told.id)
        yield models.StagedEntry(
            is_service=False,
            ref=row.ref if row else next_ref(),
            feed_id=told.id,
            base_version=row.version if row else 0,
            facts=provider_facts(told),
        )
    standing = [*((None, entry) for entry in found.new), *found.changed]
    for (service, entry), words in zip(standing, found.words, strict=True):
        yield models.StagedEntry(
            is_service=True,
            ref=service.ref if service else next_ref(),
            feed_id=entry.id,
            base_version=service.version if service else 0,
            is_taken_out=_is_taken_out(service, entry),
            facts=facts_of(entry),
            words=sorted(words),
        )


def _is_taken_out(row: models.Service | None, entry: ServiceEntry) -> bool:
    """By the feed itself, or by somebody here, whom a feed does not overrule."""
    if row is None:
        return entry.status in GONE
    was_gone = row.facts.get("status") in GONE
    return entry.status in GONE or (row.is_taken_out and not was_gone)


def _sorted(feed: Feed) -> _Sorted:
    standing = _standing(models.Service, [entry.id for entry in feed.services])
    told = [entry if entry.provider_id else replace(entry, provider_id=NOBODY.id) for entry in feed.services]
    described = {one.id: one for one in (*_unnamed(told, feed.providers), *feed.providers)}
    providers = _standing(models.Provider, described)
    found = _Sorted([], [], 0, providers, [one for one in described.values() if one.id not in providers], [])
    for entry in told:
        row = standing.get(entry.id)
        if row is None:
            found.new.append(entry)
            continue
        kept = _with_later_check(entry, row)
        if row.facts != facts_of(kept):
            found.changed.append((row, kept))
        else:
            found.same += 1
    known = [one for one in feed.providers if one.id in providers]
    found.new_providers += [one for one in known if provider_facts(one) != providers[one.id].facts]
    return found


def _with_later_check(entry: ServiceEntry, row: models.Service) -> ServiceEntry:
    """Our own workers may have asked the service since the feed was made."""
    if row.assured_on is None or (entry.assured_on is not None and entry.assured_on >= row.assured_on):
        return entry
    return replace(entry, assured_on=row.assured_on, assured_by=row.facts.get("assured_by", ""))


def _unnamed(told: Sequence[ServiceEntry], providers: Sequence[ProviderEntry]) -> list[ProviderEntry]:
    """Who is referred to and not described."""
    known = {one.id for one in providers}
    ids = dict.fromkeys(entry.provider_id for entry in told if entry.provider_id not in known)
    return [NOBODY if one == NOBODY.id else replace(NOBODY, id=one) for one in ids]


def _standing(model: type[Row], ids: Iterable[str]) -> dict[str, Row]:
    """Rows by their id in feeds, asked for in sets that both databases take."""
    wanted = list(ids)
    found: dict[str, Row] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        found |= {row.feed_id: row for row in model.objects.filter(feed_id__in=wanted[start : start + _AT_ONCE])}
    return found


def _work_out_words(found: _Sorted, feed: Feed, now: dt.datetime) -> None:
    """Before the transaction begins: this takes longer than the writing."""
    county = words_in_force(day_of(now))
    names = {NOBODY.id: NOBODY.name} | {one.id: one.name for one in feed.providers}
    entries = [*found.new, *(entry for _, entry in found.changed)]
    found.words = [words_under(entry, names.get(entry.provider_id, ""), county) for entry in entries]


def _print_of(feed: Feed) -> str:
    return hashlib.sha256(repr(feed).encode()).hexdigest()


def _services(number: int) -> str:
    return "service was" if number == 1 else "services were"
