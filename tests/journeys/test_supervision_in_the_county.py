"""Each page of group supervision shows something in the invented county, to those who have a part in it."""

import re

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from tests.journeys.conftest import emails_of
from tests.journeys.grown_county import NOW

pytestmark = pytest.mark.django_db(transaction=True)
OWN, DESK = "supervision:own", "supervision:desk"
SHOWN = {
    "rowan-achterberg": {OWN: ("waits for triage", "Happened on 18 November 2026", "It helped", "Yes, please")},
    "gwen-tallis": {
        OWN: ("You lead, or are asked to", "9 answers.", "it was easier", "Not this time", "Thinking with a peer")
    },
    "marcus-feld-ibrahim": {OWN: ("How was it, on the day?", "What has it changed since?", "You are asked to come")},
    "jude-oyelaran-finch": {OWN: ("Which days can you come?", "Offered to you")},
    "yewande-stannard": {"supervision:support": ("A debrief after the unexpected death of a child", "No answer yet")},
    "ines-calloway": {"supervision:handled": ("<b>late</b>", "I watched it", "Goes ahead")},
    "georgina-duffield": {
        DESK: ("day 2 of 5", "One who leads is missing", "Happened on 5 October 2026", "Went elsewhere"),
        "supervision:pool": ("Wants support: ", "Away from ", "2 network meetings", "5 came", "No answer yet"),
        "supervision:words": ("I would have liked a break.", "Let through"),
        "supervision:figures": ("7 asked for, 4 went ahead, 2 happened.", "Somebody watched"),
    },
}
HELD_BACK = "The woman from the clinic"


@pytest.fixture
def clients():
    with time_machine.travel(NOW, tick=False):
        users = {key: get_user_model().objects.get(email=email) for key, email in emails_of(*SHOWN).items()}
        found = {key: Client() for key in users}
        for key, user in users.items():
            found[key].force_login(user)
        yield found


def test_each_page_of_group_supervision_shows_something(clients):
    for key, pages in SHOWN.items():
        for route, said in pages.items():
            page = clients[key].get(reverse(route)).content.decode()
            assert [words for words in said if words not in page] == [], (key, route)
            assert HELD_BACK not in page


def test_a_meeting_shows_what_was_seen_and_a_poll_to_those_who_are_in_it(clients):
    for key, words in (("rowan-achterberg", "What somebody saw who watched"), ("jude-oyelaran-finch", "(1 of 5 can)")):
        meeting = re.search(r'href="(/supervision/meetings/\w+)"', clients[key].get(reverse(OWN)).content.decode())
        assert meeting and words in clients[key].get(meeting[1]).content.decode()
        assert clients["georgina-duffield"].get(meeting[1]).status_code == 404
