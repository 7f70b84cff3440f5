"""A small town for the tests of emergency looks: who may look at Mina, and who reviews it."""

import datetime as dt

from kith.apps.access.models import EmergencyLook, Involvement, Seal, SealScope
from kith.apps.access.queries import decide
from kith.apps.access.services import NewSeal, WhyLook, confirm_seal, set_seal, take_look
from kith.apps.audit.services import load
from kith.apps.people import actions
from kith.kernel.decisions import Level
from kith.testing.factories import (
    NOW,
    OPERATOR,
    Partnership,
    agency,
    child,
    couple,
    family,
    partnership,
    person,
    worker,
)

A_MOMENT = dt.timedelta(microseconds=1)
HOUR = dt.timedelta(hours=1)
WHY = WhyLook(reason="may_be_hurt", words="A caller says she left home without a coat.", call_reference="C-118")


def build_town() -> Partnership:
    """Mina is the east team's; pip and tom of the same agency are in no team of hers, and know of her."""
    made = partnership(
        agencies=[
            agency("council", "east", "west", "front-door"),
            agency("school", "pastoral"),
            agency("police", kind="police"),
            agency("nursery"),
        ],
        workers=[
            worker("pru", teams=["east"]),
            worker("pip"),
            worker("tom", teams=["west"]),
            worker("ned", "network_adviser"),
            worker("moe", "manager", agency="police"),
            worker("max", "manager", teams=["west"]),
            worker("may", "manager"),
            worker("rob", "reviewing_officer"),
            worker("fay", "front_door", teams=["front-door"]),
            worker("dot", "data_protection_lead"),
            worker("dee", "data_protection_lead", agency="school"),
            worker("tess", agency="school"),
            worker("head", "manager", agency="school"),
            worker("ada", "analyst"),
        ],
    )
    mina = family(child("mina"), person("mum"), person("dad"), unions=[couple("mum", "dad", children=["mina"])])
    made.add([mina, family(child("lou"), person("lou-mum")), family(child("sol")), family(child("kit"))])
    made.involve("mina", "east")
    made.involve("lou", "pastoral")
    for one in ("sol", "kit"):
        made.involve(one, "east")
    return made


def sealed(
    town: Partnership,
    about: str,
    kind: str = "safe_address",
    outsiders: str = "pointer",
    *,
    manager: str = "may",
) -> str:
    """Set by somebody on the team and confirmed by a manager."""
    new = NewSeal(kind=kind, why="He looks for them.", outsiders=outsiders)
    ref = set_seal(by=town.actor("pru"), subject_ref=town.refs[about], seal=new, now=NOW)
    confirm_seal(by=town.actor(manager), seal_ref=ref, now=NOW)
    return ref


def look(
    town: Partnership, who: str, about: str = "mina", *, now: dt.datetime = NOW, why: WhyLook = WHY
) -> EmergencyLook:
    ref = take_look(by=town.actor(who), subject_ref=town.refs[about], why=why, now=now)
    return EmergencyLook.objects.get(ref=ref)


def level(town: Partnership, who: str, about: str = "mina", *, now: dt.datetime = NOW) -> Level:
    return decide(town.actor(who), actions.READ, town.refs[about], now=now).level


def name(town: Partnership, key: int | None) -> str:
    return next((who for who, pk in town.loaded.workers.items() if pk == key), "")


def town_lead_ends(town: Partnership, about: str) -> None:
    with load("test.ended", by=OPERATOR, now=NOW, payload={}):
        Involvement.objects.filter(subject_id=town.subject_ids[about], part="lead").update(until_on=NOW.date())


def seal_by_load(town: Partnership, about: str, new: NewSeal) -> str:
    subject, workers = town.subject_ids[about], town.loaded.workers
    with load("test.sealed", by=OPERATOR, now=NOW, payload={}):
        facts = {"kind": new.kind, "outsiders": "pointer", "why": new.why, "set_at": NOW, "confirmed_at": NOW}
        seal = Seal(subject_id=subject, set_by_id=workers["pru"], confirmed_by_id=workers["may"], **facts)
        seal.save()
        SealScope(seal=seal, subject_id=subject).save()
    return str(seal.ref)
