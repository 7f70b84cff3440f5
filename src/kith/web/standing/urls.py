"""Routes of a child's standing, and of answers to standing checks."""

from django.urls import path

from kith.web.standing import checking, keeping, pages

app_name = "standing"
ALL = "children/<slug:child_ref>/standing"
CHECKS = "children/<slug:child_ref>/checks"
ANSWERS = "children/<slug:child_ref>/check-answers"
ONE = f"{ALL}/<slug:standing_ref>"

urlpatterns = [
    path(ALL, pages.history, name="history"),
    path(f"{ALL}/record", keeping.record, name="record"),
    path(f"{CHECKS}/<slug:check>/<slug:about>", checking.answer, name="answer_check"),
    path(f"{ANSWERS}/<slug:check_answer_ref>/take-out", checking.take_out_answer, name="take_out_answer"),
    path(f"{ANSWERS}/<slug:check_answer_ref>/put-back", checking.put_back_answer, name="put_back_answer"),
    path(f"{ONE}/correct", keeping.correct, name="correct"),
    path(f"{ONE}/end", keeping.end, name="end"),
    path(f"{ONE}/reopen", keeping.reopen, name="reopen"),
    path(f"{ONE}/take-out", keeping.take_out, name="take_out"),
    path(f"{ONE}/put-back", keeping.put_back, name="put_back"),
]
