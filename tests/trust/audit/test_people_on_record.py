"""Every deed on people keeps before and after under the key of whom it is about, and nothing of it in the clear."""

import pytest

from kith.apps.audit.models import AuditRow
from kith.apps.audit.projections import Change
from kith.apps.audit.queries import changes_of, check_record, searched_for
from kith.apps.audit.services import reading
from kith.apps.people import services
from kith.apps.people.queries import find_children, person_view
from kith.apps.people.relatives import NEW
from kith.apps.people.unions import TieFact
from kith.apps.people.writing import Responsibility
from kith.engines.drawing import network as net
from kith.kernel.partial_dates import PartialDate
from kith.testing.factories import NOW, Partnership, agency, child, family, partnership, person, worker

pytestmark = pytest.mark.django_db
SAID = (
    "Zephyrine",
    "Quillfeather",
    "Marrowbone",
    "9990000018",
    "999 000 0018",
    "thistledown",
    "close",
    "birth",
    "2019",
)


@pytest.fixture
def town() -> Partnership:
    made = partnership(agencies=[agency("council")], workers=[worker("ana")])
    made.add([family(child("mina", "Mina Okafor"), person("mum"), person("dad"))])
    made.involve("mina", "ana")
    return made


def act(town: Partnership, deed: str, **facts: object):
    return getattr(services, deed)(by=town.actor("ana"), now=NOW, **facts)


def version(town: Partnership, name: str) -> int:
    actor = town.actor("ana")
    with reading("test", by=actor, now=NOW):
        return person_view(actor, town.refs[name], now=NOW).version


def newest(ref: str) -> Change:
    return changes_of(ref)[0]


def on(town: Partnership, name: str) -> dict[str, object]:
    """Somebody as a deed names them: by ref, and by the version that was seen."""
    return {"person_ref": town.refs[name], "expected_version": version(town, name)}


def expect_nothing_in_the_clear() -> None:
    clear = " ".join(AuditRow.objects.values_list("payload", flat=True))
    assert not [words for words in SAID if words in clear]
    assert check_record().faults == ()


def test_facts_of_a_person(town):
    mina, mum = town.refs["mina"], town.refs["mum"]
    name = net.Name(text="Zephyrine Quillfeather", kind="previous")
    fact = act(town, "add_name", person_ref=mum, name=name)
    assert newest(mum).after["name"] == {"text": "Zephyrine Quillfeather", "kind": "previous"}
    act(town, "withdraw_fact", **on(town, "mum"), fact_ref=fact, why="thistledown")
    assert (newest(mum).before["withdrawn"], newest(mum).after) == (False, {"withdrawn": True, "why": "thistledown"})
    act(town, "restore_fact", **on(town, "mum"), fact_ref=fact)
    assert (newest(mum).before["why"], newest(mum).after["withdrawn"]) == ("thistledown", False)

    home = act(town, "add_address", person_ref=mum, address=net.Address(lines="1 Marrowbone Row"))
    assert newest(mum).after["address"]["lines"] == "1 Marrowbone Row"
    act(town, "end_address", **on(town, "mum"), address_ref=home, until=PartialDate("2019-05"))
    assert (newest(mum).before, newest(mum).after) == ({"until": None}, {"until": "2019-05"})
    act(town, "reopen_fact", **on(town, "mum"), fact_ref=home)
    assert (newest(mum).before, newest(mum).after) == ({"until": "2019-05"}, {"until": None})

    act(town, "add_identifier", person_ref=mina, identifier=net.Identifier(kind="nhs_number", value="999 000 0018"))
    assert newest(mina).after["identifier"]["kind"] == "nhs_number"
    act(town, "set_certainty", **on(town, "mum"), is_sure=False)
    assert (newest(mum).before["certainty"], newest(mum).after["certainty"]) == ("sure", "not_sure")
    act(town, "set_languages", **on(town, "mum"), languages=[net.Language(code="tr")])
    assert (newest(mum).before, newest(mum).after) == ({"languages": []}, {"languages": ["tr"]})
    expect_nothing_in_the_clear()


def test_ties(town):
    """On the record of both people."""
    mina, mum, dad = (town.refs[name] for name in ("mina", "mum", "dad"))
    tie = act(town, "add_tie", child_ref=mina, tie=TieFact(kind="close", a=mum, b=dad))
    for ref in (mum, dad):
        assert newest(ref).after == {"tie close": {"kind": "close", "a": mum, "b": dad}}
    account = net.Account(told_by="Quillfeather", words="thistledown")
    act(town, "add_account", tie_ref=tie, account=account, agrees=False, expected_version=1)
    assert (newest(dad).before["certainty"], newest(dad).after["certainty"]) == ("sure", "disputed")
    assert newest(dad).after["account"]["words"] == "thistledown"
    act(town, "withdraw_tie", tie_ref=tie, why="thistledown", expected_version=2)
    assert newest(mum).after == {"kind": "close", "withdrawn": True, "why": "thistledown"}
    act(town, "restore_tie", tie_ref=tie, expected_version=3)
    assert newest(dad).before == {"kind": "close", "withdrawn": True, "why": "thistledown"}
    expect_nothing_in_the_clear()


def test_homes(town):
    mina, mum, dad = (town.refs[name] for name in ("mina", "mum", "dad"))
    members = (net.Membership(person=mum, since=PartialDate("2019")),)
    made = act(
        town, "form_household", child_ref=mina, household=net.Household(id="h", name="Marrowbone", members=members)
    )
    assert newest(mum).after == {"home": "Marrowbone", "kind": "lives_here", "since": "2019"}
    stay = act(town, "join_household", household_ref=made, member=net.Membership(person=dad))
    assert newest(dad).after == {"home": "Marrowbone", "kind": "lives_here"}
    act(town, "leave_household", **on(town, "dad"), stay_ref=stay, until=PartialDate("2019-05"))
    assert newest(dad).after == {"until": "2019-05"}
    expect_nothing_in_the_clear()


def test_responsibility_and_new_people(town):
    mina, mum, dad = (town.refs[name] for name in ("mina", "mum", "dad"))
    act(town, "record_responsibility", fact=Responsibility(holder=mum, child=mina, how="birth"))
    assert newest(mina).after["responsibility"]["how"] == newest(mum).after["responsibility"]["how"] == "birth"

    new = net.Person(id=NEW, names=(net.Name(text="Zephyrine", kind="known_as"),))
    ref = act(town, "add_relative", child_ref=mina, person=new, relation="parent", to=dad)
    assert newest(ref).after["names"][0]["text"] == "Zephyrine"
    assert newest(dad).after["tie birth"]["a"] == ref
    act(town, "withdraw_person", person_ref=ref, why="thistledown", expected_version=1)
    assert newest(ref).after["why"] == "thistledown"
    expect_nothing_in_the_clear()


def test_the_search_box_leaves_words_that_only_whoever_has_them_finds(town):
    actor = town.actor("ana")
    with reading("web.children.find", by=actor, now=NOW):
        find_children(actor, "Okafor Quillfeather", now=NOW)
    for words, count in (("okafor", 1), ("QUILLFEATHER", 1), ("Mina", 0)):
        assert len(searched_for(words).lines) == count
    assert AuditRow.objects.latest("pk").payload == '{"words":2}'
