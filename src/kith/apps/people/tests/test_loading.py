"""Loading families and files: all of it or none of it, in short batches, and nothing twice."""

import itertools
from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.apps import apps

from kith.apps.audit.models import AuditRow
from kith.apps.audit.services import reading
from kith.apps.people.models import Person, SourceFile, Tie
from kith.apps.people.queries import family_of, find_children
from kith.apps.people.services import FamilyRecord, importing, load_families, load_file, loading, plan_file
from kith.apps.people.services.importing import CannotLoadFile
from kith.engines.drawing.network import Account, ChildLink, Kept, Network, Relation, Union
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

pytestmark = pytest.mark.django_db


@pytest.fixture
def town() -> Partnership:
    made = partnership(agencies=[agency("council")], workers=[worker("max", "manager"), worker("fay", "front_door")])
    made.add([family(child("mina"))])
    made.involve("mina", "max")
    return made


def found(town: Partnership, words: str) -> int:
    with reading("test.page", by=town.actor("fay"), now=NOW):
        return len(find_children(town.actor("fay"), words, now=NOW))


def people_seen(town: Partnership) -> int:
    with reading("test.page", by=town.actor("max"), now=NOW):
        return len(family_of(town.actor("max"), town.refs["mina"], now=NOW).network.persons)


def many_families(count: int) -> Iterator[FamilyRecord]:
    for number in range(count):
        kids = [child(f"kid-{number}-{k}", f"Kestrel Number{number}") for k in range(5)]
        grown = [person(f"adult-{number}-{k}") for k in range(5)]
        bond = couple(grown[0].id, grown[1].id, children=[kid.id for kid in kids])
        yield family(*kids, *grown, unions=[bond])


def test_1500_people_arrive_in_batches_and_appear_at_once(town):
    before = AuditRow.objects.count()
    staging = load_families(many_families(150), by=OPERATOR, now=NOW)
    for _ in range(149):
        next(staging)
    assert Person.objects.count() == 1 + 1500
    assert found(town, "kestrel") == 0
    assert len(list(staging)) == 1
    assert found(town, "kestrel") == 150
    assert Tie.objects.count() == 150 * (1 + 2 * 5)
    batches = -(-1500 // loading.PEOPLE_IN_A_BATCH)
    assert batches > 1
    assert AuditRow.objects.exclude(event__startswith="test").count() == before + 1 + batches + 1


def test_a_load_that_breaks_off_leaves_nobody_visible(town):
    def broken() -> Iterator[FamilyRecord]:
        yield from many_families(70)
        raise OSError("the disk was taken away")

    with pytest.raises(OSError, match="disk"):
        list(load_families(broken(), by=OPERATOR, now=NOW))
    assert Person.objects.count() > 1, "the first batch was staged"
    assert found(town, "kestrel") == 0
    list(load_families(many_families(70), by=OPERATOR, now=NOW))
    assert found(town, "kestrel") == 70, "only the second load is there"


def two_couples_claim(child_id: str) -> list[Union]:
    """Ann and Bob say the child is theirs; Ann and Cal say so too."""
    said = {"bob": Account(told_by="bob", words="mine"), "cal": Account(told_by="cal", words="no, mine")}
    links = {name: (ChildLink(child=child_id, account=account),) for name, account in said.items()}
    return [replace(couple("ann", name), children=links[name]) for name in links]


def claims_on_record() -> list[tuple[str, str, str]]:
    """Who is on record as a birth parent, by whose word."""
    told = Tie.objects.filter(kind="birth").order_by("pk")
    return list(told.values_list("a__sort_key", "told_by_person__sort_key", "words"))


CLAIMS_ONCE = [("ann", "bob", "mine"), ("bob", "bob", "mine"), ("cal", "cal", "no, mine")]


def test_a_parent_in_both_of_two_couples_that_claim_a_child_is_stored_once_as_told_first(town):
    people = [child("sol"), person("ann"), person("bob"), person("cal")]
    list(load_families([family(*people, unions=two_couples_claim("sol"))], by=OPERATOR, now=NOW))
    assert claims_on_record() == CLAIMS_ONCE


def test_a_file_in_which_two_couples_claim_the_child_says_and_stores_the_same(town):
    people = (child("mina"), person("ann"), person("bob"), person("cal"))
    network = Network(about="mina", persons=people, unions=tuple(two_couples_claim("mina")))
    said = {"by": town.actor("max"), "child_ref": town.refs["mina"], "network": network, "now": NOW}
    assert dict(plan_file(**said, data=b"file").tie_kinds)["birth"] == len(CLAIMS_ONCE)
    bring_in(town, network)
    assert claims_on_record() == CLAIMS_ONCE


def test_the_same_tie_in_the_views_of_two_people_stays_two(town):
    views = [Relation(a="mina", b="p0", kind="close", account=Account(view_of=who)) for who in ("mina", "p0")]
    bring_in(town, Network(about="mina", persons=(child("mina"), person("p0")), relations=tuple(views)))
    assert Tie.objects.filter(kind="close").count() == 2


def file_of(people: int) -> Network:
    """Mina and a crowd of people who know each other."""
    crowd = [person(f"p{n}") for n in range(people)]
    relations = [Relation(a=one.id, b=two.id, kind="known") for one, two in itertools.pairwise(crowd)]
    relations.append(Relation(a="mina", b="p0", kind="close"))
    kept = (Kept(where="line 3", tag="EYES", value="green", owner="p0"),)
    return Network(about="mina", persons=(child("mina"), *crowd), relations=tuple(relations), kept=kept)


def bring_in(town, network, data=b"file", **options):
    said = {"by": town.actor("max"), "child_ref": town.refs["mina"], "network": network, "now": NOW}
    return load_file(**said, data=data, file_format="Kith JSON", **options)


def test_a_file_of_1500_people_crosses_batches(town):
    assert bring_in(town, file_of(1499)) == 1499
    assert importing.ROWS_IN_A_BATCH < 1499
    assert people_seen(town) == 1500
    assert Tie.objects.filter(kind="known").count() == 1498


def test_somebody_of_the_file_who_told_us_is_a_person_and_not_a_word(town):
    teller = Account(told_by="p1", certainty="not_sure")
    crowd = (child("mina"), person("p0", "Odo Sedge", account=teller), person("p1", "Ula Reed"))
    bring_in(town, Network(about="mina", persons=crowd))
    row = Person.objects.get(sort_key="odo sedge")
    assert row.told_by == ""
    assert Person.objects.get(subject=row.told_by_subject_id).sort_key == "ula reed"


def test_what_kith_has_no_room_for_is_kept_word_for_word(town):
    bring_in(town, file_of(2))
    assert '"tag": "EYES", "value": "green"' in SourceFile.objects.get().kept


def test_a_file_that_breaks_off_leaves_nothing_visible_and_may_be_loaded_again(town):
    def breaks(done: int) -> None:
        raise OSError("the disk was taken away")

    with pytest.raises(OSError, match="disk"):
        bring_in(town, file_of(3), progress=breaks)
    assert people_seen(town) == 1
    assert bring_in(town, file_of(3)) == 3
    assert people_seen(town) == 4


def test_the_same_file_is_not_loaded_twice(town):
    bring_in(town, file_of(2))
    with pytest.raises(CannotLoadFile, match="already in this child’s network"):
        bring_in(town, file_of(2))
    assert people_seen(town) == 3


def test_a_file_needs_to_say_who_the_child_is(town):
    with pytest.raises(CannotLoadFile, match="who in the file is the child"):
        bring_in(town, Network(about="nobody", persons=(child("mina"),)))


def rows_everywhere():
    return {model._meta.label: model.objects.count() for model in apps.get_models() if model._meta.app_label != "audit"}


def test_a_dry_run_says_what_would_happen_and_stores_nothing(town):
    before = rows_everywhere()
    said = {"by": town.actor("max"), "child_ref": town.refs["mina"], "network": file_of(20), "now": NOW}
    plan = plan_file(**said, data=b"file")
    assert (plan.new_people, plan.ties, plan.kept) == (20, 20, 1)
    assert plan.tie_kinds == (("close", 1), ("known", 19))
    assert rows_everywhere() == before


def test_pets_and_losses_are_kept_and_come_back(town):
    lost = replace(person("lost"), names=(), loss="stillbirth", kind="child")
    town.add([family(child("nell"), lost, person("biscuit", kind="pet"))])
    town.involve("nell", "max")
    with reading("test.page", by=town.actor("max"), now=NOW):
        seen = family_of(town.actor("max"), town.refs["nell"], now=NOW).network.persons
    assert {p.id: (p.kind, p.loss, p.unknown) for p in seen} == {
        town.refs["nell"]: ("child", "", False),
        town.refs["lost"]: ("child", "stillbirth", False),
        town.refs["biscuit"]: ("pet", "", False),
    }
