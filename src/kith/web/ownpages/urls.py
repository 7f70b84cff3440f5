"""Routes of a young person's own page."""

from django.urls import path

from kith.web.ownpages import giving, writing

app_name = "ownpages"
PAGE = "children/<slug:child_ref>/own-page"

urlpatterns = [
    path(PAGE, writing.page, name="page"),
    path(f"{PAGE}/write", writing.write, name="write"),
    path(f"{PAGE}/still-right", writing.still_right, name="still_right"),
    path(f"{PAGE}/sheet", giving.sheet, name="sheet"),
    path(f"{PAGE}/give", giving.give, name="give"),
]
