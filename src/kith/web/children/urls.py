"""Routes about one child and their family."""

from django.urls import path

from kith.web.children import deeds, pages

app_name = "children"
urlpatterns = [
    path("children", pages.find, name="find"),
    path("children/<slug:child_ref>", pages.child, name="child"),
    path("children/<slug:child_ref>/picture", pages.picture, name="picture"),
    path("children/<slug:child_ref>/picture.svg", pages.picture_svg, name="picture_svg"),
    path("children/<slug:child_ref>/picture.png", pages.picture_png, name="picture_png"),
    path("children/<slug:child_ref>/people/<slug:person_ref>", pages.person, name="person"),
    path("children/<slug:child_ref>/people/<slug:person_ref>/change", deeds.change_person, name="change_person"),
    path("children/<slug:child_ref>/people/<slug:person_ref>/take-out", deeds.take_out_person, name="take_out_person"),
    path("children/<slug:child_ref>/people/<slug:person_ref>/put-back", deeds.put_back_person, name="put_back_person"),
    path("children/<slug:child_ref>/add-person", deeds.add_person, name="add_person"),
    path("children/<slug:child_ref>/add-tie", deeds.add_tie, name="add_tie"),
    path("children/<slug:child_ref>/add-home", deeds.add_household, name="add_household"),
    path("children/<slug:child_ref>/ties/<slug:tie_ref>/account", deeds.add_account, name="add_account"),
    path("children/<slug:child_ref>/ties/<slug:tie_ref>/take-out", deeds.take_out_tie, name="take_out_tie"),
    path("children/<slug:child_ref>/ties/<slug:tie_ref>/put-back", deeds.put_back_tie, name="put_back_tie"),
]
