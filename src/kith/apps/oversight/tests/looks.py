"""Rows of looking, put on record as the pages put them."""

import datetime as dt

from kith.apps.access.models import Task
from kith.apps.audit.services import load, note_listed, note_opened, reading
from kith.kernel.decisions import Level, granted
from kith.testing.factories import (
    LONG_AGO,
    NOW,
    OPERATOR,
    Partnership,
    agency,
    child,
    family,
    partnership,
    person,
    worker,
)


def build_town() -> Partnership:
    """Ria answers requests, dot leads data protection; of the others some work with Mina."""
    made = partnership(
        agencies=[
            agency("council", "east", "front-door"),
            agency("school", kind="school"),
            agency("police", kind="police"),
        ],
        workers=[
            worker("pru", teams=["east"]),
            worker("pip"),
            worker("max", "manager"),
            worker("fay", "front_door", teams=["front-door"]),
            worker("ria", "record_officer"),
            worker("rik", "record_officer"),
            worker("dot", "data_protection_lead"),
            worker("tess", agency="school"),
            worker("pc", agency="police"),
        ],
    )
    made.add([family(child("mina"), person("mum")), family(child("lou", "Lou Worker"))])
    made.involve("mina", "east")
    with load("test.task", by=OPERATOR, now=NOW, payload={}):
        key = made.loaded.workers["ria"]
        Task(
            user_id=key, purpose="sar", name="A request", covers="everybody", given_by_id=key, since_on=LONG_AGO
        ).save()
    return made


def opened(town: Partnership, who: str, about: str = "mina", *, at: dt.datetime = NOW, rule: str = "R1") -> None:
    with reading("web.children:child", by=town.actor(who), now=at):
        note_opened(town.refs.get(about, about), decision=granted(Level.READ, rule, "They may."))


def listed(town: Partnership, who: str, about: str = "mina", *, at: dt.datetime = NOW, event: str = "") -> None:
    with reading(event or "web.children:find", by=town.actor(who), now=at):
        note_listed([town.refs[about]])
