"""The directory of the invented county: its services, places and thresholds."""

import datetime as dt
import uuid
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

from kith.apps.agencies.projections import Operator
from kith.apps.directory.services import load_county_data, load_services
from kith.engines.referral_feeds import Feed, Place, ProviderEntry, ServiceEntry
from kith.testing.town.shelf import data_file

COUNTY_FILES = ("areas.toml", "thresholds.toml")
_SPACE = uuid.UUID("3b6f7f3a-7d57-5e0c-9f53-0a4a7f1c9d20")
_SAME = ("eligibility", "waiting", "fees", "alert", "status", "asks_for")


def fill_directory(*, by: Operator, today: dt.date, now: dt.datetime) -> None:
    """Places and thresholds first, so that services are found by them."""
    for name in COUNTY_FILES:
        load_county_data(by=by, data=_data(name), name=name, now=now)
    load_services(by=by, feed=invented_feed(today), now=now)


def invented_feed(today: dt.date) -> Feed:
    told = data_file("directory/services.toml")
    providers = {key: ProviderEntry(id=_id(key), name=name) for key, name in told["providers"].items()}
    services = tuple(_service(spec, providers[spec["by"]], today) for spec in told["services"])
    return Feed(providers=tuple(providers.values()), services=services)


def _service(spec: Mapping[str, Any], provider: ProviderEntry, today: dt.date) -> ServiceEntry:
    checked = today - dt.timedelta(days=spec["checked"]) if "checked" in spec else None
    return ServiceEntry(
        id=_id(spec["name"]),
        name=spec["name"],
        provider_id=provider.id,
        description=spec["says"],
        phone=spec.get("phone_is") or f"01632 960{spec['phone']}",
        age_from=spec.get("from"),
        age_to=spec.get("to"),
        how_to_refer=spec["refer"],
        assured_on=checked,
        assured_by=provider.name if checked else "",
        hours=tuple(_some(spec, "hours")),
        areas=tuple(spec.get("areas", ())),
        places=tuple(_places(spec)),
        languages=tuple(spec.get("languages", ())),
        needs=tuple(spec["needs"]),
        audiences=tuple(spec.get("for", ())),
        **{part: spec[part] for part in _SAME if part in spec},
    )


def _places(spec: Mapping[str, Any]) -> Iterator[Place]:
    if "place" in spec:
        yield Place(address=spec["place"], postcode=spec["postcode"], access=spec.get("access", ""))


def _some(spec: Mapping[str, Any], part: str) -> Iterator[str]:
    if part in spec:
        yield spec[part]


def _id(key: str) -> str:
    return str(uuid.uuid5(_SPACE, key))


def _data(name: str) -> bytes:
    return (files("kith.testing.town") / "data" / "directory" / name).read_bytes()
