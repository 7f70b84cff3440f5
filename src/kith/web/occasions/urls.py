"""Routes of a child's ledger."""

from django.urls import path

from kith.web.occasions import answering, coming, inviting, ledger, making, parents, rows

app_name = "occasions"
LOOP = "children/<slug:child_ref>/loop"
ONE = f"{LOOP}/<slug:occasion_ref>"

urlpatterns = [
    path(LOOP, ledger.loop, name="loop"),
    path(f"{LOOP}/add", ledger.add, name="add"),
    path(f"{LOOP}/not-coming", coming.add, name="add_not_coming"),
    path(f"{LOOP}/not-coming/<slug:away_ref>/take-out", coming.take_out, name="take_out_not_coming"),
    path(f"{LOOP}/sent/<slug:representation_ref>", answering.answer, name="answer"),
    path(f"{LOOP}/page", making.make, name="make"),
    path(f"{LOOP}/parents/<slug:person_ref>", parents.parent, name="parent"),
    path(f"{LOOP}/parents/<slug:person_ref>/<slug:part>", parents.say, name="say"),
    path(ONE, ledger.occasion, name="occasion"),
    path(f"{ONE}/change", ledger.change, name="change"),
    path(f"{ONE}/take-out", ledger.take_out, name="take_out"),
    path(f"{ONE}/put-back", ledger.put_back, name="put_back"),
    path(f"{ONE}/invitations", inviting.invitations, name="invitations"),
    path(f"{ONE}/invitations/<slug:invitation_ref>", inviting.answer, name="answer_invitation"),
    path(f"{ONE}/invitations/<slug:invitation_ref>/take-off", inviting.take_off, name="take_off_list"),
    path(f"{ONE}/invitations/<slug:invitation_ref>/put-back", inviting.put_back, name="put_back_on_list"),
    path(f"{ONE}/people/<slug:person_ref>", rows.row, name="row"),
    path(f"{ONE}/team/<slug:seat_ref>", rows.team_row, name="team_row"),
]
