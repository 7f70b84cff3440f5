"""Routes about who sees a child."""

from django.urls import path

from kith.web.seeing import emergency, known, pages

app_name = "seeing"
CHILD = "children/<slug:child_ref>"

urlpatterns = [
    path(f"{CHILD}/who-sees-this", pages.why, name="why"),
    path(f"{CHILD}/known", known.known, name="known"),
    path(f"{CHILD}/emergency-look", emergency.look, name="emergency"),
    path("emergency-looks/<slug:look_ref>/end", emergency.end, name="end_look"),
]
