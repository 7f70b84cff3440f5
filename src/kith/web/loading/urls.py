"""Routes of loading a family file."""

from django.urls import path

from kith.web.loading import views

app_name = "loading"
urlpatterns = [
    path("children/<slug:child_ref>/load-file", views.choose_file, name="choose_file"),
    path("children/<slug:child_ref>/load-file/confirm", views.load, name="load"),
]
