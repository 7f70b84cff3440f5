"""Routes of two records that are one person."""

from django.urls import path

from kith.web.merging import parting, saying

app_name = "merging"
PERSON = "children/<slug:child_ref>/people/<slug:person_ref>"

urlpatterns = [
    path(f"{PERSON}/same", saying.choose, name="choose"),
    path(f"{PERSON}/same/<slug:other_ref>", saying.say, name="say"),
    path(f"{PERSON}/merges/<slug:merge_ref>/part", parting.part, name="part"),
]
