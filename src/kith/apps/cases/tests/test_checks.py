"""Standing checks: what each finds, and that it finds nothing where nothing is missing."""

import datetime as dt
from dataclasses import replace

import pytest

from kith.apps.cases.checks import checks_of
from kith.apps.cases.lines import line_card
from kith.apps.cases.models import Standing
from kith.apps.cases.projections import ChildSeen, ChildStatus, ClockCard, DelayCard, Gap
from kith.engines.drawing.network import Account, ChildLink, Name, Network, Person, Union
from kith.kernel.partial_dates import PartialDate
from kith.testing.factories import NOW

TODAY = dt.date(2026, 11, 24)


def somebody(key: str, **facts: object) -> Person:
    return Person(id=key, names=(Name(text=key.title()),), **facts)  # type: ignore[arg-type]


def couple(*partners: str, of: tuple[str, ...]) -> Union:
    return Union(id="-".join(partners), partners=partners, children=tuple(ChildLink(child=key) for key in of))


KIT = somebody("kit", kind="child", birth=PartialDate("2015-02-03"))
WHOLE = Network(
    about="kit",
    persons=(KIT, somebody("mum"), somebody("dad"), somebody("nan"), somebody("gran")),
    unions=(couple("mum", "dad", of=("kit",)), couple("nan", of=("mum",)), couple("gran", of=("dad",))),
)
BAZ = somebody("baz", provisional=True, account=Account(told_by="mum"))
CHILD = ChildSeen(
    ref="kit", name="Kit", network=WHOLE, on=TODAY, team_agencies=frozenset({"school", "health"}), status=None
)


def found(child: ChildSeen) -> list[str]:
    return [card.says for card in checks_of(child)]


def with_unions(*unions: Union) -> ChildSeen:
    return replace(CHILD, network=replace(WHOLE, unions=unions))


def with_child(child: Person) -> ChildSeen:
    return replace(CHILD, network=replace(WHOLE, persons=(child, *WHOLE.persons[1:])))


def test_nothing_is_found_where_nothing_is_missing():
    assert found(CHILD) == []


@pytest.mark.parametrize(
    ("child", "says"),
    [
        (with_unions(), "No parent of Kit is on record"),
        (with_unions(couple("mum", of=("kit",))), "Only one parent is on record: Mum"),
        (with_unions(*WHOLE.unions[:2]), "Dad’s side of the family is blank"),
        (replace(CHILD, team_agencies=frozenset({"health"})), "No school is on Kit’s team"),
        (replace(CHILD, team_agencies=frozenset({"school"})), "No GP or other health worker is on Kit’s team"),
        (replace(CHILD, on=dt.date(2030, 12, 1)), "Kit turns 16 on 3 February 2031"),
        (
            replace(CHILD, network=replace(WHOLE, persons=(*WHOLE.persons, BAZ))),
            "We are not sure of Baz, who is told of by Mum alone",
        ),
    ],
)
def test_a_gap_is_found(child, says):
    assert found(child) == [says]


def test_a_child_below_school_age_needs_no_school():
    assert found(with_child(replace(KIT, birth=PartialDate("2023")))) == []
    no_school = replace(with_child(replace(KIT, birth=PartialDate("2023"))), team_agencies=frozenset({"health"}))
    assert found(no_school) == []


def test_neither_side_known_is_not_one_side_blank():
    assert found(with_unions(WHOLE.unions[0])) == []


def status(*clocks: ClockCard, standing: Standing | None = None) -> ChildStatus:
    return ChildStatus(
        line=line_card([standing] if standing else [], []),
        clocks=clocks,
        more_clocks=0,
        next=(),
        disagreements=(),
        may_step=True,
        may_disagree=True,
    )


LATE = ClockCard(
    rule="CORE_FIRST", name="First core group", state="overdue", due_on=dt.date(2026, 11, 20), variance_days=2
)
REASON = DelayCard(
    ref="d",
    says="We missed it",
    words="",
    done="",
    agreed_by="",
    look_again_on=None,
    is_look_due=False,
    by="",
    at=NOW,
    is_taken_out=False,
)


def test_a_late_clock_is_asked_about_until_somebody_says_why():
    assert found(replace(CHILD, status=status(LATE))) == ["First core group is late and nobody has said why"]
    assert found(replace(CHILD, status=status(replace(LATE, reasons=(REASON,))))) == []
    due = replace(REASON, look_again_on=dt.date(2026, 11, 23), is_look_due=True)
    assert found(replace(CHILD, status=status(replace(LATE, reasons=(REASON, due))))) == [
        "First core group: somebody was to look again on 23 November 2026"
    ]


@pytest.mark.parametrize(("days", "says"), [(3, []), (4, ["Police protection is over by law since 23 November 2026"])])
def test_a_ground_that_the_law_ends_is_asked_about_the_day_after(days, says):
    since = TODAY - dt.timedelta(days=days)
    row = Standing(ref="r", kind="looked_after", ground="police_protection", since_on=since)
    assert found(replace(CHILD, status=status(standing=row))) == says


def test_the_most_urgent_stands_first():
    child = replace(with_unions(), status=status(LATE), team_agencies=frozenset())
    assert found(child)[0] == "First core group is late and nobody has said why"


def with_dad(**facts: object) -> ChildSeen:
    dad = somebody("dad", **facts)
    people = tuple(dad if person.id == "dad" else person for person in WHOLE.persons)
    return replace(CHILD, network=replace(WHOLE, persons=people))


def test_a_parent_for_whom_a_place_is_kept_open_is_asked_about():
    dad = Person(id="dad", unknown=True)
    people = tuple(dad if person.id == "dad" else person for person in WHOLE.persons)
    unknown = replace(CHILD, network=replace(WHOLE, persons=people, unions=WHOLE.unions[:2]))
    assert found(unknown) == ["One parent of Kit is not known yet"]


@pytest.mark.parametrize("teller", ["mum", "Mum"])
def test_a_parent_of_whom_the_other_alone_told_is_asked_about_once(teller):
    by_mum = with_dad(account=Account(told_by=teller), provisional=True)
    assert found(by_mum) == ["All we know of Dad comes from Mum"]


@pytest.mark.parametrize("teller", ["", "Nan", "dad", "gran"])
def test_a_parent_of_whom_somebody_else_told_is_not(teller):
    assert found(with_dad(account=Account(told_by=teller))) == []


def test_a_second_source_says_that_a_parent_is_one():
    account = Account(told_by="his school")
    told = Union(id="u", partners=("mum", "dad"), children=(ChildLink(child="kit", account=account),))
    by_mum = with_dad(account=Account(told_by="mum"))
    assert found(replace(by_mum, network=replace(by_mum.network, unions=(told, *WHOLE.unions[1:])))) == []


@pytest.mark.parametrize(("kind", "asked"), [("child", True), ("unborn", False)])
def test_who_may_agree_for_a_child_is_asked_from_birth_on(kind, asked):
    nobody = replace(with_child(replace(KIT, kind=kind)), has_holder=False, team_agencies=frozenset({"school", "gp"}))
    says = "Nobody is on record who holds parental responsibility for Kit"
    assert (says in found(nobody)) == asked


def test_what_other_rooms_found_stands_in_the_order_of_the_file():
    near = Gap("near_unspoken", {"who": "Nan", "what": "Ecomap"}, "nan")
    seen = replace(CHILD, found_elsewhere=(near,), team_agencies=frozenset({"school"}))
    assert found(seen) == [
        "Nan is near Kit, and nobody who works with Kit has spoken to them",
        "No GP or other health worker is on Kit’s team",
    ]
