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


def looking_along_a_timeline(visitor: Visitor, refs: Refs) -> None:
    """Every kind of lane and of window, sifted by lists, and by words that guess at whoever may be hidden."""
    agencies = ("family", refs["zed"], row_of("hidden"))
    for name in ("mina", "hidden"):
        page = reverse("chronologies:page", args=[refs[name]])
        for by in ("agency", "theme", "child", "colour"):
            visitor.get(f"{page}?lanes={by}&from=2026-11-01&to=2026-11-30")
        for asked in (
            "from=1900-01-01&to=2100-01-01",
            "from=2026-12-01&to=2026-01-01",
            "page=2",
            "said=1",
            "reads=red",
        ):
            visitor.get(f"{page}?{asked}")
        for agency in agencies:
            visitor.get(f"{page}?agency={agency}")
            visitor.post(page, agency=agency, kind="disclosure")
        for words in ("threnody", "quillfeather", "before", "Okafor Threnody", "x" * 5_000):
            visitor.post(page, find=words)
            visitor.post(f"{page}?lanes=theme&from=2026-11-01&to=2026-11-30", find=words, said="1")
