"""The tables of HTML as a browser holds it after somebody copied a table in Word or Excel; nothing in it runs."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from kith.apps.files.sandbox.readers.found_table import Found, FoundTable, Room, refuse_many, with_merged_filled
from kith.apps.files.sandbox.refusal import CannotReadFile

NOT_SAID = ("head", "style", "script", "template", "del", "svg", "math", "object")
STRUCK = ("s", "strike")
NEW_LINE = ("p", "div", "li", "tr", "td", "th")
VOID = ("br", "col", "hr", "img", "input", "link", "meta", "wbr")
WIDEST, TALLEST = 200, 10_000
DEEPEST = 100
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.I)
_LINE_THROUGH = re.compile(r"text-decoration[^;]*line-through", re.I)
_BLANK = re.compile(r"[ \t\r\n\f\xa0]+")
NO_TABLE = "No table was found in what was pasted. Mark the whole table with its headings, and copy it again."


@dataclass(slots=True)
class _Cell:
    down: int
    right: int
    pieces: list[tuple[str, bool]] = field(default_factory=list)  # a text, and whether it is struck through

    @property
    def text(self) -> str:
        lines = "".join(text for text, _ in self.pieces).split("\n")
        return "\n".join(line.strip() for line in lines).strip()


class _Reader(HTMLParser):
    """Rows of cells of every outermost table."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[_Cell]]] = []
        self.open: list[tuple[str, bool, bool]] = []  # each open tag, whether it is silent, and whether it strikes out
        self.depth = 0
        self.cell: _Cell | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "br":
            self._say("\n")
        if tag in VOID:
            return
        if tag == "table":
            self.depth += 1
            self.tables += [[]] if self.depth == 1 else []
        elif self.depth == 1 and tag in ("tr", "td", "th"):
            self._begin(tag, told)
        elif tag in NEW_LINE and self.cell and self.cell.pieces:
            self._say("\n")
        self._open(tag, told)

    def handle_endtag(self, tag: str) -> None:
        if tag == "table":
            self.depth = max(self.depth - 1, 0)
        if (self.depth == 1 and tag in ("td", "th", "tr")) or not self.depth:
            self.cell = None
        for place in range(len(self.open) - 1, -1, -1):
            if self.open[place][0] == tag:
                del self.open[place:]
                return

    def handle_data(self, data: str) -> None:
        self._say(_BLANK.sub(" ", data))

    def _open(self, tag: str, told: dict[str, str]) -> None:
        if len(self.open) >= DEEPEST:
            raise CannotReadFile("What was pasted is nested too deep to be a table. Bring the file itself.")
        style = told.get("style", "")
        is_silent, is_struck = (self.open[-1][1:]) if self.open else (False, False)
        is_silent = is_silent or tag in NOT_SAID or bool(_HIDDEN.search(style))
        self.open.append((tag, is_silent, is_struck or tag in STRUCK or bool(_LINE_THROUGH.search(style))))

    def _begin(self, tag: str, told: dict[str, str]) -> None:
        """A row or a cell; whatever stood open in the one before it ends, closed or not."""
        tags = [name for name, *_ in self.open]
        del self.open[len(tags) - tags[::-1].index("table") :]
        if tag == "tr" or not self.tables[-1]:
            self.tables[-1].append([])
        self.cell = None
        if tag == "tr":
            return
        self.cell = _Cell(_span(told.get("rowspan", ""), TALLEST), _span(told.get("colspan", ""), WIDEST))
        self.tables[-1][-1].append(self.cell)

    def _say(self, text: str) -> None:
        _, is_silent, is_struck = self.open[-1] if self.open else ("", False, False)
        if self.cell is not None and not is_silent:
            self.cell.pieces.append((text, is_struck))


def found_in(text: str) -> Found:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    refuse_many(len(reader.tables), "table")
    room = Room()
    tables = [_table(rows, f"{n}", room) for n, rows in enumerate(reader.tables, 1)]
    if not any(table.rows for table in tables):
        raise CannotReadFile(NO_TABLE)
    return Found(called="table", tables=tables)


def _table(rows: list[list[_Cell]], title: str, room: Room) -> FoundTable:
    table = FoundTable(title=title)
    reaching: dict[int, int] = {}  # for each column, the last row down to which a cell above it reaches
    for number, row in enumerate(rows, 1):
        texts: list[str] = []
        for cell in row:
            while reaching.get(len(texts), 0) >= number:
                texts.append("")
            _place(table, reaching, cell, (number, len(texts)), len(rows))
            texts += [cell.text, *[""] * (cell.right - 1)]
        table.rows.append(room.take(texts, number))
        pieces = [is_struck for cell in row for text, is_struck in cell.pieces if text.strip()]
        if pieces and all(pieces):
            table.struck.append(number)
    return with_merged_filled(table, room)


def _place(table: FoundTable, reaching: dict[int, int], cell: _Cell, place: tuple[int, int], most: int) -> None:
    """Note how far a cell reaches down and to the right."""
    number, left = place
    bottom = min(number + cell.down - 1, most)
    if bottom > number:
        reaching.update(dict.fromkeys(range(left, left + cell.right), bottom))
    if bottom > number or cell.right > 1:
        table.merged.append((number, left + 1, bottom, left + cell.right))


def _span(words: str, most: int) -> int:
    return min(max(int(words), 1), most) if words.isascii() and words.isdigit() and len(words) < 6 else 1
