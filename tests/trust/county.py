"""A small invented county: four agencies, workers of every role and six children, of whom some are seen by each."""

from kith.apps.access.models import Task
from kith.apps.audit.services import load
from kith.apps.directory.services import add_service
from kith.apps.installation.services import found
from kith.apps.people import services
from kith.apps.people.services import Responsibility
from kith.apps.people.unions import TieFact
from kith.engines.drawing import network as net
from kith.engines.referral_feeds import ServiceEntry
from kith.kernel.partial_dates import PartialDate
from kith.testing.factories import (
    LONG_AGO,
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
from tests.trust.occasions import happened, tell, tell_worker
from tests.trust.own_pages import open_page
from tests.trust.pictures import draw
from tests.trust.rows_told import tell_row
from tests.trust.sentences import bind
from tests.trust.stand_ins import begin_set_of
from tests.trust.voices import say

ROLES = (
    "practitioner",
    "probation",
    "probation_manager",
    "manager",
    "front_door",
    "network_adviser",
    "reviewing_officer",
    "quality_assurer",
    "record_officer",
    "analyst",
    "data_protection_lead",
    "administrator",
    "designated_officer",
    "business_unit",
)
UNPRIVILEGED = ("pru", "max", "fay", "ned", "tess", "ada", "dot", "abe", "ira", "quin", "sam", "jo", "kim")
"""Everybody but Zed: cleared for no more than sensitivity 2, and most of them not on Mina's team."""

CHILDREN = ("mina", "lou", "sol", "ivy", "jun", "rae")
RELATIVES = ("mum", "dad", "kofi", "uncle", "friend")


def build_county() -> Partnership:
    """Mina's family is the one with somebody to hide; Zed, cleared for everything, is on her team too."""
    found(by=OPERATOR, kind="demo", partnership="Eastmarch", seed="heron", now=NOW)
    county = partnership(
        agencies=[
            agency("council", "east", "west", "front-door"),
            agency("school", "pastoral", kind="school"),
            agency("unit"),
            agency("probation"),
        ],
        workers=[
            worker("pru", teams=["east"]),
            worker("zed", teams=["west"], clearance=3),
            worker("max", "manager", clearance=2),
            worker("fay", "front_door", teams=["front-door"], clearance=2),
            worker("ned", "network_adviser"),
            worker("tess", agency="school"),
            worker("ira", "reviewing_officer", clearance=2),
            worker("quin", "quality_assurer", clearance=2),
            worker("sam", "record_officer", clearance=2),
            worker("ada", "analyst", clearance=2),
            worker("dot", "data_protection_lead", clearance=2),
            worker("abe", "administrator", clearance=2),
            worker("jo", "probation", agency="probation", clearance=2),
            worker("kim", "probation_manager", agency="probation", clearance=2),
            worker("lia", "designated_officer", agency="unit", clearance=2),
            worker("bea", "business_unit", agency="unit"),
        ],
    )
    county.add([minas_family(), *other_families()])
    county.involve("mina", "east")
    county.involve("mina", "zed", part="team")
    county.involve("lou", "pru")
    county.involve("sol", "pastoral", part="school")
    county.involve("ivy", "school", part="school")
    county.involve("jun", "ned", part="network_adviser")
    give_tasks(county)
    bind(county, "dad")
    say(county, "mina", "I want to stay with Mum.")
    tell_row(county, "mina", "Mum fetched her early.")
    begin_set_of(county, "mina", "Review of spring")
    draw(county, "mina", "The pool")
    open_page(county, "mina", "Ask me first.")
    happened(county, "mina")
    tell(county, "mina", "uncle", "")
    tell_worker(county, "mina", county.actor("zed").ref, "")
    recent_work(county)
    county.refs |= {key: county.actor(key).ref for key in ("zed", "tess")}
    county.refs["service_ref"] = a_service(county)
    return county


def give_tasks(county: Partnership) -> None:
    """Without a task of theirs some roles see nobody."""
    workers = county.loaded.workers
    with load("test.tasks", by=OPERATOR, now=NOW, payload={}):
        for key, purpose in (("quin", "qa"), ("sam", "sar")):
            task = Task(user_id=workers[key], purpose=purpose, name="Autumn", given_by_id=workers["max"])
            task.covers, task.since_on = "everybody", LONG_AGO
            task.save(force_insert=True)
            county.refs |= {"task_ref": task.ref, key: county.actor(key).ref}


def minas_family() -> services.FamilyRecord:
    mina = child("mina", "Mina Okafor", born="2016-04-02", sex="F")
    people = (
        person("mum", "Grace Okafor", sex="F", birth=PartialDate("1988")),
        person("dad", "Kwame Okafor", sex="M", birth=PartialDate("1985")),
        child("kofi", "Kofi Okafor", born="2019-21"),
        person("uncle", "Yaw Mensah", sex="M"),
        person("friend", "Bernice Lamb"),
    )
    home = net.Household(
        id="home", name="14 Quay Row", members=tuple(net.Membership(person=p) for p in ("mina", "mum"))
    )
    relations = (
        net.Relation(a="friend", b="mum", kind="supports", account=net.Account(told_by="mum")),
        net.Relation(a="mina", b="uncle", kind="close"),
    )
    return family(
        mina,
        *people,
        unions=[couple("mum", "dad", children=["mina", "kofi"])],
        households=(home,),
        relations=relations,
        responsibilities=[Responsibility(holder="mum", child="mina", how="birth")],
    )


def other_families() -> list[services.FamilyRecord]:
    names = {"lou": "Lou Penhale", "sol": "Sol Okafor", "ivy": "Ivy Brook", "jun": "Jun Takeda", "rae": "Rae Minoka"}
    return [_child_and_mother(key, called) for key, called in names.items()]


def _child_and_mother(key: str, called: str) -> services.FamilyRecord:
    """The two live together, in a home called after them."""
    address = net.Address(lines=f"2 {called.split()[-1]} Lane", postcode="EM2 2EM")
    mother = person(f"{key}-mum", f"Mother {called}", addresses=(address,))
    members = (net.Membership(person=key), net.Membership(person=mother.id))
    home = net.Household(id=f"{key}-home", name=f"2 {called.split()[-1]} Lane", members=members)
    return family(
        child(key, called),
        mother,
        unions=[couple(mother.id, children=[key])],
        households=(home,),
        responsibilities=[Responsibility(holder=mother.id, child=key, how="birth")],
    )


def recent_work(county: Partnership) -> None:
    """Something new for the first page of whoever works with Mina."""
    tie = TieFact(kind="in_conflict", a=county.refs["mum"], b=county.refs["uncle"])
    services.add_tie(by=county.actor("pru"), child_ref=county.refs["mina"], tie=tie, now=NOW)


def a_service(county: Partnership) -> str:
    """One entry of the directory; it knows nobody."""
    entry = ServiceEntry(id="", name="Dads on the Quay", description="Breakfast for dads.", audiences=("fathers",))
    return add_service(by=county.actor("max"), entry=entry, given_by="Anchor Dads", now=NOW)
