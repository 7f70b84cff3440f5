"""Invented contexts for every template: what the pages are rendered with in tests and looked at by their makers."""

from datetime import UTC, date, datetime
from types import SimpleNamespace as Record
from typing import Any

from markupsafe import Markup

from kith.apps.helplines.national import national_strip
from kith.apps.occasions.projections import LoopCard
from kith.web.tests.sample_account import ACCOUNT_SAMPLES
from kith.web.tests.sample_bringing import BRINGING_SAMPLES
from kith.web.tests.sample_contacts import BABY, CONTACT_SAMPLES, LATE_TODAY, NOTE
from kith.web.tests.sample_copies import COPY_SAMPLES
from kith.web.tests.sample_directory import DIRECTORY_SAMPLES, NO_NEWS, SOME_NEWS
from kith.web.tests.sample_emergency import EMERGENCY_SAMPLES, LIVE
from kith.web.tests.sample_fields import SampleForm
from kith.web.tests.sample_forms import (
    ACCOUNT_FORM,
    CHANGE_FORM,
    CONFIRM_FORM,
    FILE_FORM,
    HOUSEHOLD_FORM,
    PERSON_FORM,
    TIE_FORM,
    WARNED_FORM,
    WRONG_FILE,
    WRONG_FORM,
)
from kith.web.tests.sample_help import HELP_SAMPLES
from kith.web.tests.sample_links import LINK_SAMPLES
from kith.web.tests.sample_merging import MERGING_SAMPLES
from kith.web.tests.sample_occasions import LOOP_CARD, OCCASION_SAMPLES
from kith.web.tests.sample_offline import OFFLINE_SAMPLES
from kith.web.tests.sample_ownpages import CARD as OWN_PAGE_CARD
from kith.web.tests.sample_ownpages import NO_CARD as NO_OWN_PAGE_CARD
from kith.web.tests.sample_ownpages import OWN_PAGE_SAMPLES
from kith.web.tests.sample_people import (
    ARABIC,
    GENERATIONS,
    HOUSEHOLDS,
    LATELY,
    LINES,
    LONG,
    NOOR,
    SENTENCES,
)
from kith.web.tests.sample_person import (
    BARE_PERSON,
    LINES_TAKEN_OUT,
    PEOPLE_TAKEN_OUT,
    PERSON,
    TAKEN_OUT_PERSON,
)
from kith.web.tests.sample_picture import sample_svg
from kith.web.tests.sample_pictures import PICTURE_SAMPLES
from kith.web.tests.sample_rows import ROW_SAMPLES
from kith.web.tests.sample_sealing import SEALED_CHILD, SEALED_PERSON, SEALING_SAMPLES
from kith.web.tests.sample_sentences import SENTENCE_LINKS, SENTENCE_SAMPLES, UNSAFE
from kith.web.tests.sample_sharing import SHARING_SAMPLES
from kith.web.tests.sample_standing import (
    NOTHING_OF_A_CHILD,
    NOTHING_OF_TODAY,
    OF_A_CHILD,
    OF_TODAY,
    STANDING_SAMPLES,
)
from kith.web.tests.sample_stories import STORY_SAMPLES
from kith.web.tests.sample_supervision import HAPPENED as SUPERVISED
from kith.web.tests.sample_supervision import SUPERVISION_SAMPLES
from kith.web.tests.sample_tasks import NAMES, NO_TASK, TASK_SAMPLES, WITH_TASKS
from kith.web.tests.sample_teams import COVER_NOTE, NO_COVER, NO_TEAM, QUIET_COVER, TEAM_CARD, TEAM_SAMPLES
from kith.web.tests.sample_timescales import TIMESCALE_SAMPLES
from kith.web.tests.sample_voices import NOTHING_SAID, VOICE_SAMPLES, VOICES_HEAD
from kith.web.tests.sample_what_next import WHAT_NEXT_SAMPLES
from kith.web.tests.sample_workers import WORKER_SAMPLES

Context = dict[str, Any]

PAGE: Context = {
    "me": Record(ref="rowan", name="Rowan Achterberg", agency_name="Tidewise Young Carers"),
    "partnership": "Eastmarch partnership",
    "is_demo": True,
    "notice": None,
    "looking": None,
    "printed_at": datetime(2026, 11, 24, 9, 12, tzinfo=UTC),
    "help_strip": national_strip(),
    "may_keep_numbers": False,
    "supervision": "own",
    "csrf_input": Markup('<input type="hidden" name="csrfmiddlewaretoken" value="sample">'),
}
NOTICE = Record(says="Comfort Ashdown added. Not sure yet", undo_url="/undo", undo_says="Undo: Comfort added")

PARTS = [Record(term="Name", says="Comfort Ashdown", is_different=False)]


def _picture(**changes: object) -> Context:
    return {
        "child": NOOR,
        "svg": Markup(sample_svg()),
        "described": "Genogram of Noor’s family, three generations",
        "generations": GENERATIONS,
        "lines": LINES,
        "lines_taken_out": LINES_TAKEN_OUT,
        "lines_off": 2,
        "people_taken_out": PEOPLE_TAKEN_OUT,
        "sentences": SENTENCES,
        "switches": [Record(says="Homes", is_on=True, turned="0"), Record(says="Close", is_on=False, turned="")],
        "off": "1",
        "people_count": 11,
        "saved": "All saved 10:04",
        "may_edit": True,
        "may_load": True,
        "no_pdf": "",
        **changes,
    }


def _child(**changes: object) -> Context:
    return {
        "child": NOOR,
        "thumbnail": Markup(sample_svg(is_thumbnail=True)),
        "described": "11 people, 2 homes.",
        "generations": GENERATIONS,
        "households": HOUSEHOLDS,
        "responsibilities": ["Safiya Wrayburn (Mum) and Kwabena Ashdown (Dad) hold parental responsibility."],
        "may_ask_supervision": True,
        "supervised": SUPERVISED,
        "team_card": TEAM_CARD,
        "lately": LATELY,
        "may_edit": True,
        "loop_card": LOOP_CARD,
        **OF_A_CHILD,
        **changes,
    }


def _find(**changes: object) -> Context:
    nothing: Context = {"asked": "", "is_whole_county": False, "found": [], "is_capped": False, "children": []}
    nothing |= {"pointed": None, "how_many": "0"}
    return {**nothing, "front_door": "01632 960 100", **changes}


def _form(heading: str, form: SampleForm, **changes: object) -> Context:
    return {"child": NOOR, "heading": heading, "form": form, "act": "Add", **changes}


FOUND = [
    Record(
        **vars(NOOR), may_open=True, asks=[Record(name="Priyanka Oduya", role="social worker", phone="01632 960 118")]
    ),
    Record(**vars(LONG), may_open=True, asks=[]),
    Record(**vars(ARABIC), may_open=False, asks=[Record(name="East team", role="", phone="01632 960 119")]),
]
CONFLICT: Context = {
    "what": "Comfort Ashdown",
    "mine": Record(
        by="You",
        at="10:04",
        parts=[*PARTS, Record(term="Born", says="about 1960", is_different=True)],
    ),
    "theirs": Record(
        by="Gwen Tallis, health visiting",
        at="10:02",
        parts=[*PARTS, Record(term="Born", says="5 March 1960", is_different=True)],
    ),
    "hidden_fields": [("called", "Comfort Ashdown"), ("version", "8")],
    "may_keep_both": True,
    "back": "/",
}
DRY_RUN: Context = {
    "source": "wrayburn.ged",
    "would_create": [Record(what="People", count=11), Record(what="Couples", count=4), Record(what="Homes", count=2)],
    "sentences": SENTENCES,
    "notes": ["Yusuf Demir: died in 2018 and moved house in 2019."],
    "kept": [Record(tag="EYES", count=3), Record(tag="_MILT", count=1)],
    "problems": [],
    "child": NOOR,
    "form": CONFIRM_FORM,
    "back": "/",
}

# One entry per state of a page: its name, the template, what it is rendered with.
SAMPLES: dict[str, tuple[str, Context]] = {
    "today": (
        "today/home.html",
        {
            **OF_TODAY,
            "today": date(2026, 11, 24),
            "sentence": "3 children. 3 new things since Friday.",
            "children": [NOOR, LONG, ARABIC],
            "lately": LATELY,
            "contacts": NOTE,
            "to_look_at": [BABY],
            "late": LATE_TODAY,
            "sentences": {"supervision": "own", "is_to_tell": True, "may_oversee": True, "is_to_look_at": True},
            "cover": COVER_NOTE,
            "supervision_waits": True,
            "news": SOME_NEWS,
        },
    ),
    "today-tasks": (
        "today/home.html",
        {
            **NOTHING_OF_TODAY,
            "today": date(2026, 11, 24),
            "sentence": "No child has you on the team yet.",
            "children": [],
            "lately": [],
            "own_tasks": WITH_TASKS,
            "names": NAMES,
            "to_look_at": [],
            "late": (),
            "sentences": {"supervision": "own", "is_to_tell": False, "may_oversee": False, "is_to_look_at": False},
            "cover": NO_COVER,
            "supervision_waits": False,
            "news": NO_NEWS,
        },
    ),
    "today-empty": (
        "today/home.html",
        {
            "review_waits": True,
            "may_review": True,
            "may_give_tasks": True,
            "sentences": {"may_supervise": False, "is_to_tell": False, "may_oversee": False, "is_to_look_at": False},
            "own_tasks": NO_TASK,
            **NOTHING_OF_TODAY,
            **NOTHING_OF_TODAY,
            "today": date(2026, 11, 24),
            "sentence": "No children yet.",
            "children": [],
            "lately": [],
            "to_look_at": [],
            "late": (),
            "cover": QUIET_COVER,
            "supervision_waits": False,
            "news": NO_NEWS,
        },
    ),
    "find": ("children/find.html", _find(children=[NOOR, LONG, ARABIC])),
    "find-found": ("children/find.html", _find(asked="Noor", found=FOUND, is_capped=True, how_many="200+")),
    "find-pointed": ("children/find.html", _find(asked="Noor Demir", pointed={"asked": "Noor Demir"}, how_many="0")),
    "find-none": ("children/find.html", _find(asked="Noor")),
    "find-none-county": ("children/find.html", _find(asked="Noor", is_whole_county=True)),
    "child": ("children/child.html", _child()),
    "child-unsafe": ("children/child.html", _child(safeguards=(UNSAFE,))),
    "child-in-own-words": ("children/child.html", _child(voices=VOICES_HEAD)),
    "child-own-page": ("children/child.html", _child(own_page=OWN_PAGE_CARD)),
    "child-no-own-page": ("children/child.html", _child(own_page=NO_OWN_PAGE_CARD)),
    "child-not-asked": ("children/child.html", _child(voices=NOTHING_SAID)),
    "child-empty": (
        "children/child.html",
        _child(
            thumbnail="",
            generations=[],
            households=[],
            team_card=NO_TEAM,
            lately=[],
            loop_card=LoopCard(),
            **NOTHING_OF_A_CHILD,
        ),
    ),
    "child-without-path": ("children/child.html", _child(status=None)),
    "picture": ("children/picture.html", _picture()),
    "picture-read": ("children/picture.html", _picture(may_edit=False, notice=NOTICE)),
    "person": ("children/person.html", PERSON),
    "person-bound": (
        "children/person.html",
        {**PERSON, "sentence": SENTENCE_LINKS},
    ),
    "person-taken-out": ("children/person.html", TAKEN_OUT_PERSON),
    "person-bare": ("children/person.html", BARE_PERSON),
    "person-form": ("children/person_form.html", _form("Add Dad’s mother or father", PERSON_FORM)),
    "person-form-wrong": ("children/person_form.html", _form("Add a person", WRONG_FORM)),
    "tie-form": ("children/tie_form.html", _form("Add a tie", TIE_FORM)),
    "household-form": ("children/household_form.html", _form("Add a home", HOUSEHOLD_FORM)),
    "change-form": ("children/change_form.html", _form("Change Comfort Ashdown", CHANGE_FORM, act="Save")),
    "account-form": ("children/account_form.html", _form("Another account", ACCOUNT_FORM, act="Save")),
    "fact-form": (
        "children/fact_form.html",
        _form("Another name", HOUSEHOLD_FORM, lead="Names stay.", first=("name",), back="/back"),
    ),
    "conflict": ("children/conflict.html", CONFLICT),
    "load-choose": ("load/choose.html", {"child": NOOR, "form": FILE_FORM}),
    "load-choose-wrong": ("load/choose.html", {"child": NOOR, "form": WRONG_FILE}),
    "dry-run": ("load/dry_run.html", DRY_RUN),
    "dry-run-unsafe": ("load/dry_run.html", {**DRY_RUN, "unsafe": (UNSAFE,), "form": WARNED_FORM}),
    "dry-run-wrong": (
        "load/dry_run.html",
        {
            **DRY_RUN,
            "form": None,
            "problems": ["Line 3: this is not a family file."],
            "sentences": [],
            "would_create": [],
            "kept": [],
            "notes": [],
        },
    ),
    **ACCOUNT_SAMPLES,
    **HELP_SAMPLES,
    **CONTACT_SAMPLES,
    **DIRECTORY_SAMPLES,
    **SEALING_SAMPLES,
    **WORKER_SAMPLES,
    **MERGING_SAMPLES,
    **LINK_SAMPLES,
    **SENTENCE_SAMPLES,
    **ROW_SAMPLES,
    **STORY_SAMPLES,
    **BRINGING_SAMPLES,
    **VOICE_SAMPLES,
    **OWN_PAGE_SAMPLES,
    **PICTURE_SAMPLES,
    **OFFLINE_SAMPLES,
    **COPY_SAMPLES,
    **OCCASION_SAMPLES,
    **WHAT_NEXT_SAMPLES,
    **SHARING_SAMPLES,
    **SUPERVISION_SAMPLES,
    **TASK_SAMPLES,
    **TEAM_SAMPLES,
    **TIMESCALE_SAMPLES,
    **STANDING_SAMPLES,
    **EMERGENCY_SAMPLES,
    "child-looking": ("children/child.html", _child(may_edit=False, looking=LIVE)),
    "child-sealed": ("children/child.html", _child(**SEALED_CHILD)),
    "person-sealed": ("children/person.html", {**PERSON, **SEALED_PERSON}),
    **{f"error-{status}": (f"errors/{status}.html", {}) for status in (400, 404, 409, 413, 429, 500, 503)},
}


def context_of(name: str) -> Context:
    """Everything the sample's template is given; error pages get nothing, as in life."""
    template, own = SAMPLES[name]
    return own if template.startswith("errors/") else {**PAGE, **own}
