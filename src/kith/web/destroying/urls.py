"""The route of a record that is to be destroyed."""

from django.urls import path

from kith.web.destroying import views

app_name = "destroying"

urlpatterns = [
    path("children/<slug:child_ref>/people/<slug:person_ref>/destroy", views.propose, name="propose"),
]
