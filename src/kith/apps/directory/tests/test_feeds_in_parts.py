"""A feed is laid ready in parts and published by one row: nobody ever meets half of it, wherever it is stopped."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from kith.apps.audit.models import AuditRow
from kith.apps.directory import models, services
from kith.apps.directory.queries import feed_file, search_page, service_page
from kith.apps.directory.services import ChangedMeanwhile, laying, placing
from kith.engines.referral_feeds import Feed, ProviderEntry, Reading, ServiceEntry, read_feed
from kith.testing.factories import NOW, Partnership, agency, partnership, rolled_back, worker

pytestmark = pytest.mark.django_db
LATER = NOW + dt.timedelta(hours=1)
OLD = Feed(
    providers=(ProviderEntry(id="o1", name="Anchor Dads"),),
    services=tuple(
        ServiceEntry(id=f"s{n}", name=f"Walk {n}", provider_id="o1", description="For dads.") for n in range(3)
    ),
)
NEW = Feed(
    providers=(ProviderEntry(id="o1", name="Anchor Families"), ProviderEntry(id="o2", name="Council")),
    services=(
        *(replace(one, name=one.name.replace("Walk", "Swim")) for one in OLD.services[:2]),
        replace(OLD.services[2], status="defunct"),
        ServiceEntry(id="s9", name="Swim at night", provider_id="o2", description="For aunts."),
    ),
)


class Stopped(Exception):
    """The machine went off."""


@pytest.fixture
def county(monkeypatch) -> Iterator[Partnership]:
    """The old feed stands, and everything goes entry by entry."""
    with rolled_back():
        made = partnership(agencies=[agency("council")], workers=[worker("abe", "administrator")])
        bring_in(made, OLD)
        monkeypatch.setattr(laying, "AT_ONCE", 1)
        monkeypatch.setattr(placing, "AT_ONCE", 1)
        yield made


def bring_in(county: Partnership, feed: Feed) -> int:
    return services.load_feed(by=county.actor("abe"), reading=Reading(feed), now=LATER)


def stopped_at(monkeypatch, module: object, name: str, turn: int, deed: Callable[[], object]) -> None:
    """Runs the deed until a function of the module is called for this time."""
    calls, real = [], getattr(module, name)

    def once(*given, **more):
        calls.append(1)
        if len(calls) == turn:
            raise Stopped
        return real(*given, **more)

    with monkeypatch.context() as patch:
        patch.setattr(module, name, once)
        with pytest.raises(Stopped):
            deed()


def seen(county: Partnership) -> dict[str, object]:
    """What each way of reading tells."""
    abe = county.actor("abe")
    found = {one.name: one for text in ("walk", "swim", "dads") for one in search_page(abe, text, now=LATER).found}
    feed = read_feed([("directory.json", feed_file(abe, now=LATER))]).feed
    return {
        "found": {name: one.provider for name, one in found.items()},
        "pages": {name: service_page(abe, one.ref, now=LATER).version for name, one in found.items()},
        "of an age": {one.name for one in search_page(abe, "aged 9", now=LATER).found},
        "all": sorted((one.id, one.name) for one in feed.services),
        "providers": sorted(one.name for one in feed.providers),
        "how many": search_page(abe, "", now=LATER).how_many,
    }


def test_what_is_stopped_before_it_is_published_was_never_there(county, monkeypatch):
    before = seen(county)
    for part in (1, 2, 5):
        stopped_at(monkeypatch, laying, "_lay", part, lambda: bring_in(county, NEW))
        assert models.StagedEntry.objects.count() == part - 1
        assert seen(county) == before
    assert bring_in(county, NEW) == 4
    assert seen(county)["all"] == [("s0", "Swim 0"), ("s1", "Swim 1"), ("s9", "Swim at night")]


def test_what_is_stopped_after_it_is_published_is_there_as_a_whole(county, monkeypatch):
    with rolled_back("at once"):
        bring_in(county, NEW)
        whole = seen(county)
    assert whole["found"] == {"Swim 0": "Anchor Families", "Swim 1": "Anchor Families", "Swim at night": "Council"}
    assert whole["how many"] == 3
    stopped_at(monkeypatch, placing, "place", 1, lambda: bring_in(county, NEW))
    left = models.StagedEntry.objects.count()
    assert left == 6
    assert seen(county) == whole
    while models.StagedEntry.objects.exists():
        stop = placing_ends if models.StagedEntry.objects.count() == 1 else placing_stops
        stop(county, monkeypatch)
        assert seen(county) == whole
    assert models.Service.objects.count() == 4


def placing_stops(county: Partnership, monkeypatch) -> None:
    stopped_at(monkeypatch, placing, "place", 2, lambda: placing.put_in_place(by=county.actor("abe"), now=LATER))


def placing_ends(county: Partnership, monkeypatch) -> None:
    placing.put_in_place(by=county.actor("abe"), now=LATER)


def test_an_entry_can_be_changed_before_it_is_put_in_its_place(county, monkeypatch):
    stopped_at(monkeypatch, placing, "place", 1, lambda: bring_in(county, NEW))
    abe = county.actor("abe")
    for name in ("Swim 0", "Swim at night"):
        (one,) = [one for one in search_page(abe, "swim", now=LATER).found if one.name == name]
        page = service_page(abe, one.ref, now=LATER)
        services.assure_service(by=abe, ref=one.ref, expected_version=page.version, now=LATER)
        assert service_page(abe, one.ref, now=LATER).entry.assured_on == LATER.date()
    assert seen(county)["how many"] == 3


def test_a_change_made_meanwhile_is_never_written_over_unseen(county, monkeypatch):
    abe = county.actor("abe")
    ref = next(one.ref for one in search_page(abe, "walk", now=NOW).found if one.name == "Walk 0")
    real = laying.lay_ready

    def with_a_change(*given, **more):
        told = real(*given, **more)
        version = service_page(abe, ref, now=LATER).version
        if version < changes + 1:
            services.assure_service(by=abe, ref=ref, expected_version=version, now=LATER)
        return told

    monkeypatch.setattr("kith.apps.directory.services.feeds.lay_ready", with_a_change)
    changes = 1
    assert bring_in(county, NEW) == 4
    assert service_page(abe, ref, now=LATER).entry.assured_on == LATER.date()
    changes = 99
    before = seen(county)
    with pytest.raises(ChangedMeanwhile):
        bring_in(county, replace(NEW, services=OLD.services))
    assert seen(county)["all"] == before["all"]


def test_the_same_feed_twice_changes_nothing(county):
    bring_in(county, NEW)
    rows, before = AuditRow.objects.count(), seen(county)
    assert bring_in(county, NEW) == 0
    assert (AuditRow.objects.count(), seen(county)) == (rows, before)
