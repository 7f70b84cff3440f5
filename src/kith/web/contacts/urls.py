"""Routes of telling, hearing and deciding."""

from django.urls import path

from kith.web.contacts import (
    beginning,
    births,
    deciding,
    delays,
    household,
    meetings,
    missing,
    notices,
    officers,
    paths,
    public,
    telling,
)

app_name = "contacts"
PATH = "children/<slug:child_ref>/path"
OFFICER = "designated-officer/<slug:contact_ref>/officers/<slug:officer_ref>"

urlpatterns = [
    path("tell-us", public.tell_us, name="tell_us"),
    path("told", telling.sent, name="sent"),
    path("told/front-door", telling.tell, name="tell"),
    path("told/baby", telling.tell_of_unborn, name="tell_of_unborn"),
    path("told/adult", telling.tell_of_adult, name="tell_of_adult"),
    path("told/school", notices.notify, name="notify"),
    path("told/<slug:contact_ref>", telling.outcome, name="outcome"),
    path("school-notices", notices.notices, name="notices"),
    path("school-notices/<slug:notice_ref>/read", notices.read, name="read_notice"),
    path("front-door", deciding.queue, name="queue"),
    path("front-door/<slug:contact_ref>", deciding.contact, name="contact"),
    path("front-door/<slug:contact_ref>/about/<slug:child_ref>", deciding.link, name="link"),
    path("front-door/<slug:contact_ref>/not-about/<slug:child_ref>", deciding.unlink, name="unlink"),
    path("front-door/<slug:contact_ref>/begin", beginning.begin_unborn, name="begin_unborn"),
    path("front-door/<slug:contact_ref>/household", household.household, name="household"),
    path("designated-officer", deciding.allegations, name="allegations"),
    path("designated-officer/<slug:contact_ref>", deciding.allegation, name="allegation"),
    path(f"{OFFICER}/let-in", officers.let_in, name="let_in"),
    path(f"{OFFICER}/shut-out", officers.shut_out, name="shut_out"),
    path("children/<slug:child_ref>/tell-front-door", telling.tell_of_child, name="tell_of_child"),
    path("children/<slug:child_ref>/not-brought", missing.not_brought, name="not_brought"),
    path(PATH, paths.path, name="path"),
    path(f"{PATH}/reasons/<slug:reason_ref>/take-out", delays.take_out, name="take_out_delay"),
    path(f"{PATH}/<slug:step_ref>/late/<slug:rule>", delays.why_late, name="why_late"),
    path(f"{PATH}/born", births.born, name="born"),
    path(f"{PATH}/pregnancy-ended", births.pregnancy_ended, name="pregnancy_ended"),
    path(f"{PATH}/born-together", births.born_together, name="born_together"),
    path(f"{PATH}/meeting", meetings.new, name="new_meeting"),
    path(f"{PATH}/<slug:step_ref>/meeting", meetings.of_step, name="meeting_of_step"),
    path(f"{PATH}/meetings/<slug:meeting_ref>", meetings.change, name="change_meeting"),
    path(f"{PATH}/meetings/<slug:meeting_ref>/take-out", meetings.take_out, name="take_out_meeting"),
    path(f"{PATH}/take-back", beginning.take_back, name="take_back"),
    path(f"{PATH}/<slug:step_ref>/take-out", paths.take_out, name="take_out_step"),
]
