"""Invented contexts for the pages of the directory."""

import datetime as dt
from dataclasses import replace
from types import SimpleNamespace as Record
from typing import Any

from kith.apps.directory.county_files import shipped
from kith.apps.directory.projections import Finding, SearchPage, ServicePage, TeamFinding, ThresholdNews, WorkerFinding
from kith.apps.directory.projections.thresholds import OwnThreshold, ThresholdChange, ThresholdPlan
from kith.apps.directory.threshold_files import read_thresholds
from kith.apps.directory.words_of_county import read_glossary
from kith.engines.referral_feeds import Place, ProviderEntry, ServiceEntry
from kith.web.tests.sample_fields import SampleField, SampleForm

TODAY = dt.date(2026, 11, 24)
NO_NEWS = ThresholdNews(is_following=False)
SOME_NEWS = ThresholdNews(is_following=True, unread=("The front door: the threshold changes on 7 December 2026.",))
LONG = (
    "The Saltmere and Fenside Fathers’, Step-fathers’ and Male Carers’ Breakfast and Walking Company of the North Quay"
)
ENTRY = ServiceEntry(
    id="1",
    name=LONG,
    description="A walk for dads.\nBring a coat.",
    phone="01632 960701",
    url="https://dads.example/quay",
    asks_for="Dads’ worker",
    age_from=16,
    age_to=25,
    waiting="About 3 weeks",
    how_to_refer="Ring.",
    assured_on=dt.date(2026, 1, 5),
    assured_by="Anchor Dads",
    hours=("Saturdays",),
    places=(Place(address="The Net Store, Saltmere", postcode="EM1 2AB", access="Step-free."),),
)
PAGE = ServicePage(
    ref="r",
    version=3,
    entry=ENTRY,
    provider=ProviderEntry(id="2", name="Anchor Dads"),
    is_agency=False,
    ages="Ages 16 to 25",
    assured="Checked on 5 January 2026 by Anchor Dads.",
    is_stale=True,
    is_taken_out=False,
    earlier=((2, dt.datetime(2026, 3, 1, 9, 0, tzinfo=dt.UTC)),),
    may_assure=True,
    may_keep=True,
)
BARE = replace(
    PAGE,
    entry=ServiceEntry(id="1", name="Nightstop", status="temporarily closed", alert="Closed until 5 January."),
    earlier=(),
    may_assure=False,
    may_keep=False,
)
FINDING = Finding(
    ref="r",
    name=LONG,
    provider="Anchor Dads",
    says="A walk for dads.",
    ages="Ages 16 to 25",
    where="Saltmere, Eastmarch Quay",
    waiting="About 3 weeks",
    phone="01632 960701",
    is_stale=True,
    is_closed_for_now=True,
    fits=("dads", "in Eastmarch Quay"),
    misses=("says nothing of driving and licences",),
)
TEAM = TeamFinding(name="Health visiting", agency="Eastmarch Health", roles=("health visitor",), phone="01632 960200")
WORKER = WorkerFinding(
    name=LONG, job_title="Health visitor", agency="Eastmarch Health", team="Health visiting", phone="01632 960200"
)
START = SearchPage(
    asked="",
    understood=(),
    found=(),
    is_capped=False,
    teams=(),
    workers=(),
    browse=(("fathers", "For dads"), ("16_to_25", "16 to 25")),
    how_many=41,
    may_keep=True,
    may_load=True,
)
FOUND = replace(
    START,
    asked="someone for dads who lost their licence, near Eastmarch Quay",
    understood=("dads", "driving and licences", "near Eastmarch Quay"),
    found=(FINDING, replace(FINDING, ref="s", is_closed_for_now=False, is_stale=False, misses=())),
    is_capped=True,
    teams=(TEAM,),
    workers=(WORKER, replace(WORKER, job_title="", team="", phone="")),
    may_keep=False,
)
COMMON = read_thresholds(shipped("thresholds"), is_own=False)
CHANGE = ThresholdChange(
    id="v/a", on=TODAY + dt.timedelta(days=13), about="The front door", says="It answers.", why="", version="v"
)
OWN = replace(
    COMMON,
    is_own=True,
    is_checked=True,
    teams=(
        OwnThreshold(
            key="d", team="The disability team", takes="Much help.", not_takes="Little.", instead="", since_on=TODAY
        ),
    ),
)
PLAN = Record(new=[LONG], changed=[], same=4, new_providers=1, staying=37, warnings=["a.json, entry 1: no name."])
FIELDS = (
    SampleField("version", "", "hidden", held="3", is_hidden=True),
    SampleField("name", "What is the service called?", held=LONG),
    SampleField("description", "What does it do, and for whom?", "textarea", errors=("This field is required.",)),
)
THRESHOLD_PLAN = ThresholdPlan(
    version="eastmarch-2027-01",
    title="Steps of Eastmarch",
    valid_from=TODAY,
    instead_of="eastmarch-2026-09",
    is_there=False,
    new=("The disability team",),
    changed=(),
    gone=(),
    changes=("The disability team: it takes children with one lasting disability.",),
    warnings=("It does not say that somebody compared its words with the Act and the guidance.",),
)
FEED_FORM = SampleForm((SampleField("carried", "", "hidden", held="e30=", is_hidden=True),))
FILE = SampleForm((SampleField("file", "Which file?", "file"),))

DIRECTORY_SAMPLES: dict[str, tuple[str, dict[str, Any]]] = {
    "directory": ("directory/search.html", {"page": START, "need": ""}),
    "directory-found": ("directory/search.html", {"page": FOUND, "need": ""}),
    "directory-chosen": ("directory/search.html", {"page": replace(FOUND, asked="", teams=()), "need": "fathers"}),
    "directory-none": ("directory/search.html", {"page": replace(FOUND, found=(), teams=()), "need": ""}),
    "directory-service": ("directory/service.html", {"page": PAGE}),
    "directory-service-bare": ("directory/service.html", {"page": BARE}),
    "directory-taken-out": ("directory/service.html", {"page": replace(PAGE, is_taken_out=True)}),
    "directory-form": (
        "directory/form.html",
        {"heading": f"Change {LONG}", "form": SampleForm(FIELDS, is_bound=True), "back": "/back", "first": ("name",)},
    ),
    "directory-feed": ("directory/feed_choose.html", {"form": FILE}),
    "directory-plan": (
        "directory/feed_plan.html",
        {"source": "a.json", "faults": (), "plan": PLAN, "form": FEED_FORM, "most": 12},
    ),
    "directory-refused": (
        "directory/feed_plan.html",
        {"source": "a.json", "faults": ("a.json, entry 1: no name.",), "plan": None, "form": None, "most": 12},
    ),
    "thresholds": (
        "directory/thresholds.html",
        {"document": COMMON, "changes": (), "today": TODAY, "news": NO_NEWS, "may_load": False},
    ),
    "thresholds-own": (
        "directory/thresholds.html",
        {"document": OWN, "changes": (CHANGE,), "today": TODAY, "news": SOME_NEWS, "may_load": True},
    ),
    "thresholds-load": ("directory/thresholds_choose.html", {"form": FILE}),
    "thresholds-plan": (
        "directory/thresholds_plan.html",
        {"source": "own.toml", "plan": THRESHOLD_PLAN, "form": FEED_FORM},
    ),
    "thresholds-plan-bare": (
        "directory/thresholds_plan.html",
        {"source": "own.toml", "plan": replace(THRESHOLD_PLAN, new=(), changes=(), warnings=()), "form": FEED_FORM},
    ),
    "thresholds-plan-there": (
        "directory/thresholds_plan.html",
        {"source": "own.toml", "plan": replace(THRESHOLD_PLAN, is_there=True), "form": FEED_FORM},
    ),
    "glossary": ("directory/words.html", {"words": read_glossary(shipped("glossary"))}),
}
