"""Reading Open Referral UK: every file of a feed, every entry, every fault; a feed with faults gives nothing."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from kith.engines.referral_feeds import parts
from kith.engines.referral_feeds.entries import STATUSES, Feed, ProviderEntry, ServiceEntry
from kith.engines.referral_feeds.fields import (
    LONGEST_ID,
    Notes,
    Table,
    age,
    day,
    line,
    mail_address,
    table_in,
    tables,
    text,
    web_address,
)
from kith.engines.referral_feeds.messages import Message, in_sentences
from kith.kernel.errors import KithError

MOST_ENTRIES = 20_000
_ONLY_PROVIDERS_HAVE = {"website", "organization_identifiers", "legal_status", "year_incorporated"}
_NEEDED = ("id", "name", "status")
_KNOWN = {field.name for field in fields(ServiceEntry)} | {
    *("organization", "organization_id", "minimum_age", "maximum_age", "assured_date", "assurer_email", "schedules"),
    *("service_areas", "service_at_locations", "cost_options", "contacts", "attributes", "phones", "eligibility"),
    *("eligibilities", "eligibility_description", "wait_time", "application_process", "fees_description"),
    *("last_modified", "additional_urls", "location"),
}
Entry = TypeVar("Entry", ProviderEntry, ServiceEntry)


class CannotReadFeed(KithError):
    """A feed with faults; `faults` says each of them, with its file, entry and field."""

    def __init__(self, faults: Sequence[Message]) -> None:
        self.faults = in_sentences(faults)
        super().__init__(" ".join(self.faults))


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, and what somebody should know about it."""

    feed: Feed
    warnings: tuple[Message, ...] = ()


def read_feed(files: Sequence[tuple[str, bytes]]) -> Reading:
    """The files of one feed, by name: pages of services, single services, organisations, services at places.

    Raises `CannotReadFeed` with every fault. An id that stands twice is one entry; the first that says a thing is kept.

    >>> reading = read_feed([("a.json", b'{"id": "1", "name": "Chat", "status": "active", "maximum_age": 18}')])
    >>> reading.feed.services[0].age_to
    18
    """
    notes = [Notes(name) for name, _ in files]
    gathered = _Gathered({}, {}, {})
    for (_, data), noted in zip(files, notes, strict=True):
        for place, table in enumerate(_entries(data, noted), 1):
            _take(table, noted.at(place if noted.entry else 0), gathered)
    if files and not gathered.services and not any(noted.faults for noted in notes):
        notes[0].at(0).fault("there is no service in it")
    if faults := [fault for noted in notes for fault in noted.faults]:
        raise CannotReadFeed(faults)
    _check_providers(gathered, notes)
    for entry in gathered.services.values():
        _warn_of_gaps(entry, gathered.first_seen[entry.id])
    feed = Feed(providers=tuple(gathered.providers.values()), services=tuple(gathered.services.values()))
    return Reading(feed, tuple(warning for noted in notes for warning in noted.warnings))


@dataclass(slots=True)
class _Gathered:
    """Entries by id, in the order in which they first came."""

    providers: dict[str, ProviderEntry]
    services: dict[str, ServiceEntry]
    first_seen: dict[str, Notes]


def _entries(data: bytes, notes: Notes) -> Iterator[Table]:
    """The tables of a file; `notes.entry` is set where there is a list to count in."""
    try:
        found: Any = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError):
        notes.fault("this is no JSON file")
        return
    if isinstance(found, dict) and "contents" in found:
        _check_total(found, notes)
        found = found["contents"]
    elif isinstance(found, dict):
        yield found
        return
    if not isinstance(found, list) or len(found) > MOST_ENTRIES:
        notes.fault(f"this has to be a service or a list of at most {MOST_ENTRIES:,} services")
        return
    notes.entry = 1
    for place, one in enumerate(found, 1):
        if not isinstance(one, dict):
            notes.at(place).fault("this has to be an object")
        yield one if isinstance(one, dict) else {"services": []}


def _check_total(page: Table, notes: Notes) -> None:
    told, there = page.get("total_items"), page.get("contents")
    if isinstance(told, int) and isinstance(there, list) and told != len(there):
        notes.warn(f"it promises {told:,} entries and holds {len(there):,}", "total_items")


def _take(table: Table, notes: Notes, gathered: _Gathered) -> None:
    """Whatever an entry is: a service, a service at a place, or an organisation with its services."""
    if isinstance(table.get("service"), dict):
        linked = {"id": table.get("id"), "location": table.get("location")}
        service = table["service"]
        others = [one for one in service.get("service_at_locations") or () if isinstance(one, dict)]
        _take_service({**service, "service_at_locations": [linked, *others]}, notes, gathered)
    elif "services" in table or ("status" not in table and _ONLY_PROVIDERS_HAVE & table.keys()):
        provider_id = _take_provider(table, notes, gathered, path="") if table.keys() - {"services"} else ""
        for service in tables(table, "services", notes):
            _take_service({"organization_id": provider_id, **service}, notes, gathered)
    else:
        _take_service(table, notes, gathered)


def _take_provider(table: Table, notes: Notes, gathered: _Gathered, *, path: str) -> str:
    found = ProviderEntry(
        id=line(table, "id", notes, most=LONGEST_ID, path=path),
        name=line(table, "name", notes, path=path),
        description=text(table, "description", notes, path=path),
        website=web_address(table, "website", notes, path=path),
        email=mail_address(table, "email", notes, path=path),
        phone=parts.contact(table, notes)["phone"],
    )
    if not found.id or not found.name:
        notes.fault("the organisation needs an id and a name", "organization")
        return ""
    _keep(gathered.providers, found, notes)
    return found.id


def _take_service(table: Table, notes: Notes, gathered: _Gathered) -> None:
    missing = [name for name in _NEEDED if table.get(name) in (None, "")]
    if missing:
        notes.fault(f"the service has no {', no '.join(missing)}")
    organization = table_in(table, "organization", notes)
    provider_id = line(table, "organization_id", notes, most=LONGEST_ID)
    if organization:
        provider_id = _take_provider(organization, notes, gathered, path="organization.")
    if provider_id == table.get("id"):
        notes.warn("the organisation has the id of its service", "organization.id")
    for name in sorted(table.keys() - _KNOWN):
        notes.warn("Kith does not know this field and leaves it out", name[:60])
    entry = _service(table, provider_id, notes)
    if not missing:
        gathered.first_seen.setdefault(entry.id, notes)
        _keep(gathered.services, entry, notes)


def _service(table: Table, provider_id: str, notes: Notes) -> ServiceEntry:
    asked = parts.contact(table, notes)
    terms = list(parts.terms(table, notes))
    ours = {code: description for code, _, description in terms if code in parts.OUR_TEXTS}
    limits = [*tables(table, "eligibility", notes), *tables(table, "eligibilities", notes)]
    entry = ServiceEntry(
        id=line(table, "id", notes, most=LONGEST_ID),
        name=line(table, "name", notes),
        provider_id=provider_id,
        status=_status(table, notes),
        description=text(table, "description", notes),
        url=web_address(table, "url", notes),
        email=mail_address(table, "email", notes) or asked["email"],
        phone=asked["phone"],
        asks_for=asked["asks_for"],
        age_from=_first_age(table, limits, "minimum_age", notes),
        age_to=_first_age(table, limits, "maximum_age", notes),
        eligibility=ours.get("eligibility", "") or text(table, "eligibility_description", notes),
        waiting=ours.get("waiting", "") or text(table, "wait_time", notes),
        how_to_refer=ours.get("how_to_refer", "") or text(table, "application_process", notes),
        fees=parts.fees(table, notes),
        alert=text(table, "alert", notes),
        assured_on=day(table, "assured_date", notes),
        assured_by=ours.get("assured_by", "") or mail_address(table, "assurer_email", notes),
        hours=tuple(parts.hours(table, notes)),
        areas=tuple(parts.names_of(table, "service_areas", notes, also="service_area")),
        places=tuple(parts.places(table, notes)),
        languages=tuple(parts.names_of(table, "languages", notes, also="code")),
        needs=tuple(name for code, name, _ in terms if not code and name),
        audiences=tuple(name for code, name, _ in terms if code == parts.FOR and name),
    )
    if entry.age_from is not None and entry.age_to is not None and entry.age_from > entry.age_to:
        notes.fault("the youngest age is above the oldest", "minimum_age")
    return entry


def _status(table: Table, notes: Notes) -> str:
    status = line(table, "status", notes)
    if status and status not in STATUSES:
        notes.fault(f"the status has to be one of {', '.join(STATUSES)}", "status")
    return status


def _first_age(table: Table, limits: Sequence[Table], name: str, notes: Notes) -> int | None:
    return next((found for one in (table, *limits) if (found := age(one, name, notes)) is not None), None)


def _warn_of_gaps(entry: ServiceEntry, notes: Notes) -> None:
    if not entry.description:
        notes.warn("nothing says what the service does", "description")
    if entry.assured_on is None:
        notes.warn("nobody says when it was last checked", "assured_date")
    if not entry.provider_id:
        notes.warn("nothing says who gives the service", "organization")


def _keep(kept: dict[str, Entry], found: Entry, notes: Notes) -> None:
    """One entry for each id: the first says what it says, later ones fill what it leaves open."""
    first = kept.get(found.id)
    if first is None:
        kept[found.id] = found
        return
    told = {field.name: getattr(found, field.name) for field in fields(found)}
    open_in_first = {name: value for name, value in told.items() if not _says(getattr(first, name)) and _says(value)}
    kept[found.id] = replace(first, **open_in_first)
    if isinstance(found, ServiceEntry):
        notes.warn("its id stands before, so it is the same service; only what was still open is taken", "id")
    if any(_says(value) and value != getattr(kept[found.id], name) for name, value in told.items()):
        notes.warn("it says something else than an entry with the same id; the first is kept", "id")


def _says(value: object) -> bool:
    return value is not None and value not in ("", ())


def _check_providers(gathered: _Gathered, notes: Sequence[Notes]) -> None:
    unknown = {one.provider_id for one in gathered.services.values()} - gathered.providers.keys() - {""}
    for provider_id in sorted(unknown):
        says = f"the organisation {provider_id} is named and not described; its services are kept"
        notes[0].warn(says, "organization_id")
