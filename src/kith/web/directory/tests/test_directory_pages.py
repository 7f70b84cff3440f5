"""The pages of the directory, from the question to the undo, and a feed from the file to the entry."""

from collections.abc import Iterator
from importlib.resources import files

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from kith.apps.agencies.models import User
from kith.apps.directory.services import load_county_data
from kith.testing.directory_of_county import fill_directory
from kith.testing.factories import NOW, OPERATOR, TODAY, agency, email_of, partnership, rolled_back, worker

pytestmark = pytest.mark.django_db
SENT = {"name": "Quay walks", "given_by": "Anchor Dads", "description": "A walk.", "status": "active", "version": "0"}


@pytest.fixture
def keeper() -> Iterator[Client]:
    with time_machine.travel(NOW, tick=False), rolled_back():
        fill_directory(by=OPERATOR, today=TODAY, now=NOW)
        partnership(agencies=[agency("council")], workers=[worker("abe", "administrator")])
        client = Client()
        client.force_login(User.objects.get(email=email_of("abe")))
        yield client


def words(response) -> str:
    return response.content.decode()


def test_a_question_stays_out_of_the_address_and_finds_the_worker_for_dads(keeper):
    answer = keeper.post("/directory", {"asked": "someone for dads who lost their licence, near Eastmarch Quay"})
    page = words(answer)
    assert page.index("Back on the Road Dads") < page.index("Dads and Little Ones")
    assert "Fits: dads, driving and licences, in Eastmarch Quay." in page
    assert "Nothing fits yet" in words(keeper.post("/directory", {"asked": "qwertz"}))
    assert keeper.get("/directory/for/nothing").status_code == 404


def test_an_entry_is_written_changed_and_the_change_undone(keeper):
    assert keeper.post("/directory/add", SENT | {"age_from": "9", "age_to": "8"}).status_code == 422
    address = keeper.post("/directory/add", SENT | {"areas": "Saltmere; Fenside"}).headers["Location"]
    assert "Saltmere, Fenside" in words(keeper.get(address))
    keeper.post(f"{address}/change", SENT | {"description": "A swim.", "version": "1"})
    page = words(keeper.get(address))
    assert "A swim." in page
    assert "Undo: entry changed" in page
    again = keeper.post(f"{address}/change", SENT | {"description": "A sail.", "version": "1"})
    assert (again.status_code, "A sail." in words(again)) == (422, True)
    keeper.post(f"{address}/put-back/1?version=2")
    assert "A walk." in words(keeper.get(address))


def test_a_feed_is_shown_before_it_is_brought_in_and_faults_are_told(keeper):
    feed = keeper.get("/directory/feed.json").content.replace(b"Grand and Kin", b"Kith and Kin")
    plan = words(keeper.post("/directory/feed", {"file": SimpleUploadedFile("a.json", feed)}))
    assert "1 changed" in plan
    assert "Kith and Kin" in plan
    assert "Kith and Kin" not in words(keeper.post("/directory", {"asked": "kinship"}))
    carried = plan.split('name="carried" value="')[1].split('"')[0]
    keeper.post("/directory/feed/load", {"carried": carried, "name": "a.json"})
    assert "Kith and Kin" in words(keeper.post("/directory", {"asked": "kinship"}))
    refused = keeper.post("/directory/feed", {"file": SimpleUploadedFile("b.json", b'[{"id": "1"}]')})
    assert refused.status_code == 422
    assert "b.json, entry 1: the service has no name, no status." in words(refused)


@pytest.mark.parametrize(
    ("address", "holds", "size", "larger"),
    [
        ("/directory/feed", "the services", 2 * 1024 * 1024 + 1, "kith directory load; ask"),
        ("/directory/thresholds/load", "the thresholds", 256 * 1024 + 1, "a few pages of text"),
    ],
)
def test_a_file_that_is_empty_or_too_large_is_told_of_in_the_words_of_what_it_should_hold(
    keeper, address, holds, size, larger
):
    empty = words(keeper.post(address, {"file": SimpleUploadedFile("a.json", b"")}))
    assert f"This file is empty. Choose the file that holds {holds}." in empty
    assert "family" not in empty.split("</main>")[0].split("<main")[1]
    assert larger in words(keeper.post(address, {"file": SimpleUploadedFile("a.json", b" " * size)}))


def test_the_countys_thresholds_are_looked_at_before_they_are_loaded_and_loaded_once(keeper):
    own = (files("kith.testing.town") / "data" / "directory" / "thresholds.toml").read_bytes()
    later = own.replace(b"eastmarch-2026-09", b"eastmarch-2027-01").replace(b"The disability team", b"Team Heron")

    def chosen(data: bytes) -> str:
        return words(keeper.post("/directory/thresholds/load", {"file": SimpleUploadedFile("own.toml", data)}))

    assert "Load your county’s own" in words(keeper.get("/directory/thresholds"))
    assert "This version stands already" in chosen(own)
    plan = chosen(later)
    assert "This is what the file would change" in plan and "Team Heron" in plan
    assert "Team Heron" not in words(keeper.get("/directory/thresholds"))
    sent = {"carried": plan.split('name="carried" value="')[1].split('"')[0], "name": "own.toml"}
    keeper.post("/directory/thresholds/load/confirm", sent)
    page = words(keeper.get("/directory/thresholds"))
    assert "Loaded." in page and "Team Heron" in page
    keeper.post("/directory/thresholds/load/confirm", sent)
    assert "This version stands already. Nothing was changed." in words(keeper.get("/directory/thresholds"))
    assert "says something else" in chosen(own.replace(b"eastmarch-2026-09", b"eastmarch-2027-01"))
    assert "over 256 KB" in chosen(b"#" * 300_000)
    areas = (files("kith.testing.town") / "data" / "directory" / "areas.toml").read_bytes()
    assert "brings thresholds in and nothing else" in chosen(areas)
    broken = keeper.post("/directory/thresholds/load/confirm", {"carried": "%%%", "name": "<b>own"})
    assert (broken.status_code, "Nothing was loaded" in words(broken)) == (422, True)
    assert "<b>own" not in words(broken)


def test_the_thresholds_are_followed_and_the_first_page_tells(keeper):
    page = words(keeper.get("/directory/thresholds"))
    assert "Child protection enquiry" in page
    assert "7 December 2026, still to come" in page
    keeper.post("/directory/thresholds/follow")
    assert "Stop following" in words(keeper.get("/directory/thresholds"))
    assert "threshold change" not in words(keeper.get("/"))
    later = (files("kith.testing.town") / "data" / "directory" / "thresholds.toml").read_bytes()
    later = later.replace(b"eastmarch-2026-09", b"eastmarch-2027-01")
    load_county_data(by=OPERATOR, data=later, name="thresholds.toml", now=NOW)
    assert "The disability team: the threshold changed on 1 September 2026." in words(keeper.get("/"))
    keeper.post("/directory/thresholds/read")
    assert "threshold change" not in words(keeper.get("/"))
    assert "Family Hub" in words(keeper.get("/directory/words"))
