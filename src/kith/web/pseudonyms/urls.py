"""Routes of copies with stand-ins."""

from django.urls import path

from kith.web.pseudonyms import back, copies, sets

app_name = "pseudonyms"
SETS = "children/<slug:child_ref>/stand-ins"
SET = f"{SETS}/<slug:set_ref>"

urlpatterns = [
    path(SETS, sets.sets, name="sets"),
    path(SET, copies.page, name="set"),
    path(f"{SET}/words", copies.words, name="words"),
    path(f"{SET}/copy", copies.copy, name="copy"),
    path(f"{SET}/until", sets.until, name="until"),
    path(f"{SET}/end", sets.end, name="end"),
    path(f"{SET}/back", back.page, name="back"),
    path(f"{SET}/beside", back.beside, name="beside"),
]
