"""Tables that were brought of children of the small county; and journeys on which workers bring some themselves."""

import json
from collections.abc import Mapping

from django.urls import reverse

from kith.apps.access.queries import target_of
from kith.apps.audit.services import load
from kith.apps.chronologies.models import Bringing
from kith.apps.files.projections import NewFile
from kith.apps.files.services import store_file
from kith.apps.records.base import refs_from
from kith.kernel.decisions import Level, granted
from kith.kernel.refs import seeded_refs
from kith.testing.factories import NOW, OPERATOR, Partnership
from tests.trust.county import CHILDREN
from tests.trust.visitor import Visitor

Refs = Mapping[str, str]
HEADINGS = ("Date", "What happened", "Row", "Who")
GUESS = "Okafor Threnody lives at 7 Threnody Yard, EM7 7QZ, with Xanthe Quillfeather"
MINA_AND_OTHERS = "\n".join(
    "\t".join(row)
    for row in (
        HEADINGS,
        ("20/11/26", GUESS, "1", "Mina"),
        ("20/11/26", "Okafor ran away.", "2", ""),
        ("20/11/26", "Of them alone.", "3", "Okafor Threnody"),
        ("20/11/26", "Of both.", "4", "Mina; Okafor Threnody"),
        ("31/2/26", GUESS, "5", ""),
    )
)


def brought_ref_of(name: str) -> str:
    """The ref of the table about somebody, also in a world in which they are not."""
    return seeded_refs(f"{name} brought")()


def bring_table(county: Partnership, name: str, words: str, *, by: str = "zed") -> str:
    """A table of one row, in every cell the words, that was looked at and not taken in; its ref."""
    rows = [HEADINGS, ("20/11/2026", words, words[:40], words)]
    told = {"called": "table", "tables": [{"title": words, "rows": rows, "merged": [], "struck": [], "unsolved": []}]}
    data = json.dumps({**told, "warnings": [words], "counts_from_1904": False}).encode()
    file = NewFile(
        kind="application/json", data=data, subjects=frozenset([county.refs[name]]), original_name=f"{words}.csv"
    )
    asked = granted(Level.WRITE, "R1", "They work with them.")
    with refs_from(seeded_refs(f"{name} brought")), load("test.brought", by=OPERATOR, now=NOW, payload={}):
        row = Bringing(state="looking", brought_at=NOW, brought_by_id=county.loaded.workers[by])
        row.agency_id = county.loaded.organisations[county.homes[by]]
        row.subject_id = target_of(county.refs[name]).id
        row.file_ref = store_file(by=OPERATOR, file=file, decide=lambda _: asked, now=NOW)
        row.save(force_insert=True)
    return str(row.ref)


def bringing_tables(visitor: Visitor, refs: Refs) -> None:
    """Everybody's pages; then a table that guesses at whoever may be hidden, and all that can be done with it."""
    for name in (*CHILDREN, "dad", "hidden"):
        visitor.get(reverse("chronologies:import", args=[refs[name]]))
        for form in ("xlsx", "csv"):
            visitor.get(reverse(f"chronologies:story_{form}", args=[refs[name]]))
        for page in ("brought", "headings", "undo"):
            visitor.get(reverse(f"chronologies:{page}", args=[refs[name], brought_ref_of("hidden")]))
    for name in ("mina", "hidden", "mina"):
        visitor.post(reverse("chronologies:import", args=[refs[name]]), words=MINA_AND_OTHERS)
    for ref in Bringing.objects.filter(subject__ref=refs["mina"]).order_by("pk").values_list("ref", flat=True):
        at = [refs["mina"], ref]
        chosen = {"heading_0": "start", "heading_1": "fact", "heading_2": "row", "heading_3": "subjects"}
        visitor.post(reverse("chronologies:headings", args=at), **chosen, version="1")
        visitor.post(reverse("chronologies:take", args=at), version="2")
        visitor.post(reverse("chronologies:undo", args=at), why=GUESS, version="3")
        visitor.post(reverse("chronologies:leave", args=at), version="4")
    visitor.get(reverse("chronologies:import", args=[refs["mina"]]))
    visitor.get(reverse("chronologies:page", args=[refs["mina"]]))
    visitor.get(reverse("chronologies:story_csv", args=[refs["mina"]]))
