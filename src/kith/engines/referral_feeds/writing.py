"""Writing Open Referral UK: one page with every service in full, the same bytes for the same entries."""

import json
import uuid
from collections.abc import Mapping
from typing import Any

from kith.engines.referral_feeds.entries import Feed, Place, ProviderEntry, ServiceEntry
from kith.engines.referral_feeds.parts import FOR, OUR_TAXONOMY, OUR_TEXTS

_SPACE = uuid.UUID("6f1c2e1c-3d2b-5a77-9f6e-5a2d8f0c4b11")


def write_feed(feed: Feed) -> bytes:
    """A page of HSDS-UK 3. What that has no field for, such as waiting times, stands in attributes of our own taxonomy.

    >>> from kith.engines.referral_feeds.reading import read_feed
    >>> feed = Feed(services=(ServiceEntry(id="1", name="Chat", waiting="2 weeks"),))
    >>> read_feed([("a.json", write_feed(feed))]).feed == feed
    True
    """
    providers = {one.id: one for one in feed.providers}
    contents = [_service(one, providers) for one in feed.services]
    page = {"total_items": len(contents), "total_pages": 1, "page_number": 1, "size": len(contents)}
    page |= {"first_page": True, "last_page": True, "empty": not contents}
    return (json.dumps({**page, "contents": contents}, ensure_ascii=False, indent=1) + "\n").encode()


def _service(entry: ServiceEntry, providers: Mapping[str, ProviderEntry]) -> dict[str, Any]:
    plain = {name: getattr(entry, name) for name in ("id", "name", "status", "description", "url", "email", "fees")}
    provider = providers.get(entry.provider_id)
    table = plain | {
        "alert": entry.alert,
        "minimum_age": entry.age_from,
        "maximum_age": entry.age_to,
        "assured_date": entry.assured_on.isoformat() if entry.assured_on else None,
        "assurer_email": entry.assured_by if "@" in entry.assured_by else None,
        "organization": _provider(provider) if provider else None,
        "organization_id": entry.provider_id if not provider else None,
        "contacts": _contacts(entry),
        "schedules": [_with_id(entry.id, "schedule", description=said) for said in entry.hours],
        "service_areas": [_with_id(entry.id, "area", name=name) for name in entry.areas],
        "languages": [_with_id(entry.id, "language", name=name) for name in entry.languages],
        "service_at_locations": [_place(entry.id, place) for place in entry.places],
        "attributes": _attributes(entry),
    }
    return _filled(table)


def _filled(table: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in table.items() if value not in (None, "", [])}


def _with_id(owner: str, kind: str, **said: Any) -> dict[str, Any]:
    """A part with an id that is the same whenever the same is written."""
    return {"id": str(uuid.uuid5(_SPACE, json.dumps([owner, kind, said], sort_keys=True))), **said}


def _provider(entry: ProviderEntry) -> dict[str, Any]:
    said = {name: getattr(entry, name) for name in ("id", "name", "description", "website", "email")}
    return _filled(said | {"phones": [_with_id(entry.id, "phone", number=entry.phone)] if entry.phone else []})


def _contacts(entry: ServiceEntry) -> list[dict[str, Any]]:
    if not entry.phone and not entry.asks_for:
        return []
    phones = [_with_id(entry.id, "phone", number=entry.phone)] if entry.phone else []
    return [_filled(_with_id(entry.id, "contact", title=entry.asks_for, phones=phones))]


def _place(owner: str, place: Place) -> dict[str, Any]:
    said = _filled({"address_1": place.address, "postal_code": place.postcode})
    address = [_with_id(owner, "address", **said, address_type="physical", country="GB")] if said else []
    access = [_with_id(owner, "access", description=place.access)] if place.access else []
    location = _with_id(
        owner, "place", location_type="physical", name=place.name, addresses=address, accessibility=access
    )
    return _with_id(owner, "link", location=_filled(location))


def _attributes(entry: ServiceEntry) -> list[dict[str, Any]]:
    told = {name: getattr(entry, name) for name in OUR_TEXTS}
    told["assured_by"] = "" if "@" in entry.assured_by else entry.assured_by  # the profile has room for an address only
    ours = [(name, name.replace("_", " "), said) for name, said in told.items() if said]
    ours += [(FOR, name, "") for name in entry.audiences]
    terms = [{"code": code, "name": name, "description": said, "taxonomy": OUR_TAXONOMY} for code, name, said in ours]
    terms += [{"name": name} for name in entry.needs]
    return [_with_id(entry.id, "attribute", taxonomy_term=_with_id("", "term", **_filled(term))) for term in terms]
