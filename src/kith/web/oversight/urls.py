"""Routes about who looked."""

from django.urls import path

from kith.web.oversight import looking, reviews

app_name = "oversight"

urlpatterns = [
    path("emergency-looks", reviews.queue, name="queue"),
    path("emergency-looks/<slug:look_ref>/review", reviews.review, name="review"),
    path("emergency-looks/suspended/<slug:suspension_ref>", reviews.give_back, name="give_back"),
    path("looking", looking.start, name="start"),
    path("looking/unusual", looking.unusual, name="unusual"),
    path("looking/workers/<slug:worker_ref>", looking.worker, name="worker"),
    path("looking/destroyed", looking.destroyed, name="destroyed"),
    path("looking/answer", looking.ask, name="ask"),
    path("children/<slug:child_ref>/who-looked", looking.answer, name="answer"),
    path("children/<slug:child_ref>/who-looked.txt", looking.answer_text, name="answer_text"),
]
