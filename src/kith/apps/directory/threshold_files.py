"""The thresholds of one file or row, checked and made into their record."""

from kith.apps.directory.county_files import (
    Body,
    CannotReadCountyData,
    day_of_field,
    require_unlike,
    tables_of,
    text_of,
    texts_of,
)
from kith.apps.directory.projections.thresholds import OwnThreshold, ThresholdChange, Thresholds, ThresholdStep

SAID_OF_A_STEP = ("title", "means", "who_decides", "families_are_told", "agreement", "how_to_ask")
FIRST, LAST = "early_help", "section_47"


def read_thresholds(body: Body, *, is_own: bool) -> Thresholds:
    """Early help and section 47 have to be there; between and before them a county names its own steps."""
    version = text_of(body, "version", "top", most=60)
    steps = tables_of(body, "steps", _step)
    require_unlike((step.key for step in steps), "The step")
    keys = [step.key for step in steps]
    if FIRST not in keys or keys[-1:] != [LAST]:
        raise CannotReadCountyData(f"The steps have to hold {FIRST} and end with {LAST}.")
    changes = tables_of(body, "changes", lambda table, where: _change(table, where, version))
    require_unlike((change.id for change in changes), "The change")
    return Thresholds(
        version=version,
        title=text_of(body, "title", "top", most=200),
        source=text_of(body, "source", "top"),
        authority=text_of(body, "authority", "top", most=60),
        is_checked=body.get("checked") is True,
        is_own=is_own,
        valid_from=day_of_field(body, "valid_from", "top"),
        steps=steps,
        teams=tables_of(body, "teams", _team),
        changes=changes,
    )


def _step(table: Body, where: str) -> ThresholdStep:
    return ThresholdStep(
        key=text_of(table, "key", where, most=40),
        law=text_of(table, "law", where, may_lack=True),
        signs=texts_of(table, "signs", where),
        **{field: text_of(table, field, where) for field in SAID_OF_A_STEP},
    )


def _team(table: Body, where: str) -> OwnThreshold:
    return OwnThreshold(
        key=text_of(table, "key", where, most=40),
        team=text_of(table, "team", where, most=200),
        takes=text_of(table, "takes", where),
        not_takes=text_of(table, "not_takes", where, may_lack=True),
        instead=text_of(table, "instead", where, may_lack=True),
        since_on=day_of_field(table, "since", where),
    )


def _change(table: Body, where: str, version: str) -> ThresholdChange:
    return ThresholdChange(
        id=f"{version}/{text_of(table, 'key', where, most=40)}",
        on=day_of_field(table, "on", where),
        about=text_of(table, "about", where, most=200),
        says=text_of(table, "says", where),
        why=text_of(table, "why", where, may_lack=True),
        version=version,
    )
