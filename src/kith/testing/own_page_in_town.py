"""Noor's own page in the invented county: what she told her youth worker for those who work with her."""

import datetime as dt
from collections.abc import Mapping

from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import actors_by_id
from kith.apps.audit.services import reading
from kith.apps.ownpages.projections import PageSaid, PartSaid
from kith.apps.ownpages.queries import own_page_form
from kith.apps.ownpages.services import write_page
from kith.apps.ownpages.vocabulary import EVERYBODY, ME, NAMED

NOOR, YOUTH_WORKER = "noor.noor", "rowan-achterberg"
FIRST = {"talk": ("Do not talk over my head. Ask me.", EVERYBODY), "like": ("Swimming. The butterfly most.", EVERYBODY)}
NOW_SAID = {
    "talk": ("Ask me, and wait. I think before I speak.\nOne question at a time.", EVERYBODY),
    "helps": ("Tell me the day before what will happen.\nA walk by the water.", EVERYBODY),
    "harder": ("Do not ask me whom I love more.\nDo not tell me to look at you.", EVERYBODY),
    "around": ("Loud rooms are too much. I like to sit near the door.", EVERYBODY),
    "answers": ("When I pull my sleeves over my hands I want to stop.", EVERYBODY),
    "like": FIRST["like"],
    "meeting": ("After swimming is too late. Before four is good.\nI want Anneanne beside me.", NAMED),
    "explain": ("My brother knows when I am sad. Please do not ask him each time.", ME),
}


def tell_own_page_in_town(refs: Mapping[str, str], workers: Mapping[str, int], *, now: dt.datetime) -> None:
    """By the deeds that her worker would do, on two days; where the story is not in the county, nothing."""
    if NOOR not in refs:
        return
    (by,) = actors_by_id([workers[YOUTH_WORKER]], on=now.date())
    for days, said in ((230, FIRST), (20, NOW_SAID)):
        with reading("demo.own_page", by=by, now=now):
            _tell(by, refs[NOOR], said, now.date() - dt.timedelta(days=days), now)


def _tell(by: Actor, ref: str, said: Mapping[str, tuple[str, str]], on: dt.date, now: dt.datetime) -> None:
    """She names everybody who is on her team on that day and no more."""
    form = own_page_form(by, ref, called="Noor", now=now)
    team = frozenset(worker for worker, _ in form.workers)
    parts = tuple(
        PartSaid(key=key, text=text, readers=readers, named=team if readers == NAMED else frozenset())
        for key, (text, readers) in said.items()
    )
    chose = "I said who could read each part, and she changed two of them."
    page = PageSaid(on=on, way="spoken", chose="child", chose_words=chose, parts=parts, seen=form.seen)
    write_page(by=by, child_ref=ref, said=page, now=now)
