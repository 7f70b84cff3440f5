"""Deeds on teams: joining and leaving, absences and cover, asking, and what goes with an adult who is given away.

Each deed is a function of its own file's subject; this module is only their front door.
"""

from kith.apps.teams.services.absences import (
    change_absence,
    cover_for_one,
    enter_absence,
    enter_absence_on_team,
    put_back_absence,
    take_out_absence,
)
from kith.apps.teams.services.asking import answer_as_adviser, answer_ask, ask_adviser, ask_round_adult
from kith.apps.teams.services.handing_over import hand_over_places
from kith.apps.teams.services.joining import come_back, join, leave
from kith.apps.teams.services.merging import on_destroy, on_merge
from kith.apps.teams.services.places import change_place
from kith.apps.teams.sound import CannotKeepTeam

__all__ = [
    "CannotKeepTeam",
    "answer_as_adviser",
    "answer_ask",
    "ask_adviser",
    "ask_round_adult",
    "change_absence",
    "change_place",
    "come_back",
    "cover_for_one",
    "enter_absence",
    "enter_absence_on_team",
    "hand_over_places",
    "join",
    "leave",
    "on_destroy",
    "on_merge",
    "put_back_absence",
    "take_out_absence",
]
