"""Routes of a child's standing."""

from django.urls import path

from kith.web.standing import keeping, pages

app_name = "standing"
ALL = "children/<slug:child_ref>/standing"
ONE = f"{ALL}/<slug:standing_ref>"

urlpatterns = [
    path(ALL, pages.history, name="history"),
    path(f"{ALL}/record", keeping.record, name="record"),
    path(f"{ONE}/correct", keeping.correct, name="correct"),
    path(f"{ONE}/end", keeping.end, name="end"),
    path(f"{ONE}/reopen", keeping.reopen, name="reopen"),
    path(f"{ONE}/take-out", keeping.take_out, name="take_out"),
    path(f"{ONE}/put-back", keeping.put_back, name="put_back"),
]
