"""Routes about one child and their family."""

from django.urls import path

from kith.web.children import changing, deeds, facts, pages, twins, undoing, whens

app_name = "children"
CHILD = "children/<slug:child_ref>"
PERSON = f"{CHILD}/people/<slug:person_ref>"
FACT = f"{PERSON}/facts/<slug:fact_ref>"

urlpatterns = [
    path("children", pages.find, name="find"),
    path("when-in-words", whens.understood, name="understood"),
    path(CHILD, pages.child, name="child"),
    path(f"{CHILD}/picture", pages.picture, name="picture"),
    path(f"{CHILD}/picture.svg", pages.picture_svg, name="picture_svg"),
    path(f"{CHILD}/picture.png", pages.picture_png, name="picture_png"),
    path(f"{CHILD}/picture.pdf", pages.picture_pdf, name="picture_pdf"),
    path(f"{CHILD}/people.csv", pages.people_csv, name="people_csv"),
    path(f"{CHILD}/people.xlsx", pages.people_xlsx, name="people_xlsx"),
    path(PERSON, pages.person, name="person"),
    path(f"{PERSON}/change", changing.change_person, name="change_person"),
    path(f"{PERSON}/take-out", undoing.take_out_person, name="take_out_person"),
    path(f"{PERSON}/put-back", undoing.put_back_person, name="put_back_person"),
    path(f"{PERSON}/sure", undoing.be_sure, name="be_sure"),
    path(f"{PERSON}/not-sure", undoing.be_unsure, name="be_unsure"),
    path(f"{PERSON}/add-name", facts.add_name, name="add_name"),
    path(f"{PERSON}/add-address", facts.add_address, name="add_address"),
    path(f"{PERSON}/add-number", facts.add_number, name="add_number"),
    path(f"{PERSON}/languages", facts.set_languages, name="set_languages"),
    path(f"{PERSON}/add-responsibility", facts.add_responsibility, name="add_responsibility"),
    path(f"{PERSON}/add-twins", twins.add_twins, name="add_twins"),
    path(f"{PERSON}/join-home", facts.join_home, name="join_home"),
    path(f"{FACT}/end-address", facts.end_address, name="end_address"),
    path(f"{FACT}/leave-home", facts.leave_home, name="leave_home"),
    path(f"{FACT}/end-responsibility", facts.end_responsibility, name="end_responsibility"),
    path(f"{FACT}/take-out", undoing.take_out_fact, name="take_out_fact"),
    path(f"{FACT}/put-back", undoing.put_back_fact, name="put_back_fact"),
    path(f"{FACT}/reopen", undoing.reopen_fact, name="reopen_fact"),
    path(f"{CHILD}/add-person", deeds.add_person, name="add_person"),
    path(f"{CHILD}/add-tie", deeds.add_tie, name="add_tie"),
    path(f"{CHILD}/add-home", deeds.add_household, name="add_household"),
    path(f"{CHILD}/homes/<slug:home_ref>/address", deeds.add_home_address, name="add_home_address"),
    path(f"{CHILD}/ties/<slug:tie_ref>/account", deeds.add_account, name="add_account"),
    path(f"{CHILD}/ties/<slug:tie_ref>/take-out", undoing.take_out_tie, name="take_out_tie"),
    path(f"{CHILD}/ties/<slug:tie_ref>/put-back", undoing.put_back_tie, name="put_back_tie"),
]
