"""Entries are written, checked, changed and put back; feeds come in once; the thresholds are followed."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest

from kith.apps.access.queries import NothingHere
from kith.apps.audit.events import REFUSED
from kith.apps.audit.models import AuditRow
from kith.apps.directory import services
from kith.apps.directory.queries import feed_file, search_page, service_page, threshold_news
from kith.apps.directory.services import CannotKeepService
from kith.apps.records.base import StaleVersion
from kith.engines.referral_feeds import Feed, ProviderEntry, Reading, ServiceEntry, read_feed
from kith.testing.factories import NOW, OPERATOR, Partnership, agency, partnership, rolled_back, worker

pytestmark = pytest.mark.django_db
ENTRY = ServiceEntry(id="", name="Dads on the Quay", description="Breakfast for dads.")
LATER = NOW + dt.timedelta(days=1)
FEED = Feed(
    providers=(ProviderEntry(id="o1", name="Anchor Dads"), ProviderEntry(id="o2", name="Council")),
    services=(
        ServiceEntry(id="s1", name="Walks", provider_id="o1", description="A walk for dads."),
        ServiceEntry(id="s2", name="Duty", provider_id="o2", description="Advice."),
        ServiceEntry(id="s3", name="Gone", provider_id="o2", description="Ended.", status="defunct"),
    ),
)


@pytest.fixture
def county() -> Iterator[Partnership]:
    with rolled_back():
        roles = {"pru": "practitioner", "max": "manager", "abe": "administrator", "ada": "analyst"}
        yield partnership(agencies=[agency("council")], workers=[worker(key, role) for key, role in roles.items()])


def added(county: Partnership) -> str:
    return services.add_service(by=county.actor("max"), entry=ENTRY, given_by="Anchor Dads", now=NOW)


def page(county: Partnership, ref: str, who: str = "max"):
    return service_page(county.actor(who), ref, now=LATER)


def names(county: Partnership, text: str) -> list[str]:
    return [one.name for one in search_page(county.actor("pru"), text, now=NOW).found]


def test_an_entry_is_written_found_and_on_record(county):
    ref = added(county)
    row = AuditRow.objects.latest("pk")
    assert (row.event, row.rule) == ("directory.service.added", "R3")
    assert names(county, "dads") == ["Dads on the Quay"]
    assert page(county, ref).is_stale


def test_whoever_asks_the_service_dates_it_under_their_agency(county):
    ref = added(county)
    services.assure_service(by=county.actor("pru"), ref=ref, expected_version=1, now=NOW)
    assert page(county, ref).assured == "Checked on 24 November 2026 by Council."
    assert not page(county, ref).is_stale
    assert service_page(county.actor("pru"), ref, now=NOW + dt.timedelta(days=184)).is_stale


def test_a_change_is_found_under_its_new_words_and_can_be_put_back(county):
    ref, max_ = added(county), county.actor("max")
    changed = replace(page(county, ref).entry, name="Aunts on the Quay", description="Tea.")
    services.change_service(by=max_, ref=ref, entry=changed, given_by="Council", expected_version=1, now=NOW)
    assert (names(county, "dads"), names(county, "tea")) == ([], ["Aunts on the Quay"])
    assert page(county, ref).is_agency
    services.put_back_service(by=max_, ref=ref, version=1, expected_version=2, now=NOW)
    assert names(county, "dads") == ["Dads on the Quay"]
    assert page(county, ref).provider.name == "Anchor Dads"


def test_what_is_taken_out_is_found_by_nobody_and_opened_by_those_who_may_put_it_back(county):
    ref = added(county)
    services.take_out_service(by=county.actor("max"), ref=ref, expected_version=1, now=NOW)
    assert names(county, "dads") == []
    with pytest.raises(NothingHere):
        page(county, ref, "pru")
    services.put_back_service(by=county.actor("max"), ref=ref, version=1, expected_version=2, now=NOW)
    assert page(county, ref, "pru").entry.name == "Dads on the Quay"


def test_the_second_of_two_is_told_and_bad_entries_are_refused(county):
    ref, max_ = added(county), county.actor("max")
    services.assure_service(by=max_, ref=ref, expected_version=1, now=NOW)
    with pytest.raises(StaleVersion):
        services.take_out_service(by=max_, ref=ref, expected_version=1, now=NOW)
    for wrong in (replace(ENTRY, name=" "), replace(ENTRY, age_from=9, age_to=8), replace(ENTRY, url="quay")):
        with pytest.raises(CannotKeepService):
            services.add_service(by=max_, entry=wrong, given_by="Anchor Dads", now=NOW)


def test_roles_without_the_action_are_refused_on_record(county):
    ref = added(county)
    with pytest.raises(NothingHere):
        services.assure_service(by=county.actor("ada"), ref=ref, expected_version=1, now=NOW)
    with pytest.raises(NothingHere):
        services.add_service(by=county.actor("pru"), entry=ENTRY, given_by="Anchor Dads", now=NOW)
    with pytest.raises(NothingHere):
        services.load_feed(by=county.actor("max"), reading=Reading(FEED), now=NOW)
    assert AuditRow.objects.filter(event=REFUSED).count() == 3


def test_a_feed_comes_in_once_and_links_agencies_of_the_partnership(county):
    abe = county.actor("abe")
    plan = services.plan_feed(by=abe, reading=Reading(FEED), now=NOW)
    assert (plan.new, plan.new_providers) == (("Walks", "Duty", "Gone"), 2)
    assert services.load_feed(by=abe, reading=Reading(FEED), now=NOW) == 3
    rows = AuditRow.objects.count()
    assert services.load_feed(by=abe, reading=Reading(FEED), now=NOW) == 0
    assert AuditRow.objects.count() == rows
    assert set(names(county, "advice gone walk")) == {"Duty", "Walks"}
    ref = next(one.ref for one in search_page(abe, "advice", now=NOW).found)
    assert page(county, ref).is_agency


def test_a_later_feed_changes_what_it_names_keeps_later_checks_and_leaves_the_rest(county):
    abe = county.actor("abe")
    services.load_feed(by=abe, reading=Reading(FEED), now=NOW)
    ref = search_page(abe, "walk", now=NOW).found[0].ref
    services.assure_service(by=abe, ref=ref, expected_version=1, now=NOW)
    services.take_out_service(by=abe, ref=search_page(abe, "advice", now=NOW).found[0].ref, expected_version=1, now=NOW)
    moved = replace(
        FEED, services=(replace(FEED.services[0], waiting="2 weeks"), replace(FEED.services[1], fees="Free"))
    )
    plan = services.plan_feed(by=abe, reading=Reading(moved), now=NOW)
    assert (plan.changed, plan.new) == (("Walks", "Duty"), ())
    services.load_feed(by=abe, reading=Reading(moved), now=NOW)
    entry = page(county, ref).entry
    assert (entry.waiting, entry.assured_on) == ("2 weeks", NOW.date())
    assert names(county, "advice") == []


def test_what_is_taken_away_is_what_stands(county):
    services.load_feed(by=county.actor("abe"), reading=Reading(FEED), now=NOW)
    feed = read_feed([("directory.json", feed_file(county.actor("pru"), now=NOW))]).feed
    assert {one.id: one for one in feed.services} == {one.id: one for one in FEED.services[:2]}


def test_whoever_follows_hears_of_later_changes_until_they_have_read_them(county):
    pru = county.actor("pru")
    assert not threshold_news(pru, on=NOW.date()).is_following
    services.follow_thresholds(by=pru, now=NOW)
    assert threshold_news(pru, on=NOW.date()).unread == ()
    told = """
kind = "thresholds"
version = "2026-12"
title = "Steps"
source = "Council"
authority = "local procedure"
valid_from = 2026-12-01
"""
    said = "".join(
        f'{part}="x"\n' for part in ("title", "means", "who_decides", "families_are_told", "agreement", "how_to_ask")
    )
    step = f'[[steps]]\nkey="{{}}"\n{said}'
    change = '[[changes]]\nkey="d"\non=2026-12-01\nabout="The disability team"\nsays="No diagnosis is needed."\n'
    data = (told + step.format("early_help") + step.format("section_47") + change).encode()
    services.load_county_data(by=OPERATOR, data=data, name="steps.toml", now=NOW)
    assert threshold_news(pru, on=NOW.date()).unread == (
        "The disability team: the threshold changes on 1 December 2026.",
    )
    services.mark_changes_read(by=pru, now=NOW)
    assert threshold_news(pru, on=NOW.date()).unread == ()
    services.stop_following_thresholds(by=pru, now=NOW)
    assert not threshold_news(pru, on=NOW.date()).is_following
