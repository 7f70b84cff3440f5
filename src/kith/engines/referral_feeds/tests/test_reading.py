"""What is read of a feed, what is warned of, and what is refused with its file, entry and field."""

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.engines.referral_feeds import CannotReadFeed, Feed, in_sentences, read_feed, write_feed

PUBLISHED = Path(__file__).parents[6] / "shared" / "data" / "open_referral"
FULL = {
    "id": "ac148810-d857-441c-9679-408f346de14b",
    "name": "Dads on the Quay",
    "status": "active",
    "description": "Breakfast.",
    "url": "https://dads.example/quay",
    "minimum_age": 16,
    "eligibility": [{"minimum_age": 3, "maximum_age": 25}],
    "assured_date": "2026-10-01",
    "assurer_email": "lee@dads.example",
    "organization": {"id": "o1", "name": "Anchor Dads", "website": "https://dads.example"},
    "service_areas": [{"name": "Saltmere"}],
    "languages": [{"name": "Polish"}, {"code": "en"}],
    "schedules": [{"byday": "TH,FR", "opens_at": "10:00:00", "closes_at": "18:00:00"}],
    "cost_options": [{"option": "Under 18s", "amount": 2, "amount_description": "a visit"}],
    "contacts": [{"name": "Ann Persona", "title": "Reception", "phones": [{"number": "01632 960701"}]}],
    "service_at_locations": [
        {
            "location": {
                "name": "Net Store",
                "latitude": 100,
                "addresses": [{"address_1": "1 Quay Row", "city": "Saltmere", "postal_code": "EM1 2AB"}],
                "accessibility": [{"description": "Step-free."}],
            }
        }
    ],
    "attributes": [
        {"taxonomy_term": {"taxonomy": "kith", "code": "waiting", "name": "waiting", "description": "2 weeks"}},
        {"taxonomy_term": {"taxonomy": "kith", "code": "for", "name": "fathers"}},
        {"taxonomy_term": {"name": "Fathers"}},
    ],
}


def page(*entries: object, **more: object) -> bytes:
    return json.dumps({"contents": list(entries), **more}).encode()


def faults_of(data: bytes) -> tuple[str, ...]:
    with pytest.raises(CannotReadFeed) as refused:
        read_feed([("feed.json", data)])
    return refused.value.faults


def folder(name: str) -> list[tuple[str, bytes]]:
    if not PUBLISHED.exists():
        pytest.skip("the published feeds lie beside the project and are not here")
    return [(file.name, file.read_bytes()) for file in sorted((PUBLISHED / name).glob("*.json"))]


def test_everything_a_worker_needs_is_read_and_nobodys_name():
    reading = read_feed([("feed.json", page(FULL))])
    (service,) = reading.feed.services
    assert (service.age_from, service.age_to, service.phone, service.asks_for) == (16, 25, "01632 960701", "Reception")
    assert (service.waiting, service.audiences, service.needs) == ("2 weeks", ("fathers",), ("Fathers",))
    assert service.assured_on == dt.date(2026, 10, 1)
    assert service.hours == ("Thursday, Friday 10:00 to 18:00",)
    assert service.fees == "Under 18s: £2 a visit"
    assert service.places[0].address == "1 Quay Row, Saltmere"
    assert "Persona" not in repr(reading.feed)
    assert any("contacts.name" in said for said in in_sentences(reading.warnings))


def test_what_is_written_is_read_again_as_it_was():
    feed = read_feed([("feed.json", page(FULL))]).feed
    assert read_feed([("again.json", write_feed(feed))]).feed == feed
    assert write_feed(feed) == write_feed(feed)


def test_the_published_good_feed_is_read_and_says_that_its_entries_are_one():
    reading = read_feed(folder("test")[3:4])
    assert [service.name for service in reading.feed.services] == ["Community Counselling"]
    said = "\n".join(in_sentences(reading.warnings))
    assert "promises 31 entries and holds 128" in said
    assert "entries 2, 3, 4 and 124 more, id" in said


def test_the_published_warning_feed_is_read_with_warnings():
    said = "\n".join(in_sentences(read_feed(folder("warn")).warnings, most=99))
    assert "service_at_location_full.json, service_at_locations.id: the link to the place has the id" in said
    assert "latitude: this is nowhere on earth" in said


def test_the_published_failing_feed_is_refused_with_every_reason():
    with pytest.raises(CannotReadFeed) as refused:
        read_feed(folder("fail"))
    assert refused.value.faults[:3] == (
        "service_full.json, url: this is no web address, which begins with http:// or https://.",
        "service_full.json, email: this is no e-mail address.",
        "service_list.json, entries 1, 2, 3 and 1 more: the service has no name.",
    )


def test_a_feed_of_services_with_every_field_missing_is_refused_in_one_sentence():
    assert faults_of(page({}, {}, {})) == ("feed.json, entries 1, 2 and 3: the service has no id, no name, no status.",)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\xff\xfe", "feed.json: this is no JSON file."),
        (b"[" * 100_000, "feed.json: this is no JSON file."),
        (b'"tide"', "feed.json: this has to be a service or a list of at most 20,000 services."),
        (b"[]", "feed.json: there is no service in it."),
        (page(7), "feed.json, entry 1: this has to be an object."),
        (page(FULL | {"status": "maybe"}), "feed.json, entry 1, status: the status has to be one of"),
        (page(FULL | {"minimum_age": 30}), "feed.json, entry 1, minimum_age: the youngest age is above the oldest."),
        (page(FULL | {"minimum_age": True}), "feed.json, entry 1, minimum_age: an age has to be a number"),
        (page(FULL | {"assured_date": "soon"}), "feed.json, entry 1, assured_date: this is no day"),
        (page(FULL | {"name": "a\u202eb"}), "feed.json, entry 1, name: character 2 (U+202E)"),
        (page(FULL | {"languages": {}}), "feed.json, entry 1, languages: this has to be a list."),
    ],
)
def test_a_fault_names_file_entry_and_field(data, says):
    assert faults_of(data)[0].startswith(says)


def test_of_entries_with_one_id_the_first_is_kept_and_its_gaps_are_filled():
    bare = {"id": FULL["id"], "name": "Other name", "status": "active", "fees": "Free"}
    reading = read_feed([("feed.json", page({**bare, "name": FULL["name"], "fees": ""}, bare))])
    (service,) = reading.feed.services
    assert (service.name, service.fees) == (FULL["name"], "Free")
    assert any("the first is kept" in said for said in in_sentences(reading.warnings))


def test_an_organisation_brings_its_services():
    told = {"id": "o1", "name": "Anchor Dads", "services": [{"id": "s", "name": "Chat", "status": "active"}]}
    feed = read_feed([("organisation.json", json.dumps(told).encode())]).feed
    assert [(one.name, one.provider_id) for one in feed.services] == [("Chat", "o1")]


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(sorted(FULL)), inner, max_size=4),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(sorted(FULL)), ANYTHING, max_size=6))
@settings(max_examples=60, deadline=None)
def test_whatever_a_feed_holds_it_is_read_or_refused_and_never_breaks(changes):
    try:
        found = read_feed([("feed.json", page(FULL | changes))]).feed
    except CannotReadFeed as refused:
        assert refused.faults
    else:
        assert isinstance(found, Feed)
        assert read_feed([("again.json", write_feed(found))]).feed == found
