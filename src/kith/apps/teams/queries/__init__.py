"""Reads of teams, always for an actor: a child's team, one's own absences, and what waits on the first page.

Each module is one kind of read; this one is only their front door.
"""

from kith.apps.teams.queries.absences import absence_to_change, absences_on_team, absences_page, cover_choices
from kith.apps.teams.queries.advisers import adviser_page
from kith.apps.teams.queries.asking import ask_round_page
from kith.apps.teams.queries.cover import cover_note
from kith.apps.teams.queries.places import place_form, place_to_change, seat_to_leave
from kith.apps.teams.queries.seats import seats_for_sake_of, seats_of_team
from kith.apps.teams.queries.team import team_card, team_page
from kith.apps.teams.queries.workers import workers_on_team
from kith.apps.teams.rules import is_current, to_go_to
from kith.apps.teams.sight import subjects_of_team_place

__all__ = [
    "absence_to_change",
    "absences_on_team",
    "absences_page",
    "adviser_page",
    "ask_round_page",
    "cover_choices",
    "cover_note",
    "is_current",
    "place_form",
    "place_to_change",
    "seat_to_leave",
    "seats_for_sake_of",
    "seats_of_team",
    "subjects_of_team_place",
    "team_card",
    "team_page",
    "to_go_to",
    "workers_on_team",
]
