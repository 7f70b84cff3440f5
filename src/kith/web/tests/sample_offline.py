"""Invented contexts for a picture that is taken along on a tablet, sent back from it, and opened without network."""

import datetime as dt
from dataclasses import replace
from typing import Any

from kith.apps.chronologies.projections import ChildToTake, TakenAlong
from kith.apps.pictures.projections import CheckOutCard, OwnTablet
from kith.web.tests.sample_pictures import CHILD, PAGE, drawn

UNTIL = dt.datetime(2026, 11, 25, 10, 4, tzinfo=dt.UTC)
MINE = CheckOutCard(ref="t1", whose="Rowan Achterberg", until=UNTIL, is_over=False, is_mine=True, may_end=True)
THEIRS = replace(MINE, ref="t2", whose="Priyanka Oduya", is_mine=False)
OVER = replace(MINE, ref="t3", is_over=True)
OWN = OwnTablet(child="noor", picture="p1", check_out="t1", until=UNTIL)

KIDS = (ChildToTake("noor", "Noor"), ChildToTake("long", "Wilhelmina-Featherstonehaugh"))
TAKEN = TakenAlong(
    ref="f1", until=UNTIL, is_over=False, queue_key="sample", children=KIDS, rags=(("green", "Strength or safety"),)
)
TAKEN_OVER = replace(TAKEN, ref="f2", is_over=True)

OFFLINE_SAMPLES: dict[str, tuple[str, dict[str, Any]]] = {
    "tablet-take": ("pictures/offline_take.html", {"child": CHILD, "page": PAGE, "names": (("hana", "Hana"),)}),
    "tablet-send": ("pictures/offline_send.html", {"child": CHILD, "page": PAGE, "tablet": MINE, "key": "sample"}),
    "tablet-over": ("pictures/offline_send.html", {"child": CHILD, "page": PAGE, "tablet": OVER, "key": "sample"}),
    "tablet-shell": ("pictures/offline_shell.html", {}),
    "tablet-note": ("pictures/drawn.html", drawn(replace(PAGE, tablets=(MINE, THEIRS, OVER)))),
    "form-take": ("chronologies/along.html", {"children": KIDS, "mine": ()}),
    "form-taken": ("chronologies/along.html", {"children": KIDS, "mine": (TAKEN, TAKEN_OVER)}),
    "form-none": ("chronologies/along.html", {"children": (), "mine": ()}),
    "form-send": ("chronologies/along_send.html", {"taken": TAKEN}),
    "form-over": ("chronologies/along_send.html", {"taken": TAKEN_OVER}),
    "tablet-logout": ("account/logout.html", {"redirect_field": "", "tablets": (OWN,), "forms": (TAKEN,)}),
}
