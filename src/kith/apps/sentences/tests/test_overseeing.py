"""Whoever watches over supervision: whose they see, what is overdue, and what they never learn of children."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest

from kith.apps.access.queries import NothingHere, decide
from kith.apps.access.services import NewSeal, merge_subjects, note_conflict, set_seal
from kith.apps.audit.models import AuditRow
from kith.apps.audit.services import reading
from kith.apps.people.actions import READ as READ_PERSON
from kith.apps.sentences import queries, services
from kith.apps.sentences.overdue import overdue_rules
from kith.apps.sentences.projections import ConditionSaid, StepTaken, SummarySaid
from kith.apps.sentences.rules import CannotRecord
from kith.apps.teams import queries as team_queries
from kith.apps.teams import services as team_services
from kith.apps.teams.models import JoinAsk
from kith.apps.teams.projections import PlaceTold, TeamPage
from kith.testing.factories import (
    NOW,
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
ORDER = ConditionSaid(kind="restraining", since=TODAY, said_by="Heronsea Crown Court", basis="public_task")
MUCH_LATER = NOW + dt.timedelta(days=60)


@pytest.fixture
def county() -> Iterator[Partnership]:
    """Jude supervises Ivo and works with his child; Pat manages Jude's team, Quin another one, Rio has no team."""
    with rolled_back():
        made = partnership(
            agencies=[agency("council", "east", "front-door"), agency("probation", "quay", "moor"), agency("other")],
            workers=[
                worker("jude", "probation", agency="probation", teams=["quay"]),
                worker("noor", "probation", agency="probation", teams=["quay"]),
                worker("una", "probation", agency="other"),
                worker("pat", "probation_manager", agency="probation", teams=["quay"]),
                worker("quin", "probation_manager", agency="probation", teams=["moor"]),
                worker("rio", "probation_manager", agency="probation"),
                worker("ola", "probation_manager", agency="other"),
                worker("sue"),
                worker("max", "manager", agency="probation"),
            ],
        )
        kit = child("kit", "Kit Brook", born="2018-05-01")
        made.add([family(kit, person("dad", "Ivo Brook"), unions=[couple("dad", children=["kit"])])])
        made.involve("dad", "jude", part="probation")
        made.involve("kit", "jude", part="probation")
        made.involve("kit", "sue")
        yield made


def overseen(county: Partnership, who: str, now: dt.datetime = NOW):
    with reading("test", by=county.actor(who), now=now):
        return queries.overseen_list(county.actor(who), now=now)


def page(county: Partnership, who: str, about: str = "dad"):
    with reading("test", by=county.actor(who), now=NOW):
        return queries.overseen_page(county.actor(who), county.refs[about], now=NOW)


def whole(county: Partnership, who: str):
    with reading("test", by=county.actor(who), now=NOW):
        return queries.sentence_page(county.actor(who), county.refs["dad"], now=NOW)


def lay_down(county: Partnership) -> None:
    said = replace(ORDER, children=(county.refs["kit"],), words="He may see Kit at the centre.")
    services.set_condition(by=county.actor("jude"), person_ref=county.refs["dad"], said=said, now=NOW)


def give(county: Partnership, to: str, by: str = "pat") -> str:
    ref = county.actor(to).ref
    return services.allocate(by=county.actor(by), person_ref=county.refs["dad"], officer_ref=ref, now=NOW)


def test_a_team_is_seen_by_its_own_manager_and_an_agency_by_one_without_a_team(county):
    for who, names in {"pat": ["Ivo Brook"], "rio": ["Ivo Brook"], "quin": [], "ola": []}.items():
        assert [one.name for one in overseen(county, who)] == names
    for who in ("quin", "ola", "jude", "max", "sue"):
        with pytest.raises(NothingHere):
            page(county, who)
    for who in ("jude", "max", "sue"):
        with pytest.raises(NothingHere):
            overseen(county, who)


def test_a_manager_learns_nothing_of_the_children(county):
    lay_down(county)
    shown = page(county, "pat")
    assert shown.conditions == (
        ("Restraining order. The children it names", "From 24 November 2026, with no end named"),
    )
    assert "Kit" not in repr(shown) and not shown.may_open
    with pytest.raises(NothingHere):
        whole(county, "pat")
    with pytest.raises(NothingHere):
        page(county, "pat", "kit")


def test_what_is_overdue_is_counted_in_working_days(county):
    lay_down(county)
    assert [one.overdue for one in overseen(county, "pat")] == [()]
    says = {name: rule.says for name, rule in overdue_rules().items()}
    assert overseen(county, "pat", MUCH_LATER)[0].overdue == tuple(says.values())
    by = {"by": county.actor("jude"), "person_ref": county.refs["dad"], "now": NOW}
    for one in whole(county, "jude").to_tell:
        services.mark_told(telling_refs=[of.ref for of in one.conditions], **by)
    services.take_step(said=StepTaken(step="report", on=TODAY, said_by="Court"), expected_version=0, **by)
    assert overseen(county, "pat", MUCH_LATER)[0].overdue == (says["plan"],)
    said = SummarySaid(victim_safety="No visits.", safeguarding="He can wait.")
    services.write_summary(said=said, expected_version=0, **by)
    assert overseen(county, "pat", MUCH_LATER)[0].overdue == ()


def test_a_child_who_is_sealed_leaves_no_mark_on_the_list(county):
    """Everybody is told but the child's own worker; with the child sealed that is as if there were no such child."""
    lay_down(county)
    (sue, door) = whole(county, "jude").to_tell
    services.mark_told(
        by=county.actor("jude"), person_ref=county.refs["dad"], telling_refs=[door.conditions[0].ref], now=NOW
    )
    assert sue.name.startswith("Sue")
    assert "somebody has not been told" in overseen(county, "pat", MUCH_LATER)[0].overdue
    seal = NewSeal(kind="adoption", why="Adopted", records=())
    set_seal(by=county.actor("sue"), subject_ref=county.refs["kit"], seal=seal, now=NOW)
    assert "somebody has not been told" not in overseen(county, "pat", MUCH_LATER)[0].overdue


def test_an_adult_is_given_to_another_officer_who_opens_them_from_then_on(county):
    lay_down(county)
    assert give(county, "noor") == "Noor Worker"
    assert whole(county, "noor").name == "Ivo Brook"
    with pytest.raises(NothingHere):
        whole(county, "jude")
    assert overseen(county, "pat")[0].officers == ("Noor Worker",)
    with pytest.raises(CannotRecord, match="already"):
        give(county, "noor")
    give(county, "jude")
    assert whole(county, "jude").conditions


@pytest.mark.parametrize("to", ["una", "max", "sue"])
def test_only_an_officer_of_the_own_agency_can_take_over(county, to):
    with pytest.raises(CannotRecord, match="from the list"):
        give(county, to)
    assert whole(county, "jude").name == "Ivo Brook"


def test_an_officer_who_knows_the_adult_in_their_own_life_cannot_take_over(county):
    county.involve("dad", "max")
    noor = county.actor("noor").ref
    note_conflict(by=county.actor("max"), user_ref=noor, subject_ref=county.refs["dad"], now=NOW)
    with pytest.raises(CannotRecord, match="cannot take them over"):
        give(county, "noor")
    assert whole(county, "jude").name == "Ivo Brook"


@pytest.mark.parametrize("by", ["quin", "ola", "jude", "max", "sue"])
def test_nobody_else_gives_an_adult_away(county, by):
    with pytest.raises(NothingHere):
        give(county, "noor", by)


@pytest.fixture
def with_team(county: Partnership) -> Partnership:
    """Lou, in whose network Ivo stands as well, has Ned for a worker; Jude is on the team because of Ivo alone."""
    county.add([family(child("lou", "Lou Brook"), person("uncle", "Ivo Brook"))])
    county.involve("lou", "sue")
    county.involve("dad", "sue")
    county.involve("uncle", "sue")
    kept, merged = county.refs["dad"], county.refs["uncle"]
    merge_subjects(by=county.actor("sue"), kept_ref=kept, merged_ref=merged, why="One man", now=NOW)
    return county


def put_on_team(
    county: Partnership, who: str = "jude", about: str = "lou", since: dt.date = TODAY, seal: str = ""
) -> str:
    ref, adult = county.actor(who).ref, county.refs["dad"]
    told = PlaceTold(worker_ref=ref, adult_ref=adult, basis="public_task", since=since, seal=seal)
    return team_services.join(by=county.actor("sue"), child_ref=county.refs[about], told=told, now=NOW)


def team_of(county: Partnership, about: str = "lou") -> TeamPage:
    with reading("test", by=county.actor("sue"), now=NOW):
        return team_queries.team_page(county.actor("sue"), county.refs[about], now=NOW)


def on_team(county: Partnership, about: str = "lou") -> set[str]:
    return {card.seat.name for card in team_of(county, about).now}


def opens(county: Partnership, who: str, about: str = "lou") -> bool:
    return decide(county.actor(who), READ_PERSON, county.refs[about], now=NOW).allowed


def test_with_the_adult_goes_the_place_on_a_team_that_rested_on_them_and_the_team_is_asked(with_team):
    put_on_team(with_team)
    assert opens(with_team, "jude")
    give(with_team, "noor")
    assert "Jude Worker" not in on_team(with_team)
    assert not opens(with_team, "jude")
    assert not opens(with_team, "noor")
    (ask,) = team_of(with_team).asks
    assert (ask.worker_ref, ask.adult, ask.words) == (
        with_team.actor("noor").ref,
        "Ivo Brook",
        "Has taken over from Jude Worker.",
    )
    put_on_team(with_team, "noor")
    assert team_of(with_team).asks == ()
    assert opens(with_team, "noor")
    assert AuditRow.objects.filter(event="teams.place.handed_over").count() == 1


def test_work_with_a_child_for_another_reason_stays(with_team):
    """Jude works with Kit and not because of Ivo; of Lou's team Jude is a member for the youth court as well."""
    put_on_team(with_team)
    told = PlaceTold(worker_ref=with_team.actor("jude").ref, agency="Youth Court", basis="public_task", since=TODAY)
    team_services.join(by=with_team.actor("sue"), child_ref=with_team.refs["lou"], told=told, now=NOW)
    give(with_team, "noor")
    assert opens(with_team, "jude")
    assert [card.seat.agency for card in team_of(with_team).now if card.seat.name == "Jude Worker"] == ["Youth Court"]
    assert "Jude Worker" in on_team(with_team, "kit")
    assert opens(with_team, "jude", "kit")
    assert team_of(with_team, "kit").asks == ()


def test_who_had_asked_and_waits_is_followed_by_the_new_officer(with_team):
    jude = with_team.actor("jude")
    team_services.ask_round_adult(by=jude, adult_ref=with_team.refs["dad"], words="May I come?", now=NOW)
    give(with_team, "noor")
    assert [ask.worker_ref for ask in team_of(with_team).asks] == [with_team.actor("noor").ref]
    give(with_team, "jude")
    assert [ask.worker_ref for ask in team_of(with_team).asks] == [jude.ref]


def test_of_a_place_that_is_sealed_nobody_is_asked_and_it_ends_all_the_same(with_team):
    put_on_team(with_team, seal="safe_address", since=TODAY - dt.timedelta(days=9))
    give(with_team, "noor")
    assert not opens(with_team, "jude")
    assert not JoinAsk.objects.exists()
    assert "Jude Worker" in {card.seat.name for card in team_of(with_team).gone}


def test_a_manager_learns_from_it_of_no_child_and_no_team(with_team):
    put_on_team(with_team)
    assert give(with_team, "noor") == "Noor Worker"
    assert "Lou" not in repr(page(with_team, "pat"))
    assert not opens(with_team, "pat")
