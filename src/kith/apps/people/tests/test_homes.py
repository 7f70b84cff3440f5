"""Moving in and out, and where a home is."""

import pytest

from kith.apps.access.queries import NothingHere
from kith.apps.audit.models import AuditRow
from kith.apps.audit.services import reading
from kith.apps.people import services
from kith.apps.people.kinds import UnknownKind
from kith.apps.people.queries import find_children, homes_of, person_view
from kith.apps.people.rules import CannotEnd
from kith.apps.people.services.households import CannotJoinHousehold
from kith.apps.records.base import StaleVersion
from kith.engines.drawing import network as net
from kith.kernel.partial_dates import PartialDate
from kith.testing.factories import NOW, Partnership, agency, child, family, partnership, person, worker

pytestmark = pytest.mark.django_db
QUAY = net.Address(lines="14 Quay Row", postcode="EM4 7QT")


@pytest.fixture
def town() -> Partnership:
    made = partnership(agencies=[agency("council")], workers=[worker("ana"), worker("ben")])
    made.add([family(child("mina"), person("mum"), person("dad")), family(child("lou"))])
    made.involve("mina", "ana")
    made.involve("lou", "ben")
    return made


def act(town: Partnership, deed: str, who: str = "ana", **said):
    return getattr(services, deed)(by=town.actor(who), now=NOW, **said)


def form_home(town: Partnership, who: str = "ana", of: str = "mina") -> str:
    home = net.Household(id="new", name="Quay Row", members=(net.Membership(person=town.refs[of]),))
    return act(town, "form_household", who, child_ref=town.refs[of], household=home)


def join(town: Partnership, home: str, of: str = "mum", who: str = "ana", kind: str = "lives_here") -> str:
    member = net.Membership(person=town.refs[of], kind=kind, since=PartialDate("2022"))
    return act(town, "join_household", who, household_ref=home, member=member)


def seen(town: Partnership, key: str):
    with reading("test.page", by=town.actor("ana"), now=NOW):
        return person_view(town.actor("ana"), town.refs[key], now=NOW)


def homes(town: Partnership):
    with reading("test.page", by=town.actor("ana"), now=NOW):
        return homes_of(town.actor("ana"), [town.refs["mina"]], now=NOW)


def test_somebody_moves_in_and_out_and_it_stays_on_record(town):
    stay = join(town, form_home(town))
    assert [(s.says, s.about) for s in seen(town, "mum").stays] == [("Quay Row", "since 2022")]
    out = {"person_ref": town.refs["mum"], "stay_ref": stay, "expected_version": seen(town, "mum").version}
    with pytest.raises(CannotEnd):
        act(town, "leave_household", **out, until=None)
    act(town, "leave_household", **out, until=PartialDate("2024"))
    assert [(s.about, s.is_open) for s in seen(town, "mum").stays] == [("2022 to 2024", False)]
    with pytest.raises(StaleVersion):
        act(town, "leave_household", **out, until=PartialDate("2025"))


def test_nobody_moves_in_twice_or_in_an_unknown_way(town):
    home = form_home(town)
    join(town, home)
    with pytest.raises(CannotJoinHousehold):
        join(town, home)
    with pytest.raises(UnknownKind):
        join(town, home, "dad", kind="haunts")


def test_a_home_of_strangers_is_not_there(town):
    theirs = form_home(town, "ben", "lou")
    rows = AuditRow.objects.filter(event="audit.access.refused").count()
    for home in (theirs, "0" * 26):
        with pytest.raises(NothingHere):
            join(town, home)
    assert AuditRow.objects.filter(event="audit.access.refused").count() == rows + 2
    with pytest.raises(NothingHere):
        join(town, theirs, "mum", who="ben")


def test_a_home_gets_an_address_by_which_its_people_are_found(town):
    home = form_home(town)
    said = {"child_ref": town.refs["mina"], "household_ref": home, "address": QUAY}
    with pytest.raises(StaleVersion):
        act(town, "add_household_address", **said, expected_version=7)
    with pytest.raises(NothingHere):
        act(town, "add_household_address", "ben", **said, expected_version=1)
    act(town, "add_household_address", **said, expected_version=1)
    assert [(h.address, h.version) for h in homes(town)] == [("14 Quay Row, EM4 7QT", 2)]
    with reading("test.page", by=town.actor("ana"), now=NOW):
        assert [c.ref for c in find_children(town.actor("ana"), "em47qt", now=NOW)] == [town.refs["mina"]]
