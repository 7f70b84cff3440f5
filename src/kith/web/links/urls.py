"""Routes of family links: two for whoever reads, three for whoever works with the child."""

from django.urls import path

from kith.web.links import door, keeping, making

app_name = "links"
CHILD = "children/<slug:child_ref>/links"

urlpatterns = [
    path("p/<str:token>", door.door, name="door"),
    path("my-page", door.page, name="page"),
    path(CHILD, keeping.links, name="links"),
    path(f"{CHILD}/make", making.make, name="make"),
    path(f"{CHILD}/<slug:link_ref>/close", keeping.close, name="close"),
]
