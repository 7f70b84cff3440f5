"""Rows filled from entries: as they are stored, and as what a feed has laid ready is to stand."""

from kith.apps.directory import models
from kith.apps.directory.entries import entry_of, facts_of, provider_facts, provider_of
from kith.engines.referral_feeds import ProviderEntry, ServiceEntry
from kith.kernel.text import sort_key

LONGEST_KEY = 300


def fill(row: models.Service, entry: ServiceEntry) -> models.Service:
    row.name, row.sort_key, row.assured_on = entry.name, name_key(entry.name), entry.assured_on
    row.facts = facts_of(entry)
    return row


def fill_provider(row: models.Provider, told: ProviderEntry) -> models.Provider:
    row.name, row.sort_key, row.facts = told.name, name_key(told.name), provider_facts(told)
    return row


def name_key(name: str) -> str:
    return sort_key(name)[:LONGEST_KEY]


def provider_from(staged: models.StagedEntry, agency_id: int | None) -> models.Provider:
    """As it is to stand; without a key, for nobody stored it yet."""
    row = models.Provider(ref=staged.ref, feed_id=staged.feed_id, version=staged.base_version + 1)
    row.agency_id = agency_id
    return fill_provider(row, provider_of(staged.facts))


def service_from(staged: models.StagedEntry, provider: models.Provider) -> models.Service:
    """As it is to stand, with a key below zero that no stored row has."""
    row = models.Service(pk=-staged.pk, ref=staged.ref, feed_id=staged.feed_id, version=staged.base_version + 1)
    row.is_taken_out, row.provider = staged.is_taken_out, provider
    return fill(row, entry_of(staged.facts))
