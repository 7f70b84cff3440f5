"""What a directory says of a service and of who gives it; a field that nobody filled is empty, never a guess."""

import datetime as dt
from dataclasses import dataclass

ACTIVE, CLOSED_FOR_NOW = "active", "temporarily closed"
STATUSES = (ACTIVE, "inactive", "defunct", CLOSED_FOR_NOW)
OLDEST = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a service is given."""

    name: str = ""
    address: str = ""
    postcode: str = ""
    access: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderEntry:
    """Who gives a service."""

    id: str
    name: str
    description: str = ""
    website: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceEntry:
    """One service. Ages are whole years, both ends included; `asks_for` is a role, never somebody's name."""

    id: str
    name: str
    provider_id: str = ""
    status: str = ACTIVE
    description: str = ""
    url: str = ""
    email: str = ""
    phone: str = ""
    asks_for: str = ""
    age_from: int | None = None
    age_to: int | None = None
    eligibility: str = ""
    waiting: str = ""
    how_to_refer: str = ""
    fees: str = ""
    alert: str = ""
    assured_on: dt.date | None = None
    assured_by: str = ""
    hours: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    languages: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """Everything that one directory says."""

    providers: tuple[ProviderEntry, ...] = ()
    services: tuple[ServiceEntry, ...] = ()
