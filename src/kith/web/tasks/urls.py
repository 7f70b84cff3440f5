"""Routes of tasks."""

from django.urls import path

from kith.web.tasks import views

app_name = "tasks"

urlpatterns = [
    path("tasks", views.overview, name="overview"),
    path("tasks/give", views.give, name="give"),
    path("tasks/<slug:task_ref>/end", views.end, name="end"),
    path("tasks/<slug:task_ref>/take-up", views.take_up, name="take_up"),
]
