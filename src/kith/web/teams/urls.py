"""Routes about a child's team, about absences, and about asking."""

from django.urls import path

from kith.web.teams import absences, asking, joining, leaving, team

app_name = "teams"
CHILD = "children/<slug:child_ref>/team"
SEAT = f"{CHILD}/<slug:seat_ref>"
ABSENCE = "my-absences/<slug:absence_ref>"

urlpatterns = [
    path(CHILD, team.team, name="team"),
    path(f"{CHILD}/join", joining.join, name="join"),
    path(f"{CHILD}/adviser", asking.adviser, name="adviser"),
    path(f"{CHILD}/asks/<slug:ask_ref>/not-now", asking.not_now, name="not_now"),
    path(f"{SEAT}/change", joining.change, name="change"),
    path(f"{SEAT}/leave", leaving.leave, name="leave"),
    path(f"{SEAT}/come-back", leaving.come_back, name="come_back"),
    path(f"{SEAT}/away", absences.away_on_team, name="away_on_team"),
    path("my-absences", absences.mine, name="absences"),
    path(ABSENCE, absences.change, name="change_absence"),
    path(f"{ABSENCE}/take-out", absences.take_out, name="take_out_absence"),
    path(f"{ABSENCE}/put-back", absences.put_back, name="put_back_absence"),
    path(f"{ABSENCE}/for-one-child", absences.for_one, name="cover_for_one"),
    path("ask-a-team", asking.ask_round, name="ask_round"),
    path("adviser-asks/<slug:ask_ref>/done", asking.answered, name="answered"),
]
