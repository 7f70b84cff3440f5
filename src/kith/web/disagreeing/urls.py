"""Routes of disagreements between agencies."""

from django.urls import path

from kith.web.disagreeing import views

app_name = "disagreeing"
ALL = "children/<slug:child_ref>/disagreements"
ONE = f"{ALL}/<slug:disagreement_ref>"

urlpatterns = [
    path(f"{ALL}/new", views.new, name="new"),
    path(ONE, views.one, name="one"),
    path(f"{ONE}/further", views.further, name="further"),
    path(f"{ONE}/settle", views.settle, name="settle"),
]
