"""The evaluation as a table and as a Word document: what the page shows, and no more."""

import io
from collections.abc import Iterator

from docx import Document

from kith.apps.exports.projections import Cell, ExportedFile, Mark, Table
from kith.apps.supervision.projections import Evaluation, Figure
from kith.kernel.days import day_words

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
COLUMNS = ("What is counted", "Of which", "Count")
NAME = "group-supervision"


def evaluation_table(found: Evaluation) -> Table:
    return Table(title="Group supervision, evaluated", columns=COLUMNS, rows=tuple(_rows(found)))


def evaluation_document(found: Evaluation, *, stamp: Mark) -> ExportedFile:
    document = Document()
    document.core_properties.author = document.core_properties.last_modified_by = "Kith"
    document.core_properties.title = "Group supervision, evaluated"
    document.add_heading("Group supervision, evaluated", level=1)
    document.add_paragraph(window_words(found))
    table = document.add_table(rows=1, cols=len(COLUMNS), style="Table Grid")
    for cell, says in zip(table.rows[0].cells, COLUMNS, strict=True):
        cell.text = says
    for row in _rows(found):
        for cell, value in zip(table.add_row().cells, row, strict=True):
            cell.text = str(value)
    document.add_paragraph(f"{stamp.sentence}.")
    out = io.BytesIO()
    document.save(out)
    return ExportedFile(name=f"{NAME}.docx", content_type=DOCX, data=out.getvalue())


def window_words(found: Evaluation) -> str:
    return (
        f"Requests asked from {day_words(found.since)} until the day before {day_words(found.until)}. {found.ages}. "
        "Counts of 1 to 9 within a table are not shown; totals and agencies are."
    )


def _rows(found: Evaluation) -> Iterator[tuple[Cell, ...]]:
    yield ("Requests", "", found.requests)
    yield ("Went ahead", "", found.proceeded)
    for says, count in found.elsewhere:
        yield ("Went elsewhere", says, count)
    yield ("Not triaged yet", "", found.not_yet)
    yield ("Happened", "", found.happened)
    yield ("Days from asking to meeting, the middle one", "", _or_none(found.days_to_meeting))
    yield ("Stop cards", "", found.stop_cards)
    yield ("Answers at once", f"of {found.asked_for_answers} who came", found.answered)
    yield ("Answers after six to twelve weeks", f"of {found.asked_for_answers} who came", found.answered_later)
    yield from _handled(found)
    for agency in found.agencies:
        yield ("Agency that came", agency, "")
    for agency in found.facilitators_from:
        yield ("Facilitators from", agency, "")
    yield from _figures("Asked by", found.by_agency)
    yield from _figures("Where", found.by_locality)
    yield from _figures("Age", found.by_age)
    yield from _figures("Theme", found.themes)
    yield from _figures("Did it change something?", found.changed)
    yield from _figures("Seen whole where somebody watched", found.handled.seen)


def _handled(found: Evaluation) -> Iterator[tuple[Cell, ...]]:
    one = found.handled
    yield ("Triaged within the limit", f"of {one.triaged} triaged", one.in_time)
    yield ("What the family was told is on record", f"of {found.requests} requests", one.consent_is_written)
    yield ("Two who lead said that they do not know the network", f"of {one.went_ahead} ahead", one.independent)
    yield ("Led by two agencies", f"of {one.went_ahead} ahead", one.two_agencies)
    yield ("Meetings that somebody watched", f"of {found.happened} that happened", one.observed)
    yield ("Network meetings of facilitators", f"{one.came_to_network} came in all", one.network_meetings)


def _figures(says: str, figures: tuple[Figure, ...]) -> Iterator[tuple[Cell, ...]]:
    for one in figures:
        yield (says, one.says, one.shown)


def _or_none(value: int | None) -> Cell:
    return "too few to say" if value is None else value
