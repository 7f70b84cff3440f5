"""Routes of workers."""

from django.urls import path

from kith.web.workers import views

app_name = "workers"

urlpatterns = [
    path("workers", views.find, name="find"),
    path("workers/<slug:worker_ref>", views.worker, name="worker"),
]
