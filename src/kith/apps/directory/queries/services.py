"""One entry of the directory, and all of them for a feed."""

import datetime as dt

from kith.apps.access.queries import NothingHere, day_of, require_by_role, role_may
from kith.apps.agencies.projections import Actor
from kith.apps.directory import models
from kith.apps.directory.actions import ASSURE, KEEP, LOAD, READ
from kith.apps.directory.entries import entry_of, provider_of
from kith.apps.directory.projections import GlossaryWord, ServicePage
from kith.apps.directory.queries.county import bodies_in_force, stale_after_days
from kith.apps.directory.queries.standing import all_that_stand, service_that_stands
from kith.apps.directory.rules import ages_in_words, assured_in_words, is_stale
from kith.apps.directory.words_of_county import read_glossary
from kith.engines.referral_feeds import Feed, write_feed

MOST_EARLIER = 10


def service_page(actor: Actor, ref: str, *, now: dt.datetime) -> ServicePage:
    """One entry. One that was taken out is there for those who may put it back."""
    require_by_role(actor, READ, now=now)
    row = service_that_stands(ref)
    if row is None or (row.is_taken_out and not may_keep(actor)):
        raise NothingHere
    today, entry = day_of(now), entry_of(row.facts)
    return ServicePage(
        ref=row.ref,
        version=row.version,
        entry=entry,
        provider=provider_of(row.provider.facts),
        is_agency=row.provider.agency_id is not None,
        ages=ages_in_words(entry),
        assured=assured_in_words(entry),
        is_stale=is_stale(entry, today, stale_after_days(today)),
        is_taken_out=row.is_taken_out,
        earlier=_earlier(row) if may_keep(actor) else (),
        may_assure=role_may(actor, ASSURE),
        may_keep=may_keep(actor),
    )


def _earlier(row: models.Service) -> tuple[tuple[int, dt.datetime], ...]:
    rows = models.ServiceVersion.objects.filter(service__ref=row.ref, version__lt=row.version).order_by("-version")
    return tuple(rows.values_list("version", "set_at")[:MOST_EARLIER])


def service_to_change(actor: Actor, ref: str, *, now: dt.datetime) -> ServicePage:
    require_by_role(actor, KEEP, now=now)
    return service_page(actor, ref, now=now)


def may_keep(actor: Actor) -> bool:
    return role_may(actor, KEEP)


def require_keeper(actor: Actor, *, now: dt.datetime) -> None:
    """Before an empty form is shown."""
    require_by_role(actor, KEEP, now=now)


def may_load(actor: Actor) -> bool:
    return role_may(actor, LOAD)


def require_loader(actor: Actor, *, now: dt.datetime) -> None:
    require_by_role(actor, LOAD, now=now)


def feed_file(actor: Actor, *, now: dt.datetime) -> bytes:
    """Everything that stands in the directory, as one page of Open Referral UK."""
    require_by_role(actor, READ, now=now)
    rows = all_that_stand()
    entries = tuple(entry_of(row.facts) for row in rows)
    providers = {row.provider.feed_id: provider_of(row.provider.facts) for row in rows}
    return write_feed(Feed(providers=tuple(providers.values()), services=entries))


def glossary(actor: Actor, *, now: dt.datetime) -> tuple[GlossaryWord, ...]:
    require_by_role(actor, READ, now=now)
    return read_glossary(bodies_in_force(("glossary",), day_of(now))["glossary"])
