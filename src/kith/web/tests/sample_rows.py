"""Samples of what happened for a child: rows of agencies and of the family, corrected, withdrawn, told twice, none."""

from dataclasses import replace
from datetime import UTC, date, datetime
from types import SimpleNamespace as Record
from typing import Any

from kith.apps.access.projections import SealMark
from kith.apps.chronologies.projections import (
    AttachmentCard,
    Candidate,
    ChildNamed,
    EarlierTelling,
    KnownAlready,
    LeftOut,
    RowCard,
    RowPage,
    RowSaid,
    Story,
    ToldElsewhere,
    Withdrawn,
)
from kith.apps.drafts.projections import DraftCard
from kith.engines.chronology import AddedUp, Aid, Cell, HalfYear, HalfYears, Kind, TypeLine
from kith.engines.chronology.timeline import Band, Birthday, Silence
from kith.kernel.partial_dates import PartialDate
from kith.web.children.whens import CHIPS
from kith.web.chronologies.adding import aid_called, lines_of
from kith.web.chronologies.pages import sheet_of
from kith.web.chronologies.sifting import Sifted, choices_of
from kith.web.lanes.asked import LanesAsked
from kith.web.lanes.view import LanesGround, LanesLinks, lanes_view
from kith.web.tests.sample_fields import SampleField, SampleForm

NOTHING_ASKED = Sifted()
HALF_YEARS = HalfYears(
    (HalfYear(date(2026, 1, 1), "January to June 2026"), HalfYear(None, "half-year not sure")),
    (TypeLine("attendance", "Attendance or exclusion", (Cell(2, (("School", "r1"),)), Cell(0, ()))),),
)
AT = datetime(2026, 11, 23, 9, 12, tzinfo=UTC)
MARCUS = "Marcus Feld-Ibrahim, Saltmere Academy"
CHILD = Record(ref="noor", first_name="Noor", name="Noor Wrayburn")
NOOR, ELI = ChildNamed("noor", "Noor", "It happened to them"), ChildNamed("eli", "Eli Wrayburn", "They were there")
ROW = RowCard(
    ref="r1",
    version=2,
    agency="Saltmere Academy",
    agency_ref="a1",
    agency_kind="school",
    is_own=True,
    said=RowSaid(
        start=PartialDate("2026-11-16"),
        fact="Late twice in one week.",
        type="attendance",
        rag="amber",
        childs_words="Eli was ill.",
        impact="She missed maths.",
        action="Form tutor rang home.",
        source="The register",
    ),
    type_name="Attendance or exclusion",
    recorded_by=MARCUS,
    recorded_at=AT,
    group=1,
    corrections=1,
    children=(NOOR, ELI),
)
POLICE = replace(
    ROW,
    ref="r2",
    agency="Eastmarch Police",
    is_own=False,
    said=RowSaid(start=PartialDate("2026-03-06"), fact="Officers attended.", rag="red", restriction="third_party"),
    restriction_words="Tells of somebody outside the family",
    corrections=2,
    children=(NOOR,),
)
MUM = replace(
    POLICE,
    ref="r3",
    said=RowSaid(start=PartialDate("2026-21"), fact="I rang them.", rag="green", teller="Mum"),
    type_name="",
    restriction_words="",
    group=0,
    corrections=0,
)
OUT = replace(ROW, ref="r4", group=0, withdrawn=Withdrawn(by=MARCUS, at=AT, why="wrong child"))
LONG = replace(MUM, ref="r5", said=replace(MUM.said, fact="نور رأت كل شيء. " * 60, teller="A" * 60))
EARLIER = (
    EarlierTelling(
        when="15 November 2026", texts={"fact": "Late twice in two weeks.", "impact": "None."}, by=MARCUS, at=AT
    ),
)
FORM = SampleForm(
    (
        SampleField("version", "", "hidden", held="1", is_hidden=True),
        SampleField("start", "When was that?", held="23 November 2026"),
        SampleField("fact", "What happened?", "textarea"),
        SampleField("rag", "This reads as", "radioselect", choices=(("red", "Harm"), ("", "None of these"))),
        SampleField("action", "What was done about it?", "textarea"),
    )
)
STALE = replace(FORM, is_bound=True, faults=("Somebody else changed this while you were writing.",))
ASKED = {
    "child": CHILD,
    "heading": "Add what happened",
    "first": ("start", "fact", "rag"),
    "more": "More",
    "act": "Save",
    "standing": None,
    "earlier": (),
}
SHADES = (("green", "Strength or safety"), ("amber", "Watch"), ("red", "Harm"), ("", "None of these"))
ADD = SampleForm(
    (
        SampleField("on", "When?", "radioselect", choices=CHIPS, held="today"),
        SampleField("start", "Which day, month, season or year?"),
        SampleField("fact", "What happened?", "textarea"),
        SampleField("childs_words", "In Noor’s words", "textarea"),
        SampleField("rag", "This reads as", "radioselect", choices=SHADES),
        SampleField(
            "others", "Is it about a brother or sister too?", "checkboxselectmultiple", choices=(("eli", "Eli"),)
        ),
        SampleField("action", "What was done about it?", "textarea"),
    )
)
LEFT = replace(ADD, fields=tuple(field for field in ADD.fields if field.name != "others"))
KNOWN = Candidate(
    came_of="step:s1",
    known_from="From the path of help",
    start=PartialDate("2026-11-02"),
    fact="A strategy discussion is held.",
    type="strategy",
)
TOLD = ToldElsewhere(ref="r2", told_by="Eastmarch Police", on="2 November 2026")
SAID = replace(KNOWN, came_of="voice:v1", known_from="From what the child says", childs_words="I like swimming.")
ONCE_MORE = replace(KNOWN, came_of="step:s2", type_name="Strategy discussion, enquiry or conference", told=(TOLD,))
OFFERED = KnownAlready(
    offered=(KNOWN, SAID, ONCE_MORE, replace(KNOWN, came_of="contact:c1")),
    left_out=(LeftOut(known=SAID, why="It is not right", by=MARCUS, at=AT),),
    reasons=(("told_already", "Another row tells it"), ("not_right", "It is not right")),
)
DRAFT = DraftCard("fact=Late.", AT)
WRITTEN_FOR = Record(ref="noor", first_name="Noor", name="Noor Wrayburn", initials="NW", age="11")
ALONE = Record(ref="noor", first_name="Noor", name="Noor Wrayburn", initials="NW", age="")
WHY = SampleForm((SampleField("why", "Why do you withdraw it?"),))


GROUND = LanesGround(
    today=AT.date(),
    bands=(
        Band(title="universal help", first=date(2020, 1, 1), last=date(2026, 6, 30)),
        Band(title="early help", first=date(2026, 7, 1), tone=1),
        Band(title="at home with Mum", first=date(2020, 1, 1), row=1),
    ),
    birthdays=(Birthday(date(2026, 2, 3), "11", "Noor is 11"),),
    silences=(Silence(date(2026, 7, 1), date(2026, 8, 20), "nobody saw Noor for 7 weeks"),),
    numbers={"r2": 1},
)


def _adding(**changes: Any) -> dict[str, Any]:
    return {"draft": None, "known": None, "others": [], **changes}


def _story(*rows: RowCard, asked: Sifted = NOTHING_ASKED, by: str = "agency", **changes: Any) -> dict[str, Any]:
    story = Story(rows=rows, **{"may_write": True, **changes})
    left, lanes = [row for row in rows if asked.keeps(row)], LanesAsked(by=by)
    sheet, form = sheet_of(left, "", lanes, asked), "sift" if asked.find else ""
    links = LanesLinks(row_href=sheet.href, on_page={row.ref for row in left}, keep=asked.address, form=form)
    view = lanes_view(left, lanes, GROUND, links)
    aids = tuple(Aid(kind=kind, sentence=f"{kind} stands here.", rows=(ROW.name,)) for kind in (*Kind, Kind.SILENCE))
    added = AddedUp(aids if rows else (), HALF_YEARS)
    aid = aid_called(added, asked.rests)
    parts = {"asked": asked, "choices": choices_of(rows), "sheet": sheet, "view": view, "aid": aid}
    return {
        "child": CHILD,
        "story": story,
        "lines": lines_of(added),
        "answers": story.answers,
        "ages": dict.fromkeys([row.ref for row in rows], "aged 11"),
        **parts,
    }


PHOTO = AttachmentCard(
    ref="at1",
    kind="photograph",
    what="The swimming certificate",
    basis="Public task",
    width=640,
    height=480,
    by=MARCUS,
    at=AT,
)
VIDEO = replace(PHOTO, ref="at2", kind="video", what="Talk at the door", kept_at="Eastmarch Police", number="BWV-7")
GONE = replace(PHOTO, ref="at3", is_taken_out=True)
SEALED = SealMark(seal_ref="seal", says="Therapy", others=1, is_confirmed=False)
UNSEALED = {"may_seal": False, "seals": {}}
TOLD_TWICE = RowPage(
    row=ROW,
    earlier=EARLIER,
    accounts=(POLICE,),
    differences=("When: School say 16 November.",),
    attachments=(PHOTO, VIDEO, GONE),
    may_attach=True,
)
BASES = SampleField("basis", "Why may it be shared?", "radioselect", choices=(("public_task", "Public task"),))
ATTACH = SampleForm(
    (SampleField("picture", "The photograph", "file"), SampleField("what", "What does it show?"), BASES)
)
POINT = SampleForm((SampleField("what", "What was recorded?"), SampleField("kept_at", "Where is it kept?"), BASES))
ROW_SAMPLES: dict[str, tuple[str, dict[str, Any]]] = {
    "story": ("chronologies/page.html", _story(POLICE, LONG, MUM, OUT, ROW)),
    "story-take": ("chronologies/page.html", _story(POLICE, may_take=True)),
    "story-known": ("chronologies/page.html", _story(POLICE) | {"known": OFFERED, "known_open": True}),
    "story-known-one": ("chronologies/page.html", _story() | {"known": replace(OFFERED, offered=(SAID,))}),
    "story-known-none": ("chronologies/page.html", _story(POLICE) | {"known": KnownAlready()}),
    "story-read": ("chronologies/page.html", _story(POLICE, may_write=False)),
    "story-by-child": ("chronologies/page.html", _story(MUM, POLICE, ROW, by="child")),
    "story-sifted": ("chronologies/page.html", _story(MUM, POLICE, ROW, asked=Sifted(agency="a1", reads="red"))),
    "story-found": ("chronologies/page.html", _story(MUM, POLICE, ROW, asked=Sifted(find="officers"))),
    "story-rests": ("chronologies/page.html", _story(ROW, asked=Sifted(rests="silence-2"))),
    "story-long": ("chronologies/page.html", _story(ROW) | {"lines": None}),
    "story-none-found": ("chronologies/page.html", _story(MUM, POLICE, ROW, asked=Sifted(find="<swim>"))),
    "story-empty": ("chronologies/page.html", _story()),
    "row": (
        "chronologies/row.html",
        {"child": CHILD, "page": TOLD_TWICE, "may_seal": True, "seals": {PHOTO.ref: SEALED}},
    ),
    "row-withdrawn": (
        "chronologies/row.html",
        {"child": CHILD, "page": RowPage(row=OUT, earlier=())} | UNSEALED,
    ),
    "row-of-family": (
        "chronologies/row.html",
        {"child": CHILD, "page": RowPage(row=LONG, earlier=())} | UNSEALED,
    ),
    "row-form": ("chronologies/form.html", {**ASKED, "form": FORM}),
    "row-form-stale": ("chronologies/form.html", {**ASKED, "form": STALE, "standing": ROW, "earlier": EARLIER}),
    "row-add": ("chronologies/add.html", _adding(child=WRITTEN_FOR, form=ADD, others=["Eli"])),
    "row-add-again": ("chronologies/add.html", _adding(child=ALONE, form=LEFT, draft=DRAFT, known=ONCE_MORE)),
    "rows-known": ("chronologies/known.html", {"child": CHILD, "known": OFFERED}),
    "rows-known-none": ("chronologies/known.html", {"child": CHILD, "known": KnownAlready()}),
    "row-attach": ("chronologies/attach.html", {"child": CHILD, "row": ROW, "form": ATTACH, "is_photograph": True}),
    "row-recording": ("chronologies/attach.html", {"child": CHILD, "row": ROW, "form": POINT, "is_photograph": False}),
    "row-withdraw": ("chronologies/withdraw.html", {"child": CHILD, "row": ROW, "form": WHY}),
}
