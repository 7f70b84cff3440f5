"""What the county may hide: a relative of Mina's whom few may know of, and a whole child.

Each draws its refs from a source of its own, so everybody else has the same refs with and without them.
"""

from kith.apps.access.models import Conflict
from kith.apps.access.services import decide_proposal, join_circle, propose_destroying
from kith.apps.audit.services import load
from kith.apps.people import services
from kith.apps.people.models import Household, Person, Tie
from kith.apps.people.relatives import NEW
from kith.apps.people.services import Responsibility
from kith.apps.people.unions import TieFact
from kith.apps.records.base import refs_from
from kith.engines.drawing import network as net
from kith.kernel.partial_dates import PartialDate
from kith.kernel.refs import seeded_refs
from kith.testing.factories import NOW, OPERATOR, Partnership, child, couple, family, person
from tests.trust.bringing import bring_table
from tests.trust.occasions import tell
from tests.trust.own_pages import open_page, secret_page
from tests.trust.pictures import by_hand, draw, face_of, photograph, put_on, ring_around
from tests.trust.rows_told import attach_to, leave_unsent, on_a_device, published, tell_row
from tests.trust.sealing import seal
from tests.trust.sentences import bind
from tests.trust.stand_ins import begin_set_of
from tests.trust.standings import answer_to_check
from tests.trust.teams import works_with
from tests.trust.voices import say

SECRET_PERSON = "Xanthe Quillfeather"
SECRET_CHILD = "Okafor Threnody"
SENSITIVE = 3


def hide_relative(county: Partnership, *, sensitivity: int = SENSITIVE) -> str:
    """Dad's mother, tied into everything that could give her away, and kept from children by a court; her ref."""
    with refs_from(seeded_refs("hidden relative")):
        ref = _add_relative(county, sensitivity)
        county.refs["hidden"] = ref
        _tie_to_everybody(county)
        _house(county)
        _point_at(county)
    bind(county, "hidden")
    works_with(county, "mina", "hidden")
    tell(county, "mina", "hidden", "She was told at the door.")
    put_on(county, "mina", "hidden", "Nan, who is near")
    secret_page(county, "mina", "Nan knows.")
    photograph(county, "mina", SECRET_PERSON)
    face_of(county, "mina", "hidden", "Nanisnear")
    ring_around(county, "mina", "hidden")
    by_hand(county, "mina")
    return ref


def _add_relative(county: Partnership, sensitivity: int) -> str:
    """Zed, who is cleared for her, adds her as Kwame's mother."""
    kwame = county.refs["dad"]
    secret = person(NEW, SECRET_PERSON, sex="F", birth=PartialDate("1955"), provisional=True)
    ties = [TieFact(kind="birth", a=NEW, b=kwame)]
    return services.add_person(
        by=county.actor("zed"),
        child_ref=county.refs["mina"],
        person=secret,
        ties=ties,
        sensitivity=sensitivity,
        now=NOW,
    )


def _tie_to_everybody(county: Partnership) -> None:
    """Ties of every kind, and one between two others that is her view and nobody else's."""
    refs, zed = county.refs, county.actor("zed")
    her_view = net.Account(told_by=refs["hidden"], view_of=refs["hidden"], words="She says so.")
    for tie in (
        TieFact(kind="married", a=refs["uncle"], b=refs["hidden"]),
        TieFact(kind="birth", a=refs["hidden"], b=refs["kofi"]),
        TieFact(kind="harm", a=refs["hidden"], b=refs["mina"]),
        TieFact(kind="close", a=refs["mum"], b=refs["dad"], account=her_view),
    ):
        services.add_tie(by=zed, child_ref=refs["mina"], tie=tie, now=NOW)


def _house(county: Partnership) -> None:
    """She lives at Quay Row with Mina, and in a home of her own."""
    quay_row = Household.objects.get(name="14 Quay Row")
    stay = net.Membership(person=county.refs["hidden"])
    services.join_household(by=county.actor("zed"), household_ref=quay_row.ref, member=stay, now=NOW)
    home = net.Household(id=NEW, name="The Gables", members=(net.Membership(person=county.refs["hidden"]),))
    services.form_household(by=county.actor("zed"), child_ref=county.refs["mina"], household=home, now=NOW)


def _point_at(county: Partnership) -> None:
    """She holds responsibility for Mina, told us of a tie and of a person, and is on record as Kofi's twin."""
    fact = Responsibility(holder=county.refs["hidden"], child=county.refs["mina"], how="court_order")
    county.refs["hidden fact"] = services.record_responsibility(by=county.actor("zed"), fact=fact, now=NOW)
    secret, kofi = _person(county, "hidden"), _person(county, "kofi")
    with load("test.hidden", by=OPERATOR, now=NOW, payload={}):
        Tie.objects.filter(kind="close", a__subject__ref=county.refs["mina"]).update(told_by_person=secret)
        Person.objects.filter(subject__ref=county.refs["friend"]).update(told_by_subject=secret.subject)
        Tie(kind="born_identical", a=secret, b=kofi, recorded_at=NOW).save(force_insert=True)


def _person(county: Partnership, name: str) -> Person:
    return Person.objects.select_related("subject").get(subject__ref=county.refs[name])


def destroy_relative(county: Partnership) -> str:
    """The same woman, whom everybody on the team saw, until two people destroyed her record."""
    ref = hide_relative(county, sensitivity=0)
    with refs_from(seeded_refs("destroyed")):
        proposal = propose_destroying(
            by=county.actor("zed"),
            subject_ref=ref,
            ground="entered_wrongly",
            why="Somebody of the same street was meant.",
            seen=_person(county, "hidden").version,
            now=NOW,
        )
        decide_proposal(by=county.actor("max"), proposal_ref=proposal, agrees=True, now=NOW)
    return ref


def hide_child(county: Partnership, *, sensitivity: int = SENSITIVE) -> str:
    """A child with a name like Mina's, a family of her own and nobody's team; and Mina's mother is in her circle."""
    ref = _add_child(county, sensitivity)
    with load("test.hidden", by=OPERATOR, now=NOW, payload={}):
        join_circle(county.subject_ids["hidden"], county.subject_ids["mum"])
    return ref


def _add_child(county: Partnership, sensitivity: int) -> str:
    with refs_from(seeded_refs("hidden child")):
        secret = child(
            "hidden", SECRET_CHILD, born="2016-04-02", addresses=(net.Address(lines="1", postcode="EM1 1EM"),)
        )
        bond = couple("hidden-mum", children=["hidden"])
        relative = person("hidden-mum", "Mother Threnody")
        levels = {"hidden": sensitivity, "hidden-mum": sensitivity}
        county.add([family(secret, relative, unions=[bond], sensitivity=levels)])
    say(county, "hidden", "I am Okafor, and I live here.")
    published(county, "hidden", tell_row(county, "hidden", "Okafor ran away.", also="mina"))
    bring_table(county, "hidden", "Okafor ran away.")
    begin_set_of(county, "hidden", "Review of Okafor")
    attach_to(county, "hidden", SECRET_CHILD)
    leave_unsent(county, "hidden", "Okafor cried.")
    on_a_device(county, "hidden", by="zed")
    draw(county, "hidden", "Okafor was here.")
    open_page(county, "hidden", "Call me Okafor.")
    photograph(county, "hidden", SECRET_CHILD)
    by_hand(county, "hidden")
    return county.refs["hidden"]


def seal_relative(county: Partnership) -> str:
    """The same woman, whom anybody is cleared for, under a seal."""
    ref = hide_relative(county, sensitivity=0)
    with refs_from(seeded_refs("seals")):
        seal(county, "hidden", kind="witness")
        answer_to_check(county, county.refs["mina"], words=f"{SECRET_PERSON} asks her own GP.")
    return ref


def seal_child(county: Partnership) -> str:
    """The same child and her mother, each under a seal of which outsiders learn nothing, though a team works there."""
    ref = hide_child(county, sensitivity=0)
    with refs_from(seeded_refs("seals")):
        county.involve("hidden", "east")
        seal(county, "hidden", kind="adoption")
        seal(county, "hidden-mum", kind="adoption")
    return ref


def hide_in_conflict(county: Partnership) -> str:
    """A child whom every worker knows in their own life, in a family with which their agencies work."""
    ref = _add_child(county, 0)
    with refs_from(seeded_refs("conflicts")), load("test.conflict", by=OPERATOR, now=NOW, payload={}):
        for user_id in county.loaded.workers.values():
            subject_id = county.subject_ids["hidden"]
            Conflict(user_id=user_id, subject_id=subject_id, how="declared", noted_at=NOW).save(force_insert=True)
    with refs_from(seeded_refs("involved")):
        for holder in ("east", "front-door", "school"):
            county.involve("hidden", holder)
    return ref
