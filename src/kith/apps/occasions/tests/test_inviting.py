"""Nobody is invited from a list before everybody on it has an answer about safety; and what the list then says."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from kith.apps.access.queries import NothingHere
from kith.apps.access.services import Joining, NewSeal, set_seal
from kith.apps.audit.services import load, reading
from kith.apps.occasions import queries, services
from kith.apps.occasions.inviting import not_yet
from kith.apps.occasions.models import Invitation, LedgerRow, Occasion
from kith.apps.occasions.projections import ChildSaid, InvitationCard, InvitationSaid, InvitationsPage, OccasionSaid
from kith.apps.records.base import StaleVersion
from kith.testing.factories import (
    NOW,
    OPERATOR,
    TODAY,
    Partnership,
    agency,
    child,
    couple,
    family,
    partnership,
    person,
    rolled_back,
    worker,
)

pytestmark = pytest.mark.django_db
SAFE = InvitationSaid(safety="safe", hurt="Nobody that we know of. I asked Mum alone.")
UNSAFE = InvitationSaid(safety="unsafe", hurt="Mum, if he learns where she lives.")
CARD = InvitationCard(
    ref="i", version=1, person_ref="n", name="Nan", said=SAFE, says="Yes", waits=False, is_sent=False, recorded_by="Sue"
)


@pytest.fixture
def county() -> Iterator[Partnership]:
    """Sue and Ray work with Kit; Ben does not. Dad is Kit's father, Nan his mother, Ada a friend."""
    with rolled_back():
        made = partnership(
            agencies=[agency("council"), agency("school", kind="school"), agency("unit")],
            workers=[worker("sue"), worker("ray", agency="school"), worker("ben", agency="unit")],
        )
        people = (child("kit", "Kit Brook"), person("dad", "Kwame Brook"), person("nan", "Zipporah Vale"))
        unions = [couple("dad", children=["kit"]), couple("nan", children=["dad"])]
        made.add([family(*people, person("ada", "Ada Lovage"), unions=unions)])
        for who in ("sue", "ray"):
            made.involve("kit", who)
        yield made


class List:
    """The list of a meeting a week from now."""

    def __init__(self, county: Partnership, *who: str, days: int = 7) -> None:
        self.county = county
        at: dict[str, Any] = {"by": county.actor("sue"), "child_ref": county.refs["kit"], "now": NOW}
        said = OccasionSaid(kind="meeting", on=TODAY + dt.timedelta(days=days), words=f"Family meeting {days}")
        self.ref = services.keep_occasion(said=said, **at)
        if who:
            self.put_on(*who)

    def do(self, deed: str, who: str = "sue", **said: Any) -> Any:
        by = self.county.actor(who)
        with reading("test.list", by=by, now=NOW):
            act = getattr(services, deed)
            return act(by=by, child_ref=self.county.refs["kit"], occasion_ref=self.ref, now=NOW, **said)

    def put_on(self, *who: str, by: str = "sue") -> None:
        self.do("list_invitations", by, person_refs=[self.county.refs[one] for one in who])

    def page(self, who: str = "sue") -> InvitationsPage:
        by = self.county.actor(who)
        with reading("test.list", by=by, now=NOW):
            return queries.invitations_page(by, self.county.refs["kit"], self.ref, now=NOW)

    def card(self, name: str, who: str = "sue") -> InvitationCard:
        ref = self.county.refs[name]
        return next(one for one in self.page(who).invitations if one.person_ref == ref)

    def answer(self, name: str, said: InvitationSaid = SAFE, who: str = "sue", version: int | None = None) -> None:
        card = self.card(name)
        self.do(
            "answer_invitation",
            who,
            invitation_ref=card.ref,
            said=said,
            expected_version=card.version if version is None else version,
        )

    def send(self, who: str = "sue") -> int:
        return int(self.do("send_invitations", who, invited_by="Sue"))

    def ledger(self) -> dict[str, tuple[bool, str]]:
        rows = LedgerRow.objects.filter(occasion_ref=self.ref).select_related("person")
        names = {ref: name for name, ref in self.county.refs.items()}
        return {names[row.person.ref]: (row.invited_on is not None, row.why_not) for row in rows}


@pytest.mark.parametrize(
    ("cards", "child_said", "says"),
    [
        ((), "", "Nobody on the list"),
        ((CARD,), "", ""),
        ((CARD,), "said_no", "Kit said no"),
        ((CARD, replace(CARD, name="Ada", said=InvitationSaid(safety="", hurt=""))), "", "safe to invite Ada"),
        ((replace(CARD, said=replace(SAFE, safety="not_sure")),), "agreed", "safe to invite Nan"),
        ((replace(CARD, waits=True),), "", "contact with Nan is safe"),
        ((replace(CARD, waits=True, said=UNSAFE),), "", ""),
        ((replace(CARD, is_sent=True),), "", "Nobody on the list"),
    ],
)
def test_a_list_goes_out_once_everybody_on_it_has_an_answer(cards, child_said, says):
    found = not_yet(cards, child_said, "Kit")
    assert says in found and bool(found) == bool(says)


def test_nothing_goes_out_before_the_last_answer_and_then_it_stands_in_the_ledger(county):
    made = List(county, "nan", "ada")
    made.answer("nan")
    with pytest.raises(services.CannotKeep, match="Ada Lovage"):
        made.send()
    assert made.ledger() == {}
    made.answer("ada", UNSAFE)
    assert made.send() == 1
    assert made.ledger() == {"nan": (True, ""), "ada": (False, "unsafe")}
    with pytest.raises(services.CannotKeep, match="Nobody on the list"):
        made.send()


def test_a_parent_with_whom_contact_is_not_known_to_be_safe_is_never_safe_to_invite(county):
    made = List(county, "dad")
    assert made.card("dad").waits
    with pytest.raises(services.CannotKeep, match="on their own page first"):
        made.answer("dad")
    safe = {"safety": "safe", "ways": ["phone"], "asked_parent_on": TODAY, "asked_child_on": TODAY}
    services.keep_parent(
        by=county.actor("sue"),
        child_ref=county.refs["kit"],
        person_ref=county.refs["dad"],
        part="safety",
        said=safe,
        expected_version=0,
        now=NOW,
    )
    made.answer("dad")
    assert made.send() == 1


def test_contact_that_was_safe_and_is_open_again_holds_the_list_back(county):
    made = List(county, "nan")
    made.answer("nan")
    said = {"safety": "not_sure", "safety_words": "She rang and shouted."}
    services.keep_parent(
        by=county.actor("sue"),
        child_ref=county.refs["kit"],
        person_ref=county.refs["nan"],
        part="safety",
        said=said,
        expected_version=0,
        now=NOW,
    )
    with pytest.raises(services.CannotKeep, match="contact with Zipporah Vale is safe"):
        made.send()


def test_a_child_who_says_no_is_heard(county):
    made = List(county, "nan")
    made.answer("nan")
    no = ChildSaid(answer="said_no", asked_on=TODAY, asked_by="Sue", judged="She weighed it.")
    services.ask_child(by=county.actor("sue"), child_ref=county.refs["kit"], occasion_ref=made.ref, said=no, now=NOW)
    with pytest.raises(services.CannotKeep, match="Kit said no"):
        made.send()


@pytest.mark.parametrize("said", [replace(SAFE, hurt=" "), replace(SAFE, safety="perhaps")])
def test_an_answer_says_who_could_be_hurt(county, said):
    made = List(county, "nan")
    with pytest.raises(services.CannotKeep):
        made.answer("nan", said)


def test_what_is_over_or_whoever_is_on_it_is_not_listed(county):
    with pytest.raises(services.CannotKeep, match="already"):
        List(county, "nan").put_on("nan")
    with pytest.raises(services.CannotKeep, match="over"):
        List(county, "nan", days=-1)
    with pytest.raises(NothingHere):
        List(county, "kit", days=8)


def test_the_second_of_two_is_told(county):
    made = List(county, "nan")
    made.answer("nan")
    with pytest.raises(StaleVersion):
        made.answer("nan", UNSAFE, "ray", version=1)


def test_somebody_is_taken_off_and_put_back(county):
    made = List(county, "nan")
    card = made.card("nan")
    made.do("take_off_list", invitation_ref=card.ref, expected_version=1)
    assert made.page().invitations == ()
    made.do("put_back_on_list", "ray", invitation_ref=card.ref, expected_version=2)
    assert made.card("nan").version == 3


def test_whoever_may_not_see_somebody_finds_no_trace_of_them_on_the_list(county):
    """And what they cannot see does not hold their list back, nor goes out with it."""
    made = List(county, "nan", "ada")
    made.answer("ada")
    card = made.card("nan")
    seal = NewSeal(kind="therapy", why="Nobody is to find her")
    set_seal(by=county.actor("sue"), subject_ref=county.refs["nan"], seal=seal, now=NOW)
    page = made.page("ray")
    assert [one.name for one in page.invitations] == ["Ada Lovage"] and page.not_yet == ""
    for version in (1, 7):
        for deed in ("take_off_list", "put_back_on_list"):
            with pytest.raises(NothingHere):
                made.do(deed, "ray", invitation_ref=card.ref, expected_version=version)
        with pytest.raises(NothingHere):
            made.do("answer_invitation", "ray", invitation_ref=card.ref, said=SAFE, expected_version=version)
    with pytest.raises(NothingHere):
        made.put_on("nan", by="ray")
    assert made.send("ray") == 1 and made.ledger() == {"ada": (True, "")}


def test_an_answer_whose_words_are_closed_is_none_to_the_reader(county):
    made = List(county, "ada")
    made.answer("ada", replace(SAFE, hurt="Zipporah Vale might be followed home."))
    seal = NewSeal(kind="therapy", why="Nobody is to find her")
    set_seal(by=county.actor("sue"), subject_ref=county.refs["nan"], seal=seal, now=NOW)
    assert made.card("ada").is_answered and not made.card("ada", "ray").is_answered
    with pytest.raises(services.CannotKeep, match="Ada Lovage"):
        made.send("ray")


def test_whoever_does_not_work_with_the_child_does_nothing(county):
    made = List(county, "nan")
    for deed, said in (("list_invitations", {"person_refs": []}), ("send_invitations", {"invited_by": "Ben"})):
        with pytest.raises(NothingHere):
            made.do(deed, "ben", **said)
    with pytest.raises(NothingHere):
        made.page("ben")


def test_the_list_follows_its_people_when_two_records_are_one(county):
    made = List(county, "nan")
    joined = {"merge_ref": "m" * 26, "kept_ref": county.refs["ada"], "merged_ref": county.refs["nan"]}
    for is_joined, who in ((True, "ada"), (False, "nan")):
        with load("test.joined", by=OPERATOR, now=NOW, payload={}):
            services.on_merge(Joining(is_joined=is_joined, **joined), None, now=NOW)
        assert Invitation.objects.get().person.ref == county.refs[who]
    assert Occasion.objects.count() == 1 and made.card("nan").version == 1
