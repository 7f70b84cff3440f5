"""Routes of group supervision."""

from django.urls import path

from kith.web.supervision import asking, desk, figures, meeting, observing, offering, own, peers, pool

app_name = "supervision"
REQUEST = "supervision/requests/<slug:request_ref>"
MEETING = "supervision/meetings/<slug:request_ref>"
FACILITATOR = "supervision/pool/<slug:facilitator_ref>"

urlpatterns = [
    path("supervision", own.page, name="own"),
    path("supervision/ask", asking.ask, name="ask"),
    path("children/<slug:child_ref>/supervision/ask", asking.ask_about, name="ask_about"),
    path("supervision/requests", desk.page, name="desk"),
    path(REQUEST, desk.request_page, name="request"),
    path(f"{REQUEST}/pair", desk.ask_pair, name="ask_pair"),
    path(f"{REQUEST}/invite", desk.invite, name="invite"),
    path(f"{REQUEST}/receipt", asking.receipt, name="receipt"),
    path(f"{REQUEST}/observed", observing.observe, name="observe"),
    path(f"{REQUEST}/take-back", asking.take_back, name="take_back"),
    path("supervision/words", desk.words, name="words"),
    path("supervision/words/<slug:feedback_ref>", desk.judge, name="judge"),
    path("supervision/handled", observing.page, name="handled"),
    path("supervision/offers", offering.page, name="support"),
    path("supervision/offers/new", offering.offer, name="support_at_work"),
    path("supervision/toolbox", meeting.toolbox, name="toolbox"),
    path("supervision/network", peers.network, name="network"),
    path("supervision/peers", peers.talk, name="peers"),
    path("supervision/peers/<slug:talk_ref>", peers.how_it_was, name="peers_how"),
    path("supervision/invitations/<slug:to_come_ref>", own.answer_invitation, name="answer_invitation"),
    path("supervision/pool", pool.page, name="pool"),
    path("supervision/pool/add", pool.add, name="add_facilitator"),
    path(FACILITATOR, pool.change, name="facilitator"),
    path(f"{FACILITATOR}/leave", pool.leave, name="leave_pool"),
    path(f"{FACILITATOR}/support", pool.support, name="offer_support"),
    path("supervision/away", own.away, name="away"),
    path("supervision/needs", own.needs, name="needs"),
    path("supervision/leads/<slug:lead_ref>", own.answer, name="answer_lead"),
    path("supervision/leads/<slug:lead_ref>/withdraw", own.withdraw, name="withdraw_lead"),
    path("supervision/support/<slug:support_ref>", own.answer_support, name="answer_support"),
    path(MEETING, meeting.page, name="meeting"),
    path(f"{MEETING}/days", meeting.days, name="days"),
    path(f"{MEETING}/offer", meeting.offer, name="offer_days"),
    path(f"{MEETING}/settle", meeting.settle, name="settle"),
    path(f"{MEETING}/happened", meeting.happened, name="happened"),
    path(f"{MEETING}/stop", meeting.stop, name="stop"),
    path(f"{MEETING}/answers/<slug:short_form>", meeting.feedback, name="feedback"),
    path("supervision/figures", figures.page, name="figures"),
    path("supervision/figures.csv", figures.file, {"form": "csv"}, name="figures_csv"),
    path("supervision/figures.docx", figures.file, {"form": "docx"}, name="figures_docx"),
]
