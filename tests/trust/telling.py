"""Journeys through what happened for children: read, written, corrected, withdrawn, also where somebody is hidden."""

from collections.abc import Mapping

from django.urls import reverse

from kith.apps.chronologies.models import Entry
from tests.trust.county import CHILDREN
from tests.trust.rows_told import row_of
from tests.trust.visitor import Visitor

Refs = Mapping[str, str]
GUESS = "Okafor Threnody lives at 7 Threnody Yard, EM7 7QZ, with Xanthe Quillfeather"


def telling_what_happened(visitor: Visitor, refs: Refs) -> None:
    """Everybody's pages; then words that guess at whoever may be hidden, and what becomes of them."""
    said = {"start": "20 November 2026", "fact": GUESS, "childs_words": GUESS, "rag": "red", "role": "happened"}
    for name in (*CHILDREN, "dad", "hidden"):
        for page in ("page", "add"):
            visitor.get(reverse(f"chronologies:{page}", args=[refs[name]]))
        for row in (row_of("mina"), row_of("hidden")):
            visitor.get(reverse("chronologies:row", args=[refs[name], row]))
    for name in ("mina", "hidden"):
        visitor.post(reverse("chronologies:add", args=[refs[name]]), **said, version="0")
        visitor.post(reverse("chronologies:add", args=[refs[name]]), **said | {"others": refs["hidden"]}, version="0")
        visitor.get(reverse("chronologies:page", args=[refs[name]]))
    own = Entry.objects.filter(subject__ref=refs["mina"]).order_by("pk").values_list("ref", flat=True)
    for row in (*own, row_of("hidden")):
        at = [refs["mina"], row]
        visitor.get(reverse("chronologies:correct", args=at))
        visitor.post(reverse("chronologies:correct", args=at), **said | {"fact": f"{GUESS}."}, version="1")
        visitor.get(reverse("chronologies:row", args=at))
        visitor.get(reverse("chronologies:withdraw", args=at))
        visitor.post(reverse("chronologies:withdraw", args=at), why=GUESS, version="2")
        visitor.post(reverse("chronologies:put_back", args=at), version="3")
    visitor.get(reverse("chronologies:page", args=[refs["mina"]]))
    visitor.get(reverse("children:child", args=[refs["mina"]]))
