"""Routes of the day."""

from django.urls import path

from kith.web.today import views

app_name = "today"
urlpatterns = [path("", views.home, name="home")]
