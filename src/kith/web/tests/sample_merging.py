"""Invented contexts for the pages about two records of one person."""

from types import SimpleNamespace as Record
from typing import Any

from kith.web.tests.sample_fields import SampleField, SampleForm
from kith.web.tests.sample_people import LONG, NOOR
from kith.web.tests.sample_sealing import SET_AT
from kith.web.tests.sample_sharing import share

KEPT = Record(
    name="Comfort Ashdown",
    age="66",
    has_case=False,
    lines=[
        Record(what="Name", says="Comfort Ashdown", about="legal name", joins=False),
        Record(what="Born", says="about 1960", about="", joins=False),
    ],
)
OTHER = Record(
    name="Mrs C. Ashdown",
    age="",
    has_case=False,
    lines=[
        Record(what="Name", says="Mrs C. Ashdown", about="known as", joins=True),
        Record(what="Born", says="5 March 1960", about="", joins=False),
        Record(what="Tie", says="Comfort: parent of Kwabena", about="since 1985", joins=True),
    ],
)
SIDES = Record(
    kept=KEPT,
    merged=OTHER,
    needs_second=False,
    shares_go_on=(share("a"),),
    shares_end=(share("b", receiver=LONG.name),),
)
WITH_CASE = Record(
    kept=Record(**{**vars(KEPT), "has_case": True}),
    merged=Record(**{**vars(OTHER), "lines": []}),
    needs_second=True,
    shares_go_on=(),
    shares_end=(),
)
WHY = SampleForm((SampleField("why", "How do you know that they are one person?"),))
PAGE = Record(person_ref="comfort", name="Comfort Ashdown", merged_at=SET_AT)
FAMILY = Record(ref="noor", name="Noor Demir", age="10")


def _choices(**changes: object) -> Any:
    nothing: dict[str, object] = {"family": FAMILY, "people": [], "families": [], "asked": ""}
    return Record(**vars(PAGE), **{**nothing, **changes})


CHOICES = _choices(
    people=[Record(ref="k", name="Kwabena Ashdown", kin="Dad"), Record(ref="x", name="Kofi", kin="")],
    families=[Record(ref="l", name=LONG.name, age="9"), Record(ref="y", name="Yusuf", age="")],
)
MERGING_SAMPLES: dict[str, tuple[str, dict[str, Any]]] = {
    "merge-choose": ("merging/choose.html", {"child": NOOR, "page": CHOICES}),
    "merge-choose-nobody": ("merging/choose.html", {"child": NOOR, "page": _choices(asked="Zz")}),
    "merge-say": ("merging/say.html", {"child": NOOR, "page": PAGE, "sides": SIDES, "form": WHY}),
    "merge-say-case": ("merging/say.html", {"child": NOOR, "page": PAGE, "sides": WITH_CASE, "form": WHY}),
    "merge-part": ("merging/part.html", {"child": NOOR, "page": PAGE, "form": WHY}),
}
