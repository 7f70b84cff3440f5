"""Routes of the timescales."""

from django.urls import path

from kith.web.timescales import views

app_name = "timescales"

urlpatterns = [
    path("timescales", views.rules, name="rules"),
    path("timescales/<slug:rule>", views.confirm, name="confirm"),
    path("timescales/<slug:rule>/<slug:confirmed_ref>/take-back", views.take_back, name="take_back"),
]
