"""Sets of stand-ins of children of the small county, and copies that are made with one."""

import html
import json
import re
from collections.abc import Iterator
from datetime import timedelta

from django.core.cache import cache
from django.urls import reverse

from kith.apps.access.queries import target_of
from kith.apps.audit.services import load
from kith.apps.pseudonyms.keeping import KEY_BYTES, SEALED_FOR, new_code
from kith.apps.pseudonyms.models import StandInSet
from kith.apps.records.base import refs_from, seal
from kith.kernel.refs import seeded_refs
from kith.testing.factories import NOW, OPERATOR, Partnership
from tests.trust.visitor import Answer, Visitor

WARNINGS = ("exact_days", "moved_days", "rare", "few_rows", "large_family", "ages", "own_words", "words")
SEEN = re.compile(r'name="seen" value="([^"]*)"')


def set_of(name: str) -> str:
    """The ref of the set about somebody, also in a world in which they are not."""
    return seeded_refs(f"{name} stand-ins")()


def begin_set_of(county: Partnership, name: str, what_for: str, *, by: str = "zed", key: str = "") -> str:
    """A set whose key is the same in every world; its ref."""
    told = json.dumps({"key": "a7" * KEY_BYTES, "moved_by": -70})
    with refs_from(seeded_refs(f"{key or name} stand-ins")), load("test.stand_ins", by=OPERATOR, now=NOW, payload={}):
        row = StandInSet(purpose="learning_review", what_for=what_for, people="names", dates="shifted", made_at=NOW)
        row.subject_id, row.made_by_id = target_of(county.refs[name]).id, county.loaded.workers[by]
        row.code, row.ends_on = new_code(), NOW.date() + timedelta(days=90)
        row.sealed = seal(told, purpose=SEALED_FOR, bound_to=row.ref)
        row.save(force_insert=True)
    return str(row.ref)


def copies_of(visitor: Visitor, child_ref: str, set_ref: str, *made: str) -> Iterator[Answer]:
    """As somebody makes them who hides every word that may be a name, and has looked at everything."""
    at = [child_ref, set_ref]
    page = visitor.get(reverse("pseudonyms:set", args=at)).body.decode()
    seen = [html.unescape(word) for word in SEEN.findall(page)]
    visitor.post(reverse("pseudonyms:words", args=at), seen=seen)
    for one in made:
        cache.clear()  # the limit has a test of its own
        yield visitor.post(reverse("pseudonyms:copy", args=at), looked_at=WARNINGS, make=one)
