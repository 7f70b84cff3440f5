"""Adding to a child's network and changing it: what is kept, what is refused, and that nothing is ever lost."""

import pytest

from kith.apps.access.queries import NothingHere
from kith.apps.audit.queries import changes_of
from kith.apps.audit.services import reading
from kith.apps.people import services
from kith.apps.people.models import Account, Person, PersonName, Tie
from kith.apps.people.queries import family_of, find_children, person_view
from kith.apps.people.relatives import NEW, UnknownRelation
from kith.apps.people.rules import CannotAddPerson, CannotAddTie
from kith.apps.people.services.households import CannotFormHousehold
from kith.apps.people.services.persons import CannotWithdraw
from kith.apps.people.unions import TieFact
from kith.apps.records.base import StaleVersion
from kith.engines.drawing import network as net
from kith.kernel.partial_dates import PartialDate
from kith.testing.factories import NOW, Partnership, agency, child, couple, family, partnership, person, worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def town() -> Partnership:
    made = partnership(
        agencies=[agency("council")], workers=[worker("ana"), worker("ben"), worker("fay", "front_door")]
    )
    homes = (net.Address(lines="14 Quay Row", postcode="EM4 7QT"),)
    mina = child("mina", "Mina Okafor", addresses=homes)
    made.add(
        [
            family(mina, person("mum"), person("dad"), unions=[couple("mum", "dad", children=["mina"])]),
            family(child("lou"), person("aunt"), sensitivity={"aunt": 3}),
        ]
    )
    made.involve("mina", "ana")
    return made


def act(town: Partnership, deed, who: str = "ana", **said):
    return getattr(services, deed)(by=town.actor(who), now=NOW, **said)


def family_seen(town: Partnership, who: str = "ana", about: str = "mina"):
    with reading("test.page", by=town.actor(who), now=NOW):
        return family_of(town.actor(who), town.refs[about], now=NOW)


def person_seen(town: Partnership, ref: str):
    with reading("test.page", by=town.actor("ana"), now=NOW):
        return person_view(town.actor("ana"), ref, now=NOW)


def names_seen(town: Partnership) -> list[str]:
    return [p.called for p in family_seen(town).network.persons]


def tie_of(town: Partnership, kind: str, a: str, b: str, **said) -> TieFact:
    return TieFact(kind=kind, a=town.refs[a], b=town.refs[b], **said)


def feeling(town: Partnership) -> str:
    account = net.Account(told_by="Mum", words="They talk every day.")
    said = tie_of(town, "close", "mina", "dad", account=account)
    return act(town, "add_tie", child_ref=town.refs["mina"], tie=said)


def test_somebody_is_added_with_their_first_ties(town):
    ties = (TieFact(kind="birth", a=NEW, b=town.refs["mum"]),)
    ref = act(town, "add_person", child_ref=town.refs["mina"], person=person("nan"), ties=ties)
    (tie,) = person_seen(town, ref).ties
    assert (tie.a, tie.kind, tie.b) == ("Nan", "birth", "Mum")
    assert names_seen(town) == ["Mina Okafor", "Mum", "Dad", "Nan"]


@pytest.mark.parametrize(
    ("relation", "to", "kinds"),
    [
        ("parent", "mum", {("birth", "Baz", "Mum")}),
        ("child", "mina", {("birth", "Mina Okafor", "Baz")}),
        ("sibling", "mina", {("birth", "Mum", "Baz"), ("birth", "Dad", "Baz")}),
        ("sibling", "dad", {("sibling", "Baz", "Dad")}),
        ("supporter", "mum", {("supports", "Baz", "Mum")}),
    ],
)
def test_a_relative_is_added_by_how_they_belong(town, relation, to, kinds):
    baz = person("baz")
    ref = act(town, "add_relative", child_ref=town.refs["mina"], person=baz, relation=relation, to=town.refs[to])
    assert {(t.kind, t.a, t.b) for t in person_seen(town, ref).ties} == kinds


def test_a_relation_that_is_not_on_the_list_is_refused(town):
    said = {"child_ref": town.refs["mina"], "person": person("baz"), "relation": "rival", "to": town.refs["mum"]}
    with pytest.raises(UnknownRelation):
        act(town, "add_relative", **said)


@pytest.mark.parametrize(
    "nobody", [net.Person(id=NEW), person("baz", kind="robot"), net.Person(id=NEW, names=(net.Name(text=" "),))]
)
def test_somebody_without_a_name_or_of_no_kind_is_refused(town, nobody):
    before = Person.objects.count()
    with pytest.raises(CannotAddPerson):
        act(town, "add_person", child_ref=town.refs["mina"], person=nobody)
    assert Person.objects.count() == before


def test_an_unborn_child_needs_no_name_yet(town):
    ref = act(town, "add_person", child_ref=town.refs["mina"], person=net.Person(id=NEW, kind="unborn"))
    assert person_seen(town, ref).person.kind == "unborn"


def test_the_same_tie_told_twice_is_refused(town):
    feeling(town)
    with pytest.raises(CannotAddTie, match="already there"):
        feeling(town)
    assert Tie.objects.filter(kind="close").count() == 1


def test_a_tie_taken_out_may_be_told_again(town):
    act(town, "withdraw_tie", tie_ref=feeling(town), why="Told by mistake", expected_version=1)
    assert feeling(town)


def test_nobody_is_tied_to_themselves(town):
    with pytest.raises(CannotAddTie, match="two different people"):
        act(town, "add_tie", child_ref=town.refs["mina"], tie=tie_of(town, "close", "dad", "dad"))


@pytest.mark.parametrize("stranger", ["lou", "aunt", "nobody"])
@pytest.mark.parametrize("end", ["a", "b", "view_of"])
def test_whoever_is_not_here_is_absent_from_ties_too(town, stranger, end):
    """A hidden person, somebody else's child and nobody at all are refused in the same words."""
    ends = {"a": town.refs["mum"], "b": town.refs["dad"], "view_of": "", end: town.refs.get(stranger, "0" * 26)}
    tie = TieFact(kind="close", a=ends["a"], b=ends["b"], account=net.Account(view_of=ends["view_of"]))
    with pytest.raises(NothingHere) as refusal:
        act(town, "add_tie", child_ref=town.refs["mina"], tie=tie)
    assert refusal.value.message == "There is nothing here for you to open."
    assert not Tie.objects.filter(kind="close").exists()


WRITES = {
    "add_person": {"person": person("baz")},
    "add_relative": {"person": person("baz"), "relation": "parent"},
    "form_household": {"household": net.Household(id=NEW, name="Nan's")},
}


@pytest.mark.parametrize("who", ["ben", "fay"])
@pytest.mark.parametrize("deed", WRITES)
def test_whoever_may_not_write_changes_nothing(town, deed, who):
    """Ben does not work with Mina; Fay at the front door may read only."""
    before = Person.objects.count()
    said = (
        {"child_ref": town.refs["mina"]}
        | WRITES[deed]
        | ({"to": town.refs["mum"]} if "relation" in WRITES[deed] else {})
    )
    with pytest.raises(NothingHere):
        act(town, deed, who, **said)
    assert Person.objects.count() == before


def test_a_home_needs_a_name_and_somebody_in_it(town):
    with pytest.raises(CannotFormHousehold):
        act(town, "form_household", child_ref=town.refs["mina"], household=net.Household(id=NEW, name="Nan's"))


def test_a_home_and_its_people_are_seen(town):
    members = (net.Membership(person=town.refs["mum"], since=PartialDate("2019")),)
    home = net.Household(id=NEW, name="14 Quay Row", members=members)
    act(town, "form_household", child_ref=town.refs["mina"], household=home)
    (seen,) = family_seen(town).network.households
    assert (seen.name, seen.members) == ("14 Quay Row", members)


def change(town: Partnership, name: str, version: int, **facts) -> None:
    view = person_seen(town, town.refs[name]).person
    changed = {f: getattr(view, f) for f in view.__dataclass_fields__} | facts
    act(town, "change_person", person_ref=view.id, changed=net.Person(**changed), expected_version=version)


def test_what_was_known_before_a_change_stays_on_record(town):
    change(town, "mina", 1, pronouns="they, them")
    assert person_seen(town, town.refs["mina"]).person.pronouns == "they, them"
    (kept,) = changes_of(town.refs["mina"], ["people.person.changed"])
    assert (kept.before, kept.after) == ({"pronouns": ""}, {"pronouns": "they, them"})


@pytest.mark.parametrize("words", ["Okafor", "EM4", "em4 7qt", "EM47QT", "2016"])
def test_a_child_who_was_changed_is_still_found(town, words):
    change(town, "mina", 1, pronouns="they, them")
    with reading("test.page", by=town.actor("ana"), now=NOW):
        assert [c.name for c in find_children(town.actor("ana"), words, now=NOW)] == ["Mina Okafor"]


def test_whoever_saves_second_is_told(town):
    change(town, "mum", 1, gender="woman")
    with pytest.raises(StaleVersion):
        change(town, "mum", 1, gender="man")
    assert person_seen(town, town.refs["mum"]).person.gender == "woman"


def test_a_death_before_the_birth_is_kept_and_noted(town):
    told = person("gran", birth=PartialDate("1950"), death=PartialDate("1948"))
    ref = act(town, "add_person", child_ref=town.refs["mina"], person=told)
    seen = person_seen(town, ref)
    assert (str(seen.person.birth), str(seen.person.death)) == ("1950", "1948")
    assert seen.contradictions == ("The death (1948) is before the birth (1950). Both are kept.",)


def test_accounts_that_differ_are_both_kept_and_the_tie_is_disputed(town):
    tie_ref, other = feeling(town), net.Account(told_by="His teacher", words="They never speak.")
    act(town, "add_account", tie_ref=tie_ref, account=other, agrees=False, expected_version=1)
    (tie,) = [t for t in family_seen(town).ties if t.ref == tie_ref]
    assert (tie.certainty, tie.version, tie.told_by, tie.words) == ("disputed", 2, "Mum", "They talk every day.")
    assert [(a.agrees, a.told_by, a.words) for a in tie.accounts] == [(False, "His teacher", "They never speak.")]


def test_an_account_that_agrees_disputes_nothing(town):
    tie_ref = feeling(town)
    act(town, "add_account", tie_ref=tie_ref, account=net.Account(told_by="Dad"), agrees=True, expected_version=1)
    assert Tie.objects.get(ref=tie_ref).certainty == "sure"
    assert Account.objects.count() == 1


STALE = {
    "add_account": {"account": net.Account(told_by="Dad"), "agrees": False},
    "withdraw_tie": {"why": "Told by mistake"},
    "restore_tie": {},
}


@pytest.mark.parametrize("deed", STALE)
def test_acts_on_a_tie_that_somebody_changed_are_stale(town, deed):
    tie_ref = feeling(town)
    with pytest.raises(StaleVersion):
        act(town, deed, tie_ref=tie_ref, expected_version=0, **STALE[deed])
    assert Tie.objects.get(ref=tie_ref).version == 1


def test_a_tie_is_taken_out_and_put_back_and_never_deleted(town):
    tie_ref = feeling(town)
    act(town, "withdraw_tie", tie_ref=tie_ref, why="Told by mistake", expected_version=1)
    (tie,) = [t for t in family_seen(town).ties if t.ref == tie_ref]
    assert tie.is_withdrawn and tie.withdrawn_why == "Told by mistake"
    assert "close" not in {r.kind for r in family_seen(town).network.relations}
    act(town, "restore_tie", tie_ref=tie_ref, expected_version=2)
    assert "close" in {r.kind for r in family_seen(town).network.relations}


def test_somebody_is_taken_out_and_put_back(town):
    act(town, "withdraw_person", person_ref=town.refs["dad"], why="Another family", expected_version=1)
    assert names_seen(town) == ["Mina Okafor", "Mum"]
    (out,) = family_seen(town).taken_out
    assert (out.name, out.why, out.version) == ("Dad", "Another family", 2)
    act(town, "restore_person", person_ref=town.refs["dad"], expected_version=2)
    assert names_seen(town) == ["Mina Okafor", "Mum", "Dad"]


def test_somebody_who_was_taken_out_has_no_family_page(town):
    act(town, "withdraw_person", person_ref=town.refs["dad"], why="Another family", expected_version=1)
    with pytest.raises(NothingHere):
        family_seen(town, about="dad")


def test_a_child_with_workers_of_their_own_is_not_taken_out(town):
    with pytest.raises(CannotWithdraw):
        act(town, "withdraw_person", person_ref=town.refs["mina"], why="Mistake", expected_version=1)


def test_a_new_name_is_one_more_name(town):
    act(town, "add_name", person_ref=town.refs["mina"], name=net.Name(text="Minnie Okafor", kind="known_as"))
    assert PersonName.objects.filter(person__subject__ref=town.refs["mina"]).count() == 2
    assert names_seen(town)[0] == "Minnie Okafor"
    with reading("test.page", by=town.actor("ana"), now=NOW):
        assert [len(find_children(town.actor("ana"), w, now=NOW)) for w in ("minnie", "mina", "EM4")] == [1, 1, 1]
