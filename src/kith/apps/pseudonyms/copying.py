"""Copies with stand-ins: rows, what they add up to, and pictures, all written by one writer of one set."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from kith.apps.access.queries import sharing_words
from kith.apps.chronologies.projections import RowCard, engine_row
from kith.apps.chronologies.queries import common_capitals, file_of_rows
from kith.apps.exports.projections import ExportedFile, Table
from kith.apps.exports.services import write_table
from kith.apps.networks.queries import kin_words
from kith.apps.people.queries import AlsoNamed
from kith.apps.pictures.projections import PictureToGive
from kith.apps.pseudonyms.choosing import AGENCY, HOME, LEFT, WORD, WORKER, row_code
from kith.apps.pseudonyms.dates import Days, day_told
from kith.apps.pseudonyms.drawn import scene_of
from kith.apps.pseudonyms.families import with_stand_ins
from kith.apps.pseudonyms.keeping import OpenSet
from kith.apps.pseudonyms.material import Material, wanted_of
from kith.apps.pseudonyms.rewriting import Writer, in_brackets
from kith.apps.pseudonyms.vocabulary import KEPT, MONTH, listed_in, purposes, words_of
from kith.engines.chronology import Row, Subject, adds_up, merge
from kith.engines.drawing.compose import draw
from kith.engines.drawing.output import footed_png, story, to_pdf, to_svg, with_foot
from kith.engines.drawing.scenes import OnPaper, arrange
from kith.engines.drawing.scenes import to_pdf as scene_to_pdf
from kith.engines.drawing.scenes import to_svg as scene_to_svg

ALWAYS = dt.date(1980, 1, 1)  # the first day that an archive can name: a copy does not tell when it was made
SAYS = "This copy carries stand-ins. It is still personal data."
TO_FILL = ("Comment", "Practice that was to be expected", "Practice that there was")
IMAGES = {"svg": "image/svg+xml", "png": "image/png", "pdf": "application/pdf"}
ON_PAPER = "pdf"
FAMILY, BLANK, NAMED = "family", "[]", (WORKER, AGENCY)
ADDED_UP = ("What it adds up to", "Rows that it rests on")


@dataclass(frozen=True, slots=True)
class SetMark:
    """What every copy says of itself: that it is personal data still, what it is for, and of which set it is."""

    code: str
    purpose: str
    on: dt.date = ALWAYS

    @property
    def sentence(self) -> str:
        return f"{SAYS} {purposes()[self.purpose].says}. Set {self.code}, from Kith."


@dataclass(frozen=True)
class Copying:
    """What is copied, and the set whose stand-ins stand in it."""

    held: OpenSet
    near: Material

    @property
    def mark(self) -> SetMark:
        return SetMark(self.held.row.code, self.held.row.purpose)

    @cached_property
    def days(self) -> Days:
        return Days(self.held.row.dates, self.held.moved_by, self.near.births)

    @cached_property
    def write(self) -> Writer:
        return writer_of(self.held, self.near, self.days)

    def day(self, on: dt.date) -> dt.date:
        return day_told(self.near.dates, self.days, on)

    def rows(self) -> Iterator[Row]:
        bases = sharing_words("bases")
        for card in self.near.rows:
            yield self._row(card, bases.get(card.said.basis, ""))

    def _row(self, card: RowCard, basis: str) -> Row:
        row, has_times = engine_row(card), self.days.how != MONTH
        return replace(
            row,
            agency=self._teller(card),
            id=row_code(self.held.key, card.ref),
            subjects=tuple(self._subjects(card)),
            start=self.days.told(row.start),
            end=self.days.told(row.end) if row.end else None,
            start_time=row.start_time if has_times else None,
            end_time=row.end_time if has_times else None,
            fact=self.write(row.fact),
            source=self.write(row.source),
            impact=self.write(row.impact),
            childs_words=self.write(row.childs_words),
            action=self.write(row.action),
            basis=basis,
        )

    def _teller(self, card: RowCard) -> str:
        return self.write(card.said.teller) if card.is_of_family else self.held.word_for(AGENCY, card.agency_ref)

    def _subjects(self, card: RowCard) -> Iterator[Subject]:
        for subject in engine_row(card).subjects:
            word = self.held.people[subject.id]
            yield replace(subject, id=word, name=word)


def writer_of(held: OpenSet, near: Material, days: Days) -> Writer:
    homes = {ref: held.word_for(HOME, ref) for ref in near.names.homes}
    also = AlsoNamed(
        workers=_bracketed(held.of_kind(WORKER)),
        wholes=_bracketed({**held.of_kind(AGENCY), **held.of_kind(WORD)}),
        homes=_bracketed({ref: word for ref, word in homes.items() if word}),
    )
    return _writer(near, _bracketed(held.people), also, common=(*held.of_kind(LEFT), *held.of_kind(WORD)), days=days)


def asking_writer(held: OpenSet, near: Material) -> Writer:
    """For asking what is not sure yet: whoever has a stand-in, or will have one, has none that could be taken for a
    name itself."""
    wanted = wanted_of(near, style=held.row.people)
    named = {kind: dict.fromkeys((of for one, of in wanted.items() if one.kind == kind), BLANK) for kind in NAMED}
    also = AlsoNamed(
        workers=named[WORKER],
        wholes={**named[AGENCY], **dict.fromkeys(held.of_kind(WORD), BLANK)},
        homes=dict.fromkeys(near.names.homes, BLANK),
    )
    people = dict.fromkeys((*near.people, *near.others), BLANK)
    return _writer(near, people, also, common=held.of_kind(LEFT), days=Days(KEPT))


def _bracketed(words: Mapping[str, str]) -> dict[str, str]:
    return {of: in_brackets(word) for of, word in words.items()}


def _writer(
    near: Material, people: Mapping[str, str], also: AlsoNamed, *, common: Collection[str], days: Days
) -> Writer:
    places, plain = words_of("places"), (*common_capitals(), *listed_in("capitals", "words"), *common)
    stand_ins = near.names.stand_ins(people, places=places, shared=places["shared"], common=plain, also=also)
    return Writer(stand_ins, days)


def chronology_file(copy: Copying, form: str) -> ExportedFile:
    """Raises CannotMakePdf. On paper the name of a row stands with its source."""
    rows = list(copy.rows())
    if form == ON_PAPER:
        rows = [replace(row, source=f"{row.source} (row {row.id})".strip()) for row in rows]
    name = f"chronology-{copy.mark.code}"
    return file_of_rows(rows, form, mark=copy.mark, name=name, to_fill=_to_fill(copy, form))


def _to_fill(copy: Copying, form: str) -> tuple[str, ...]:
    """Columns of a table; in a document, which has none to spare, a line beneath each row that names the set."""
    if form == ON_PAPER:
        return ()
    return (f"{TO_FILL[0]} (Set {copy.mark.code}, from Kith)",) if form == "docx" else TO_FILL


def report_file(copy: Copying, form: str, *, on: dt.date) -> ExportedFile:
    """What the rows add up to, in its sentences, each with the rows it rests on by their names in these copies."""
    chronology = merge([list(copy.rows())])
    called = copy.held.people[copy.near.child.id]
    told = adds_up(chronology, called=called, on=copy.day(on))
    rows = tuple((aid.sentence, ", ".join(code for _, code in aid.rows)) for aid in told.aids)
    table = Table(title=ADDED_UP[0], columns=ADDED_UP, rows=rows)
    return replace(write_table(table, form, stamp=copy.mark), name=f"adds-up-{copy.mark.code}.{form}")


def family_file(copy: Copying, form: str, *, on: dt.date) -> ExportedFile:
    """The picture of the network, with the list of everybody where it is printed."""
    homes = {ref: copy.held.word_for(HOME, ref) for ref in copy.near.names.homes}
    network = with_stand_ins(copy.near.network, copy.held.people, homes, copy.days, on=on)
    day, kin = copy.day(on), kin_words(network)
    drawing = draw(network, about=network.about, on=day, kin=kin)
    if form == "pdf":
        data = to_pdf(drawing, story(network, on=day, kin=kin), stamp=copy.mark.sentence)
        return _image(copy, form, data)
    return _image(copy, form, _drawn(to_svg(drawing), form, copy.mark.sentence))


def picture_file(copy: Copying, picture: PictureToGive, form: str) -> ExportedFile:
    """A picture that somebody placed things on. Raises CannotArrange and what printing raises."""
    people = copy.held.people
    scene = scene_of(picture, people, copy.write, centre=people[copy.near.child.id])
    if form == "pdf":
        return _image(
            copy, form, scene_to_pdf(scene, OnPaper(), lead=(_lead(copy, picture),), stamp=copy.mark.sentence)
        )
    return _image(copy, form, _drawn(scene_to_svg(arrange(scene)), form, copy.mark.sentence))


def _lead(copy: Copying, picture: PictureToGive) -> str:
    if picture.whose == "worker":
        return "As a worker sees it."
    return f"As {copy.held.people[picture.view_of or copy.near.child.id]} sees it."


def _drawn(svg: str, form: str, sentence: str) -> bytes:
    return footed_png(svg, sentence) if form == "png" else with_foot(svg, sentence).encode()


def _image(copy: Copying, form: str, data: bytes) -> ExportedFile:
    return ExportedFile(name=f"picture-{copy.mark.code}.{form}", content_type=IMAGES[form], data=data)
