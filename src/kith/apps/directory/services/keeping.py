"""Deeds on one entry: written, changed, checked, taken out, put back. Each adds a version; none is written over."""

import datetime as dt
from dataclasses import replace
from typing import Any

from kith.apps.access.queries import NothingHere, day_of, require_by_role
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import Deed, deed
from kith.apps.directory import events, models
from kith.apps.directory.actions import ASSURE, KEEP
from kith.apps.directory.agencies_by_name import AgenciesByName
from kith.apps.directory.entries import entry_of
from kith.apps.directory.filling import fill, fill_provider, name_key
from kith.apps.directory.queries.county import words_in_force
from kith.apps.directory.rules import CannotKeepService, require_sound
from kith.apps.directory.services.placing import place_one
from kith.apps.directory.services.writing import id_for, index, keep_versions
from kith.apps.records.base import next_ref, require_version
from kith.engines.referral_feeds import ProviderEntry, ServiceEntry


def add_service(*, by: Actor, entry: ServiceEntry, given_by: str, now: dt.datetime) -> str:
    """Write a service into the directory; who gives it is known by name, or new. Returns its ref."""
    decision = require_by_role(by, KEEP, now=now)
    ref = next_ref()
    told = replace(entry, id=id_for(ref))
    require_sound(told, day_of(now))
    with deed(events.ADDED, by=by, now=now, decision=decision) as act:
        provider = _provider_called(given_by)
        told = replace(told, provider_id=provider.feed_id)
        row = fill(models.Service(ref=ref, feed_id=told.id, provider=provider), told)
        row.save(force_insert=True)
        keep_versions([row], now)
        index([(row, told)], words_in_force(day_of(now)))
        act.notes(service=ref, before={}, after=row.facts)
    return ref


def change_service(
    *, by: Actor, ref: str, entry: ServiceEntry, given_by: str, expected_version: int, now: dt.datetime
) -> None:
    decision = require_by_role(by, KEEP, now=now)
    require_sound(entry, day_of(now))
    with deed(events.CHANGED, by=by, now=now, decision=decision) as act:
        row = _row(ref, expected_version, now)
        row.provider = _provider_called(given_by)
        told = replace(entry, id=row.feed_id, provider_id=row.provider.feed_id)
        _put(row, told, act, now)


def assure_service(*, by: Actor, ref: str, expected_version: int, now: dt.datetime) -> None:
    """Somebody asked the service today, and everything in the entry is right; their agency stands beside it."""
    decision = require_by_role(by, ASSURE, now=now)
    with deed(events.ASSURED, by=by, now=now, decision=decision) as act:
        row = _row(ref, expected_version, now)
        _put(row, replace(entry_of(row.facts), assured_on=day_of(now), assured_by=by.agency_name), act, now)


def take_out_service(*, by: Actor, ref: str, expected_version: int, now: dt.datetime) -> None:
    decision = require_by_role(by, KEEP, now=now)
    with deed(events.TAKEN_OUT, by=by, now=now, decision=decision) as act:
        row = _row(ref, expected_version, now)
        row.is_taken_out = True
        _put(row, entry_of(row.facts), act, now)


def put_back_service(*, by: Actor, ref: str, version: int, expected_version: int, now: dt.datetime) -> None:
    """An earlier version stands again, as a new one."""
    decision = require_by_role(by, KEEP, now=now)
    with deed(events.PUT_BACK, by=by, now=now, decision=decision) as act:
        row = _row(ref, expected_version, now)
        earlier = models.ServiceVersion.objects.filter(service=row, version=version).first()
        if earlier is None:
            raise CannotKeepService("That earlier entry is not on file.")
        row.is_taken_out = earlier.is_taken_out
        told = entry_of(earlier.facts)
        row.provider = models.Provider.objects.filter(feed_id=told.provider_id).first() or row.provider
        _put(row, told, act, now)


def _row(ref: str, expected_version: int, now: dt.datetime) -> models.Service:
    """What a published feed has not put in its place yet is put there first."""
    place_one(ref, now)
    row = models.Service.objects.select_for_update(of=("self",)).select_related("provider").filter(ref=ref).first()
    if row is None:
        raise NothingHere
    require_version(row, expected_version)
    return row


def _put(row: models.Service, told: ServiceEntry, act: Deed, now: dt.datetime) -> None:
    before = dict[str, Any](row.facts)
    row.version += 1
    fill(row, told).save()
    keep_versions([row], now)
    index([(row, told)], words_in_force(day_of(now)))
    changed = {name for name in before.keys() | row.facts.keys() if before.get(name) != row.facts.get(name)}
    act.notes(
        service=row.ref,
        version=row.version,
        before={name: before.get(name, "") for name in sorted(changed)},
        after={name: row.facts.get(name, "") for name in sorted(changed)},
    )


def _provider_called(name: str) -> models.Provider:
    """Whoever gives services under this name, an agency of the partnership by that name, or somebody new."""
    said = " ".join(name.split())
    if not said:
        raise CannotKeepService("Write who gives the service.")
    known = models.Provider.objects.filter(sort_key=name_key(said)).order_by("pk").first()
    if known:
        return known
    ref = next_ref()
    told = ProviderEntry(id=id_for(ref), name=said[:300])
    row = fill_provider(models.Provider(ref=ref, feed_id=told.id, agency_id=AgenciesByName().id_of(told.name)), told)
    row.save(force_insert=True)
    return row
