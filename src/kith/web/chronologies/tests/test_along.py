"""The form of a row on a device: for whom it goes along, what the device holds, and what becomes of what it sends."""

from collections.abc import Iterator
from typing import Any

import pytest

from kith.apps.access.services import NewSeal, set_seal
from kith.apps.audit.models import AuditRow
from kith.apps.audit.services import Deed, load
from kith.apps.chronologies.models import Entry, TakenForm, Telling
from kith.apps.chronologies.services import on_destroy
from kith.apps.drafts.models import Draft
from kith.testing.factories import NOW, OPERATOR
from kith.web.chronologies.along import NOT_FROM_YOU
from kith.web.chronologies.tests.thumbs import Thumb, small_county

pytestmark = pytest.mark.django_db
ROW = {"act": "row", "id": "11111111-2222-3333-4444-555555555555", "start": "20 November 2026", "fact": "Kit swam."}


class Device(Thumb):
    """On which Sue took the form along for Kit and Lou."""

    taken: dict[str, Any]

    def takes(self, *names: str) -> dict[str, Any]:
        found: dict[str, Any] = self.client.post(
            "/rows-along/take", {"children": [self.county.refs[n] for n in names]}
        ).json()
        return found

    def called(self, name: str) -> str:
        return next(str(one["id"]) for one in self.taken["locked"]["form"]["children"] if one["name"] == name)

    def gives(self, **changes: str) -> dict[str, str]:
        answer = self.client.post(f"{self.taken['send_to']}/send", {**ROW, "child": self.called("Kit"), **changes})
        said: dict[str, str] = answer.json()
        return said


@pytest.fixture
def device() -> Iterator[Device]:
    with small_county() as made:
        device = Device(made)
        device.taken = device.takes("kit", "lou")
        yield device


def sealed(device: Device, whom: str, by: str) -> None:
    seal = NewSeal(kind="therapy", why="Told in trust")
    set_seal(by=device.county.actor(by), subject_ref=device.county.refs[whom], seal=seal, now=NOW)


def test_first_names_and_what_the_form_needs_go_along_and_nothing_else(device: Device) -> None:
    inside = device.taken["locked"]
    assert set(device.taken) == {"ref", "what", "of", "from", "until", "send_to", "locked"}
    assert set(inside) == {"queue_key", "form"} and set(inside["form"]) == {"children", "rags"}
    assert [one["name"] for one in inside["form"]["children"]] == ["Kit", "Lou"]
    assert not [ref for ref in device.county.refs.values() if ref in str(inside)]
    event = AuditRow.objects.get(event="chronologies.form.taken_along")
    assert event.level == 5, "it is a copy"


def test_it_goes_along_for_whom_the_worker_may_write_and_take_copies(device: Device) -> None:
    assert device.takes("kit")["says"].startswith("You have the form on a device already")
    assert Device(device.county, "ben").takes()["says"] == "Tick at least one child."
    zoe = Device(device.county, "zoe")
    assert zoe.client.post("/rows-along/take", {"children": [device.county.refs["kit"]]}).status_code == 404
    assert ">Kit<" not in zoe.client.get("/rows-along").content.decode()


def test_whoever_is_sealed_stays_in_kith(device: Device) -> None:
    ray = Device(device.county, "ray")
    assert ">Kit<" in ray.client.get("/rows-along").content.decode()
    sealed(device, "kit", "ray")
    assert ">Kit<" not in ray.client.get("/rows-along").content.decode()
    assert ray.client.post("/rows-along/take", {"children": [device.county.refs["kit"]]}).status_code == 404


def test_what_is_sent_twice_is_one_row_with_the_number_of_the_device(device: Device) -> None:
    assert [device.gives(), device.gives()] == [{"outcome": "done"}] * 2
    assert (Entry.objects.get().row_id, Telling.objects.get().start) == (ROW["id"], "2026-11-20")
    assert "another row with this number" in device.gives(fact="Kit sank.")["says"]


@pytest.mark.parametrize(
    ("changes", "says"),
    [({"start": ""}, "Write when"), ({"start": "soon"}, "not understood"), ({"start": "2031"}, "yet to come")],
)
def test_what_is_no_row_is_refused_in_a_sentence(device: Device, changes: dict[str, str], says: str) -> None:
    answer = device.gives(**changes)
    assert answer["outcome"] == "refused" and says in answer["says"] and not Entry.objects.exists()


def test_whoever_may_not_write_any_more_is_told_the_same_as_of_nobody(device: Device) -> None:
    sealed(device, "kit", "ben")
    refused = {"outcome": "refused", "says": NOT_FROM_YOU}
    assert device.gives() == device.gives(child="0" * 26) == device.gives(act="unfinished") == refused
    assert device.gives(child=device.called("Lou"))["outcome"] == "done"
    assert device.client.get(device.taken["send_to"]).status_code == 200


def test_what_was_only_begun_waits_in_the_form_and_writes_over_nothing(device: Device) -> None:
    assert device.gives(act="unfinished", fact="Half")["outcome"] == "done"
    assert "Half" in device.page("add") and not Entry.objects.exists()
    assert "Other words of yours wait" in device.gives(act="unfinished", fact="Another half")["says"]
    assert "Half" in device.page("add") and Draft.objects.count() == 1


def test_the_empty_form_stays_for_its_day_while_all_on_it_may_go_along(device: Device) -> None:
    def stays(who: Device) -> str:
        return str(who.client.post(f"{device.taken['send_to']}/keep-on").json()["stays"])

    assert stays(device) == "Wednesday 25 November, 10:30"
    assert AuditRow.objects.get(event="chronologies.form.kept_on").level == 5
    assert Device(device.county, "ray").client.post(f"{device.taken['send_to']}/keep-on").status_code == 404
    sealed(device, "lou", "ben")
    assert stays(device) == "" and TakenForm.objects.get().ended_at is None


def test_it_is_nobody_elses_and_ends(device: Device) -> None:
    ben = Device(device.county, "ben")
    ben.taken = device.taken
    assert ben.client.get(device.taken["send_to"]).status_code == 404
    assert ben.gives()["says"] == NOT_FROM_YOU
    assert ben.client.post(f"{device.taken['send_to']}/end").status_code == 404
    assert device.client.get("/sign-out").content.count(b"Send what is on it") == 1
    device.client.post(f"{device.taken['send_to']}/end")
    row = TakenForm.objects.get()
    assert row.ended_at is not None and row.queue_key == ""
    assert device.gives()["says"] == NOT_FROM_YOU and device.client.get(device.taken["send_to"]).status_code == 404


def test_destroying_a_record_ends_every_device_that_holds_the_name(device: Device) -> None:
    with load("test.destroyed", by=OPERATOR, now=NOW, payload={}):
        kit = device.county.subject_ids["kit"]
        change = type("Change", (), {"subject_id": kit, "subject_ref": device.county.refs["kit"]})()
        on_destroy(change, Deed(), now=NOW)
    assert TakenForm.objects.get().queue_key == ""
    assert device.gives(child=device.called("Lou"))["says"] == NOT_FROM_YOU
