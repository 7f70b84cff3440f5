"""What young people of the small county put on their own pages, for everybody and for nobody; and how others look."""

import re
from collections.abc import Callable, Mapping

from django.urls import reverse

from kith.apps.access.queries import target_of
from kith.apps.audit.services import load
from kith.apps.ownpages.models import NamedReader, Part, StillRight, Telling
from kith.apps.ownpages.vocabulary import BUT, EVERYBODY, ME, NAMED, sections
from kith.apps.records.base import refs_from
from kith.kernel.refs import seeded_refs
from kith.testing.factories import NOW, OPERATOR, Partnership
from tests.trust.visitor import Visitor

Refs = Mapping[str, str]
SEEN = re.compile(rb'name="seen" value="([0-9a-f]+)"')
GUESS = "Okafor Threnody lives at 7 Threnody Yard, EM7 7QZ, with Xanthe Quillfeather"


def open_page(county: Partnership, name: str, words: str) -> None:
    """One section of somebody's own page that everybody who works with them may read."""
    _tell(county, name, {"talk": (words, EVERYBODY)}, refs=seeded_refs(f"own page of {name}: {words}"))


def secret_page(county: Partnership, name: str, words: str) -> None:
    """Every section of it in words that are for them alone, an earlier version that was for everybody, and one that is
    for somebody whom they named, and one that is kept from everybody else; Zed, who wrote it down, sees it all."""
    alone = {section: (f"{words} {section}", ME) for section in sections()}
    refs = seeded_refs(f"secret page of {name}")
    _tell(county, name, alone, refs=refs, earlier=f"{words} before")
    _tell(county, name, {"helps": (f"{words} named", NAMED), "harder": (f"{words} kept", BUT)}, refs=refs)


def _tell(
    county: Partnership, name: str, said: Mapping[str, tuple[str, str]], *, refs: Callable[[], str], earlier: str = ""
) -> None:
    with refs_from(refs), load("test.own_page", by=OPERATOR, now=NOW, payload={}):
        common = {"subject_id": target_of(county.refs[name]).id, "recorded_at": NOW}
        common["recorded_by_id"] = county.loaded.workers["zed"]
        telling = Telling(on_day=NOW.date(), way="spoken", chose="child", **common)
        telling.save(force_insert=True)
        for section, (words, readers) in said.items():
            part = Part(telling=telling, section=section, text=words, readers=readers, **common)
            part.thread = part.ref
            part.save(force_insert=True)
            StillRight(part=part, telling=telling).save(force_insert=True)
            for who in {NAMED: ["zed"], BUT: [one for one in county.loaded.workers if one != "zed"]}.get(readers, ()):
                NamedReader(part=part, worker_ref=county.actor(who).ref).save(force_insert=True)
            if earlier:
                before = Part(telling=telling, section=section, text=earlier, readers=EVERYBODY, **common)
                before.thread, before.ended_by = part.ref, telling
                before.save(force_insert=True)


def seen_of(visitor: Visitor, child_ref: str) -> str:
    """The mark that the form sends back, from the form itself."""
    body = visitor.get(reverse("ownpages:write", args=[child_ref])).body
    found = SEEN.search(body)
    return found[1].decode() if found else ""


def reading_own_pages(visitor: Visitor, refs: Refs) -> None:
    """Everybody's own page; then parts of their own beside what may be hidden, said again, and given."""
    for name in ("mina", "lou", "dad", "hidden"):
        for page in ("page", "write", "sheet", "give"):
            visitor.get(reverse(f"ownpages:{page}", args=[refs[name]]))
        visitor.get(reverse("children:child", args=[refs[name]]))
    for name in ("mina", "hidden"):
        at = [refs[name]]
        told = {"on": "23 November 2026", "way": "spoken", "chose": "child", "heard_by": GUESS, "chose_words": GUESS}
        for readers in (EVERYBODY, ME):
            part = {
                "helps-text": f"{GUESS} {readers}",
                "helps-readers": readers,
                "talk-text": "Ask.",
                "talk-readers": ME,
            }
            visitor.post(reverse("ownpages:write", args=at), **told, **part, seen=seen_of(visitor, refs[name]))
            visitor.get(reverse("ownpages:page", args=at))
        visitor.post(reverse("ownpages:write", args=at), **told, seen="0")
        visitor.post(reverse("ownpages:still_right", args=at), seen=seen_of(visitor, refs[name]))
        chosen = {"reading": "easy", "days": "7", "visits": "5", "telling": "in_person", "look": "yes"}
        visitor.post(reverse("ownpages:give", args=at), **chosen)
        for page in ("page", "sheet"):
            visitor.get(reverse(f"ownpages:{page}", args=at))
        visitor.get(reverse("children:child", args=at))
