"""Journeys: what happened is given to somebody, read together, published and reviewed, and copied with stand-ins,
also where somebody hides."""

from collections.abc import Mapping

from django.urls import reverse

from kith.apps.chronologies.models import Entry
from tests.trust.county import CHILDREN
from tests.trust.rows_told import edition_of, row_of
from tests.trust.stand_ins import copies_of, set_of
from tests.trust.visitor import Visitor

Refs = Mapping[str, str]
SAID = {"child_says": "agreed", "safety": "safe", "hurt": "Nobody that we know of", "childs_words": "on"}
GUESS = "Okafor Threnody of 7 Threnody Yard, EM7 7QZ, and Xanthe Quillfeather"
COPIES = ("chronology.csv", "chronology.xlsx", "chronology.docx", "report.csv", "family.svg", "family.png")
TERMS = {"reading": "", "days": "7", "visits": "5", "telling": "phone", "look": "yes"}


def giving_what_happened(visitor: Visitor, refs: Refs) -> None:
    """Every row is ticked for whoever may read it, also rows and readers who may not be there."""
    for name in (*CHILDREN, "dad", "hidden"):
        visitor.get(reverse("chronologies:readers", args=[refs[name]]))
    ours = Entry.objects.filter(subject__ref=refs["mina"]).order_by("pk").values_list("ref", flat=True)
    for reader in ("mina", "mum", "dad", "friend", "hidden"):
        path = reverse("chronologies:give", args=[refs["mina"], refs[reader]])
        visitor.get(path)
        for rows in (list(ours), [*ours, row_of("hidden")]):
            visitor.post(path, rows=rows, named=[refs["mum"]], **SAID, **TERMS)
            visitor.post(path, rows=rows, named=[refs["hidden"]], **SAID, **TERMS | {"reading": "easy"})
        for row in (row_of("mina"), row_of("hidden")):
            at = [refs["mina"], refs[reader], row]
            visitor.post(reverse("chronologies:knows", args=at), said_by="They told me")
            visitor.post(reverse("chronologies:knows_not", args=at))
        at = [refs["mina"], refs[reader]]
        visitor.get(reverse("chronologies:together", args=at))
        for route in ("say", "cover", "open_again"):
            visitor.post(reverse(f"chronologies:{route}", args=at), words="No.", beside=row_of("hidden"))
    visitor.get(reverse("chronologies:page", args=[refs["mina"]]))


def publishing_what_happened(visitor: Visitor, refs: Refs) -> None:
    """Editions and the review, of children and rows that may not be there; words that guess stand in both."""
    for name in (*CHILDREN, "dad", "hidden"):
        for page in ("editions", "review"):
            visitor.get(reverse(f"chronologies:{page}", args=[refs[name]]))
        for page in ("edition", "edition_xlsx", "edition_docx"):
            visitor.get(reverse(f"chronologies:{page}", args=[refs[name], edition_of("hidden")]))
    for name in ("mina", "hidden"):
        visitor.post(reverse("chronologies:editions", args=[refs[name]]), what_for="Xanthe Quillfeather, EM7 7QZ")
        visitor.get(reverse("chronologies:editions", args=[refs[name]]))
    for row in (row_of("mina"), row_of("hidden")):
        at = [refs["mina"], row]
        said = dict.fromkeys(("comment", "expected", "actual"), "Xanthe Quillfeather lives at 7 Threnody Yard")
        visitor.get(reverse("chronologies:analyse", args=at))
        visitor.post(reverse("chronologies:analyse", args=at), **said, version="0")
        visitor.post(reverse("chronologies:analyse", args=at), **said | {"actual": "None"}, version="1")
    visitor.get(reverse("chronologies:review", args=[refs["mina"]]))


def copying_with_stand_ins(visitor: Visitor, refs: Refs) -> None:
    """Of everybody, with sets that may not be there; guesses stand in what a set is for and in what is looked up."""
    for name in (*CHILDREN, "dad", "hidden"):
        visitor.get(reverse("pseudonyms:sets", args=[refs[name]]))
        visitor.get(reverse("pseudonyms:set", args=[refs[name], set_of("hidden")]))
    said = {"people": "roles", "dates": "month", "ends_on": "1 March 2027", "what_for": GUESS}
    for name in ("mina", "hidden"):
        visitor.post(reverse("pseudonyms:sets", args=[refs[name]]), purpose="training", **said)
        list(copies_of(visitor, refs[name], set_of(name), *COPIES))
        at = [refs[name], set_of(name)]
        for word in (GUESS, "Arden", "Is it Worker 47, health?"):
            visitor.post(reverse("pseudonyms:back", args=at), word=word, reason="The review asks who it is.")
        visitor.post(reverse("pseudonyms:until", args=at), ends_on="1 April 2027", version="1")
        visitor.post(reverse("pseudonyms:end", args=at), version="2")
        visitor.get(reverse("pseudonyms:set", args=at))
