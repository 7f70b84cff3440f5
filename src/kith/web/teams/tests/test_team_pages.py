"""Three errands on the pages: somebody is let in, leave is covered in two voices, and whom to ring at night."""

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from kith.apps.agencies.models import User
from kith.testing.factories import (
    NOW,
    Partnership,
    agency,
    child,
    couple,
    email_of,
    family,
    partnership,
    person,
    rolled_back,
    worker,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def county() -> Iterator[Partnership]:
    with time_machine.travel(NOW, tick=False), rolled_back():
        made = partnership(
            agencies=[agency("council", "east", "front-door"), agency("probation", "courts")],
            workers=[
                worker("sue", teams=["east"]),
                worker("sam", teams=["east"]),
                worker("jude", "probation", agency="probation", teams=["courts"]),
                worker("fay", "front_door", teams=["front-door"], clearance=2),
            ],
        )
        kit = child("kit", "Kit Brook", born="2018-05-01")
        made.add([family(kit, person("dad", "Ivo Brook"), unions=[couple("dad", children=["kit"])])])
        made.involve("kit", "sue")
        made.involve("dad", "jude")
        yield made


def browser(who: str) -> Client:
    client = Client()
    client.force_login(User.objects.get(email=email_of(who)))
    return client


def text(client: Client, route: str, *args: str) -> str:
    return client.get(reverse(route, args=args)).content.decode()


def test_a_probation_worker_finds_the_team_and_is_let_in(county):
    kit, dad = county.refs["kit"], county.refs["dad"]
    jude, sue = browser("jude"), browser("sue")
    assert jude.get(reverse("teams:team", args=[kit])).status_code == 404
    sent = jude.post(reverse("teams:ask_round"), {"adult": dad, "words": "I see him on Mondays."}, follow=True)
    assert "Kith says the same whether there is or not" in sent.content.decode()
    assert "Jude Worker" in text(sue, "today:home")
    asked = text(sue, "teams:team", kit)
    assert "I see him on Mondays." in asked
    join = f"{reverse('teams:join', args=[kit])}?worker={county.actor('jude').ref}&adult={dad}"
    assert join.replace("&", "&amp;") in asked
    form = sue.get(join).content.decode()
    assert "checked" in form
    assert "Jude Worker" in form
    place = {"worker": county.actor("jude").ref, "adult": dad, "basis": "public_task", "since": "24 November 2026"}
    done = sue.post(join, place, follow=True).content.decode()
    assert "for <bdi>Ivo Brook</bdi>" in done
    assert "Sue Worker asked you onto the team" in text(jude, "today:home")
    assert jude.get(reverse("teams:team", args=[kit])).status_code == 200


def test_leave_is_covered_in_the_professionals_words_and_in_the_familys(county):
    kit, sue = county.refs["kit"], browser("sue")
    county.involve("kit", "jude", part="probation")
    absence = {"since": "24 November 2026", "until": "1 December 2026", "cover": county.actor("sam").ref}
    sue.post(reverse("teams:absences"), absence)
    page = text(browser("jude"), "teams:team", kit)
    assert "Away, back on Tuesday 1 December." in page
    assert "Today go to <bdi>Sam Worker, 01632 960001</bdi>" in page
    assert "Sue Worker is away. Sue Worker is back on Tuesday 1 December. Go to Sam Worker until then." in page
    for where in (text(browser("jude"), "children:child", kit), text(browser("jude"), "today:home")):
        assert "Sam Worker, 01632 960001" in where
    mine = text(sue, "teams:absences")
    assert "24 November 2026 to 30 November 2026" in mine


def test_a_duty_worker_at_night_finds_whom_to_call(county):
    """One search, one press: the number stands on the child's page before the team."""
    fay = browser("fay")
    with time_machine.travel(NOW.replace(hour=23), tick=False):
        fay = browser("fay")
        found = fay.post(reverse("children:find"), {"asked": "kit brook"}).content.decode()
        assert reverse("children:child", args=[county.refs["kit"]]) in found
        page = text(fay, "children:child", county.refs["kit"])
    assert page.index("Offices are shut. Ring now") < page.index("Sue Worker")
    assert "Offices are shut" not in text(fay, "children:child", county.refs["kit"])


def test_what_cannot_be_is_said_and_no_word_is_lost(county):
    sue = browser("sue")
    absence = {"since": "24 November 2026", "until": "20 November 2026", "cover_name": "Bo Dell", "cover_reach": "7"}
    answer = sue.post(reverse("teams:absences"), absence)
    assert answer.status_code == 422
    assert "The first day back has to come after" in answer.content.decode()
    assert "Bo Dell" in answer.content.decode()
    place = {"name": "Ann Lowe", "since": "soon", "role": "swimming coach"}
    answer = sue.post(reverse("teams:join", args=[county.refs["kit"]]), place)
    assert answer.status_code == 422
    assert "swimming coach" in answer.content.decode()


def test_a_search_keeps_what_was_written_and_offers_who_was_found(county):
    sue = browser("sue")
    where = reverse("teams:join", args=[county.refs["kit"]])
    answer = sue.post(where, {"search": "yes", "find": "jude", "role": "sees Dad"})
    assert answer.status_code == 200
    assert "Jude Worker, Probation, Probation" in answer.content.decode()
    assert "sees Dad" in answer.content.decode()


def test_leaving_can_be_undone_from_the_notice(county):
    sue, kit = browser("sue"), county.refs["kit"]
    county.involve("kit", "jude", part="probation")
    place = {"worker": county.actor("sam").ref, "basis": "public_task", "since": "24 November 2026"}
    sue.post(reverse("teams:join", args=[kit]), place)
    page = text(sue, "teams:team", kit)
    assert "Sam Worker" in page
    refs = [
        part.split("/")[0]
        for part in page.split(f"/children/{kit}/team/")[1:]
        if part.split("/")[1].startswith("leave")
    ]
    sam = next(ref for ref in refs if "Sam Worker leaves" in text(sue, "teams:leave", kit, ref))
    left = sue.post(reverse("teams:leave", args=[kit, sam]), {"on": "24 November 2026"}, follow=True).content.decode()
    undo = left.split(f"/children/{kit}/team/{sam}/come-back")[1].split('"')[0]
    sue.post(f"/children/{kit}/team/{sam}/come-back{undo}")
    again = text(sue, "teams:team", kit)
    assert again.index("Sam Worker") < again.index("Who left in the last year")
