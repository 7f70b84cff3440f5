"""Writing what happened, correcting it, withdrawing it and putting it back, as workers do it in the pages."""

import pytest
from django.test import Client
from django.urls import reverse
from time_machine import travel

from kith.apps.chronologies.models import Entry, Telling
from kith.testing.factories import NOW, Partnership, agency, child, couple, family, partnership, person, worker
from kith.web.chronologies import pages
from tests.trust.visitor import sign_in

pytestmark = pytest.mark.django_db
SAID = {
    "start": "spring 2026",
    "fact": "Late twice in one week.",
    "childs_words": "Eli was ill.",
    "rag": "amber",
    "role": "happened",
    "version": "0",
}


@pytest.fixture
def county():
    with travel(NOW, tick=False):
        made = partnership(
            agencies=[agency("council"), agency("school", kind="school"), agency("unit")],
            workers=[worker("pru"), worker("tess", agency="school"), worker("ben", agency="unit")],
        )
        pair = [couple("mum", children=["mina", "lou"])]
        people = (child("mina", "Mina Okafor"), child("lou", "Lou Okafor"), person("mum", "Grace Okafor"))
        made.add([family(*people, unions=pair, centres=["mina"])])
        for who in ("pru", "tess"):
            made.involve("mina", who)
        yield made


def browser(who: str) -> Client:
    client = Client()
    sign_in(client, who)
    return client


def at(county: Partnership, route: str, *refs: str) -> str:
    return reverse(f"chronologies:{route}", args=[county.refs["mina"], *refs])


def page(county: Partnership, who: str = "pru") -> str:
    return browser(who).get(at(county, "page")).content.decode()


def added(county: Partnership, who: str = "tess", **said: str) -> Entry:
    answer = browser(who).post(at(county, "add"), SAID | said)
    assert answer.status_code == 302
    return Entry.objects.order_by("-pk")[0]


def test_an_empty_story_says_what_will_stand_there(county):
    assert "Nothing is written down yet" in page(county)


def test_a_row_is_written_and_read_by_another_agency(county):
    added(county)
    shown = page(county)
    assert "Late twice in one week." in shown and "spring 2026" in shown and "Eli was ill." in shown
    assert "watch" in shown and "aged 9 or 10" in shown and "still to fill" not in shown
    assert "still to fill: 5" in page(county, "tess")


def test_today_is_offered_and_what_was_understood_is_said_back(county):
    assert 'value="today" checked' in browser("tess").get(at(county, "add")).content.decode()
    client = browser("tess")
    client.post(at(county, "add"), SAID | {"start": "c. 2025"})
    assert "We understood: about 2025." in client.get(at(county, "page")).content.decode()


def test_bad_input_keeps_every_word(county):
    for change in ({"start": "31/02/2026"}, {"start": ""}, {"fact": " "}, {"start_time": "half past"}, {"rag": "blue"}):
        answer = browser("tess").post(at(county, "add"), SAID | change)
        assert answer.status_code == 422
        assert "Eli was ill." in answer.content.decode()
    assert not Entry.objects.exists()


def test_the_time_is_read_as_people_write_it(county):
    added(county, start="14 November 2026", start_time="2.30 pm", end_time="16:00")
    assert "14 November 2026, 14:30 to 16:00" in page(county)


def test_a_correction_shows_what_stood_before_and_the_second_to_save_sees_both(county):
    row = added(county)
    where = at(county, "correct", row.ref)
    assert "Late twice in one week." in browser("tess").get(where).content.decode()
    assert browser("tess").post(where, SAID | {"fact": "Late once.", "version": "1"}).status_code == 302
    assert "1 correction" in page(county)
    assert "Late twice in one week." in browser("pru").get(at(county, "row", row.ref)).content.decode()
    late = browser("tess").post(where, SAID | {"fact": "Late thrice.", "version": "1"})
    assert late.status_code == 422
    assert "Late once." in late.content.decode() and "Late thrice." in late.content.decode()
    assert Telling.objects.count() == 2


def test_a_withdrawal_needs_a_reason_and_can_be_undone(county):
    row = added(county)
    where, client = at(county, "withdraw", row.ref), browser("tess")
    assert client.post(where, {"why": " ", "version": "1"}).status_code == 422
    client.post(where, {"why": "wrong child", "version": "1"})
    assert "wrong child" in page(county) and "<s" in page(county)
    assert "Undo: withdrawn" in client.get(at(county, "page")).content.decode()
    client.post(at(county, "put_back", row.ref), {"version": "2"})
    assert "wrong child" not in page(county)


def test_another_agency_finds_no_way_to_change_a_row(county):
    row = added(county)
    shown = browser("pru").get(at(county, "row", row.ref)).content.decode()
    assert "Correct it" not in shown and "Withdraw it" not in shown
    for route in ("correct", "withdraw"):
        assert browser("pru").get(at(county, route, row.ref)).status_code == 404
        assert browser("pru").post(at(county, route, row.ref), SAID | {"why": "x", "version": "1"}).status_code == 404


def test_whoever_does_not_work_with_her_meets_the_page_of_nothing(county):
    row = added(county)
    client = browser("ben")
    nowhere = client.get(reverse("chronologies:page", args=["0" * 26])).content
    for path in (at(county, "page"), at(county, "add"), at(county, "row", row.ref)):
        answer = client.get(path)
        assert answer.status_code == 404 and answer.content == nowhere


def test_a_row_about_a_sister_too_stands_with_both(county):
    assert "Lou" in browser("tess").get(at(county, "add")).content.decode()
    added(county, others=county.refs["lou"])
    assert "also about Lou Okafor" in page(county)
    lous = browser("tess").get(reverse("chronologies:page", args=[county.refs["lou"]])).content.decode()
    assert SAID["fact"] in lous


def test_another_account_of_the_same_event_stands_beside_with_what_differs(county):
    first = added(county, start="6 March 2026", fact="Police came. Mum and dad fought in the kitchen.", rag="red")
    added(county, "pru", start="7 March 2026", fact="School told us that police came after mum and dad fought.", rag="")
    shown = browser("tess").get(at(county, "row", first.ref)).content.decode()
    assert "Likely the same event, told by others" in shown and "School told us that police came" in shown
    assert "What the accounts say differently" in shown
    alone = added(county, start="1 May 2026", fact="Won at swimming.", rag="green")
    assert "Likely the same event" not in browser("tess").get(at(county, "row", alone.ref)).content.decode()


def test_a_line_of_what_it_adds_up_to_opens_the_rows_it_rests_on(county):
    added(county, fact="Was not brought to the dentist.", type="missed_appointment", start="2 March 2026")
    added(county, fact="Won at swimming.", start="3 March 2026")
    shown = page(county)
    assert "Mina was not brought to 1 appointment" in shown and "It is not a score." in shown
    opened = browser("pru").get(at(county, "page"), {"rests": "missed_appointments-1"}).content.decode()
    assert "It rests on these rows." in opened and "dentist" in opened and "Won at swimming." not in opened
    unknown = browser("pru").get(at(county, "page"), {"rests": "nothing-9"}).content.decode()
    assert "Won at swimming." in unknown and "It rests on these rows." not in unknown


def test_a_very_long_story_is_added_up_when_somebody_asks(county, monkeypatch):
    monkeypatch.setattr(pages, "MOST_AT_ONCE", 1)
    for number in (1, 2):
        added(county, fact=f"Was not brought to the dentist, {number}.", type="missed_appointment")
    assert "Add them up" in page(county) and "was not brought to 2" not in page(county)
    assert "was not brought to 2" in browser("pru").get(at(county, "page"), {"adds": "1"}).content.decode()
