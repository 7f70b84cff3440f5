"""An entry between its record and the stored row: nothing is lost on the way."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

from kith.engines.referral_feeds import Place, ProviderEntry, ServiceEntry

LISTS = ("hours", "areas", "languages", "needs", "audiences")
_NOT_IN_FACTS = ("id", "name", "provider_id")


def facts_of(entry: ServiceEntry) -> dict[str, Any]:
    """The fields as a row keeps them; the empty ones are left out."""
    told = {name: value for name, value in asdict(entry).items() if value not in (None, "", ())}
    told["places"] = [dict(place) for place in told.get("places", ())]
    if entry.assured_on:
        told["assured_on"] = entry.assured_on.isoformat()
    return told | {name: list(told[name]) for name in LISTS if name in told}


def entry_of(facts: Mapping[str, Any]) -> ServiceEntry:
    known = {field.name for field in fields(ServiceEntry)}
    told = {name: value for name, value in facts.items() if name in known}
    told |= {name: tuple(told[name]) for name in LISTS if name in told}
    told["places"] = tuple(Place(**place) for place in told.get("places", ()))
    if "assured_on" in told:
        told["assured_on"] = dt.date.fromisoformat(told["assured_on"])
    return ServiceEntry(**told)


def provider_facts(entry: ProviderEntry) -> dict[str, Any]:
    return {name: value for name, value in asdict(entry).items() if value}


def provider_of(facts: Mapping[str, Any]) -> ProviderEntry:
    return ProviderEntry(**facts)
