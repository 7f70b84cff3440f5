"""What happened for Noor, written by the agencies that work with her, corrected once and withdrawn once."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import actors_by_id
from kith.apps.chronologies.projections import RowSaid
from kith.apps.chronologies.services import add_row, correct_row, withdraw_row
from kith.kernel.data_files import toml_of
from kith.kernel.partial_dates import PartialDate

NOOR = "noor.noor"
WORKERS = {
    "school": "marcus-feld-ibrahim",
    "health": "gwen-tallis",
    "social_care": "priyanka-oduya",
    "youth": "rowan-achterberg",
    "family": "rowan-achterberg",
}
POLICE = "child-investigation"
ON_THE_ROW = ("type", "rag", "fact", "impact", "action", "effective", "teller")


def tell_rows_in_town(
    refs: Mapping[str, str], workers: Mapping[str, int], *, police_id: int | None, now: dt.datetime
) -> None:
    """By the deeds that their workers would do; where the story is not in the county, nothing."""
    if NOOR not in refs or police_id is None:
        return
    for told in toml_of("kith.testing.town", "data/chronologies/noor.toml")["rows"]:
        at = now - dt.timedelta(days=told.get("after", 0))
        key = police_id if told["by"] == "police" else workers[WORKERS[told["by"]]]
        (by,) = actors_by_id([key], on=at.date())
        _tell(by, refs[NOOR], told, at, now)


def _tell(by: Actor, child_ref: str, told: Mapping[str, Any], at: dt.datetime, now: dt.datetime) -> None:
    said = RowSaid(
        start=PartialDate.of(now.date() - dt.timedelta(days=told["days"])),
        childs_words=told.get("words", ""),
        **{name: told[name] for name in ON_THE_ROW if name in told},
    )
    row = add_row(by=by, child_ref=child_ref, said=said, now=at)
    about: dict[str, Any] = {"by": by, "child_ref": child_ref, "row_ref": row, "expected_version": 1, "now": at}
    if "corrected" in told:
        correct_row(said=replace(said, fact=told["corrected"]), **about)
    if "withdrawn" in told:
        withdraw_row(why=told["withdrawn"], **about)
