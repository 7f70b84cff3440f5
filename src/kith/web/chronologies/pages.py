"""The story of a child as a page, and one row with what it said before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from kith.apps.access.queries import day_of, may_seal, seal_marks
from kith.apps.chronologies import queries
from kith.apps.chronologies.projections import OpenRow
from kith.apps.networks.queries import child_head
from kith.web.chronologies.adding import NOTHING, aid_called, lines_of, silences_of
from kith.web.chronologies.ages import age_then
from kith.web.chronologies.ground import ground_of
from kith.web.chronologies.sifting import Sifted, choices_of, sifted
from kith.web.lanes.asked import LanesAsked, lanes_asked, query
from kith.web.lanes.view import LanesLinks, Way, lanes_view
from kith.web.sent import in_address

Row = TypeVar("Row", bound=OpenRow)
Other = TypeVar("Other", bound=OpenRow)
ON_A_PAGE = 100
MOST_AT_ONCE = 1_000  # rows of a story that are added up unasked; of more the page would keep somebody waiting


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, child_ref: str) -> HttpResponse:
    """What is looked for is shown at once; what was only chosen from lists leads to an address that can be kept."""
    child = child_head(request.actor, child_ref, now=request.now)
    asked, lanes = sifted(request), lanes_asked(request.GET)
    story = queries.placed_story(request.actor, child_ref, called=child.first_name, now=request.now)
    if request.method == "POST" and not asked.find:
        return HttpResponseRedirect(f"{request.path}{query({**lanes.address, **asked.address})}".rstrip("?"))
    is_added = len(story.rows) <= MOST_AT_ONCE or bool(asked.rests) or "adds" in request.GET
    added = story.adds_up(child.first_name, day_of(request.now)) if is_added else NOTHING
    aid = aid_called(added, asked.rests)
    asked = asked if aid else replace(asked, rests="")
    rows = story.rows
    if asked.is_any:
        rows = tuple(row for row in rows if asked.keeps(row) and (aid is None or row.name in aid.rows))
    sheet = sheet_of(rows, in_address(request, "page"), lanes, asked)
    links = LanesLinks(
        row_href=sheet.href,
        on_page={row.ref for row in sheet.rows},
        keep=asked.address,
        form="sift" if asked.find else "",
    )
    view = lanes_view(
        rows,
        lanes,
        ground_of(request.actor, child, story.rows, silences_of(added, child.first_name), now=request.now),
        links,
    )
    cards = queries.cards_of(request.actor, child_ref, sheet.rows, called=child.first_name, now=request.now)
    answers = {row.ref: [cards[ref] for ref in row.answers if ref in cards] for row in sheet.rows}
    whole = sheet.of([cards[row.ref] for row in sheet.rows if row.ref in cards])
    context = {"child": child, "story": story, "asked": asked, "sheet": whole, "view": view, "aid": aid}
    context |= {"answers": answers, "known_open": "known" in request.GET}
    if story.may_write and context["known_open"]:
        at = {"called": child.first_name, "now": request.now}
        context["known"] = queries.known_already(request.actor, child_ref, **at)
    context |= {"lines": lines_of(added) if is_added else None}
    context |= {"ages": {row.ref: age_then(child.birth, row.said.start) for row in sheet.rows}}
    return render(request, "chronologies/page.html", context | {"choices": choices_of(story.rows)})


@dataclass(frozen=True, slots=True)
class Sheet(Generic[Row]):
    """The rows that one page shows, the newest first, of `count`; `href` leads to any of them."""

    rows: tuple[Row, ...]
    count: int
    first: int
    newer: Way | None
    older: Way | None
    href: Callable[[str], str]

    @property
    def last(self) -> int:
        return self.first + len(self.rows) - 1

    def of(self, rows: Sequence[Other]) -> "Sheet[Other]":
        """The same page with other forms of its rows."""
        return Sheet(tuple(rows), self.count, self.first, self.newer, self.older, self.href)


def sheet_of(rows: Sequence[Row], page: str, lanes: LanesAsked, asked: Sifted) -> Sheet[Row]:
    """One page of the table; a number that is none is the first."""
    pages = max(1, -(-len(rows) // ON_A_PAGE))
    number = min(int(page), pages) if page.isascii() and page.isdigit() and int(page) else 1
    newest_first = rows[::-1]
    on_page = {row.ref: place // ON_A_PAGE + 1 for place, row in enumerate(newest_first)}

    def address(to: int) -> str:
        return query({**lanes.address, **asked.address, **({"page": str(to)} if to > 1 else {})})

    def href(ref: str) -> str:
        return f"#row-{ref}" if on_page[ref] == number else f"{address(on_page[ref])}#row-{ref}"

    first = (number - 1) * ON_A_PAGE
    return Sheet(
        rows=tuple(newest_first[first : first + ON_A_PAGE]),
        count=len(rows),
        first=first + 1,
        newer=Way("Newer rows", f"{address(number - 1)}#rows") if number > 1 else None,
        older=Way("Older rows", f"{address(number + 1)}#rows") if number < pages else None,
        href=href,
    )


@require_safe
def row(request: HttpRequest, child_ref: str, entry_ref: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    shown = queries.row_page(request.actor, child_ref, entry_ref, called=child.first_name, now=request.now)
    records = {shown.row.ref, *(one.ref for one in shown.attachments)}
    context = {
        "child": child,
        "page": shown,
        "seals": seal_marks(request.actor, child_ref, records=records, now=request.now),
        "may_seal": not shown.row.withdrawn and may_seal(request.actor, child_ref, now=request.now),
    }
    return render(request, "chronologies/row.html", context)
