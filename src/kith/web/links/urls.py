"""Routes of family links: four for whoever reads, three for whoever works with the child."""

from django.urls import path

from kith.web.links import door, keeping, making, speaking

app_name = "links"
CHILD = "children/<slug:child_ref>/links"

urlpatterns = [
    path("p/<str:token>", door.door, name="door"),
    path("my-page", door.page, name="page"),
    path("my-page/write", speaking.speak, name="speak"),
    path("my-page/sent", speaking.spoken, name="spoken"),
    path(CHILD, keeping.links, name="links"),
    path(f"{CHILD}/make", making.make, name="make"),
    path(f"{CHILD}/<slug:link_ref>/close", keeping.close, name="close"),
]
