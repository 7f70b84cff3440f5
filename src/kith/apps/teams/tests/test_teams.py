"""Teams as they are kept and read: who joins and leaves, who is away, who asks, and what nobody may learn by it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from kith.apps.access.models import Involvement
from kith.apps.access.queries import NothingHere, day_of, decide, team_around, watchers_of
from kith.apps.access.services import NewSeal, decide_proposal, merge_subjects, set_seal
from kith.apps.audit.services import reading
from kith.apps.people.actions import READ as READ_PERSON
from kith.apps.records.base import StaleVersion
from kith.apps.teams import queries, services
from kith.apps.teams.models import JoinAsk, TeamPlace
from kith.apps.teams.projections import AbsenceTold, PlaceTold
from kith.apps.teams.sound import CannotKeepTeam
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
WEEK = dt.timedelta(days=7)
AT_NIGHT = NOW.replace(hour=23)


@pytest.fixture
def county() -> Iterator[Partnership]:
    """Sue leads for Kit, Ray is at school; Jude, of probation, works with Dad alone; Ned is with Lou; Ada advises."""
    with rolled_back():
        made = partnership(
            agencies=[agency("council", "east", "front-door"), agency("school"), agency("probation", "courts")],
            workers=[
                worker("sue", teams=["east"]),
                worker("sam", teams=["east"]),
                worker("ray", agency="school"),
                worker("jude", "probation", agency="probation", teams=["courts"]),
                worker("ned"),
                worker("max", "manager"),
                replace(worker("ada"), job_title="Transition adviser"),
                worker("fay", "front_door", teams=["front-door"], clearance=2),
            ],
        )
        kit = child("kit", "Kit Brook", born="2009-05-01")
        made.add(
            [family(kit, person("dad", "Ivo Brook"), person("mum"), unions=[couple("mum", "dad", children=["kit"])])]
        )
        made.add([family(child("lou", "Lou Penhale"))])
        made.involve("kit", "sue")
        made.involve("kit", "ray", part="school")
        made.involve("dad", "jude")
        made.involve("lou", "ned")
        yield made


def asked(county: Partnership, query, who: str, *args, now: dt.datetime = NOW, **options):
    with reading("test", by=county.actor(who), now=now):
        return query(county.actor(who), *args, now=now, **options)


def page(county: Partnership, who: str = "sue", about: str = "kit", now: dt.datetime = NOW):
    return asked(county, queries.team_page, who, county.refs[about], now=now)


def note(county: Partnership, who: str, *children: str, now: dt.datetime = NOW):
    return asked(county, queries.cover_note, who, {county.refs[key]: key.title() for key in children}, now=now)


def told(county: Partnership, who: str = "", **facts) -> PlaceTold:
    ref = county.actor(who).ref if who else ""
    known: dict[str, Any] = {"worker_ref": ref, "basis": "public_task", "since": TODAY}
    return PlaceTold(**known | facts)


def join(county: Partnership, place: PlaceTold, by: str = "sue") -> str:
    return services.join(by=county.actor(by), child_ref=county.refs["kit"], told=place, now=NOW)


def away(county: Partnership, who: str, first: int = 0, days: int | None = 7, cover: str = "", **facts) -> str:
    since = TODAY + dt.timedelta(days=first)
    until = None if days is None else since + dt.timedelta(days=days)
    cover_ref = county.actor(cover).ref if cover else ""
    absence = AbsenceTold(**{"since": since, "until": until, "cover_ref": cover_ref} | facts)
    return services.enter_absence(by=county.actor(who), told=absence, now=NOW)


def seats(found) -> dict:
    return {card.seat.name: card for card in found.now}


def test_joining_opens_the_record_from_its_day_and_leaving_closes_it(county):
    jude, kit = county.actor("jude"), county.refs["kit"]
    assert not decide(jude, READ_PERSON, kit, now=NOW).allowed
    ref = join(county, told(county, "jude", adult_ref=county.refs["dad"], since=TODAY + WEEK))
    assert not decide(jude, READ_PERSON, kit, now=NOW).allowed
    later = NOW + WEEK
    assert decide(jude, READ_PERSON, kit, now=later).allowed
    card = seats(page(county, "jude", now=later))["Jude Worker"]
    assert (card.seat.works_with, card.seat.is_you, card.seat.reach) == ("Ivo Brook", True, "01632 960001")
    services.leave(by=county.actor("sue"), child_ref=kit, seat_ref=ref, on=day_of(later), now=later)
    assert not decide(jude, READ_PERSON, kit, now=later).allowed
    assert "Jude Worker" not in seats(page(county, now=later))


def test_leaving_is_undone_as_it_was(county):
    kit, sue = county.refs["kit"], county.actor("sue")
    ref = join(county, told(county, "jude", until=TODAY + 4 * WEEK))
    services.leave(by=sue, child_ref=kit, seat_ref=ref, on=TODAY, now=NOW)
    with pytest.raises(StaleVersion):
        services.come_back(by=sue, child_ref=kit, seat_ref=ref, expected_version=1, now=NOW)
    services.come_back(by=sue, child_ref=kit, seat_ref=ref, expected_version=2, now=NOW)
    assert seats(page(county))["Jude Worker"].seat.until == TODAY + 4 * WEEK
    assert decide(county.actor("jude"), READ_PERSON, kit, now=NOW).allowed


def test_whoever_was_loaded_can_leave_and_is_told_of_among_those_who_left(county):
    found = page(county)
    ray = seats(found)["Ray Worker"].seat
    services.leave(by=county.actor("sue"), child_ref=county.refs["kit"], seat_ref=ray.ref, on=TODAY, now=NOW)
    after = page(county)
    assert "Ray Worker" not in seats(after)
    assert [card.seat.name for card in after.gone] == ["Ray Worker"]
    assert Involvement.objects.get(ref=ray.ref).until_on == TODAY


def test_a_professional_without_an_account_is_on_the_team_and_opens_nothing(county):
    before = Involvement.objects.count()
    place = told(county, name="Ann Lowe", agency="Clearwater", role="recovery worker", reach="01632 960 400")
    ref = join(county, replace(place, adult_ref=county.refs["mum"], is_trusted=True))
    assert Involvement.objects.count() == before
    card = seats(page(county))["Ann Lowe"]
    assert (card.seat.works_with, card.seat.is_trusted, card.seat.agency) == ("Mum", True, "Clearwater")
    absence = AbsenceTold(since=TODAY, cover_name="Bo Dell", cover_reach="01632 960 401")
    services.enter_absence_on_team(
        by=county.actor("sue"), child_ref=county.refs["kit"], seat_ref=ref, told=absence, now=NOW
    )
    card = seats(page(county))["Ann Lowe"]
    assert card.go_to == "Bo Dell, 01632 960 401"
    assert "nobody has said until when" in card.away_says
    ((absence_ref, version, _),) = queries.absences_on_team(county.actor("sue"), county.refs["kit"], ref, now=NOW)
    for who in ("ned", "jude"):
        with pytest.raises(NothingHere):
            services.take_out_absence(by=county.actor(who), absence_ref=absence_ref, expected_version=version, now=NOW)
    services.take_out_absence(by=county.actor("ray"), absence_ref=absence_ref, expected_version=version, now=NOW)
    assert not seats(page(county))["Ann Lowe"].to_go_to.is_away


def test_one_press_too_many_is_refused_and_a_second_agency_is_not(county):
    join(county, told(county, "jude"))
    with pytest.raises(CannotKeepTeam, match="already"):
        join(county, told(county, "jude"))
    with pytest.raises(CannotKeepTeam, match="already"):
        join(county, told(county, "ray"))
    join(county, told(county, "jude", agency="Youth Justice", role="court officer"))
    both = [card for card in page(county).now if card.seat.name == "Jude Worker"]
    assert len(both) == 2
    assert len({card.seat.worker for card in both}) == 1
    jude = county.actor("jude")
    assert Involvement.objects.filter(user_id=jude.id, subject__ref=county.refs["kit"]).count() == 1
    away(county, "jude", cover="sam")
    assert [card.go_to for card in page(county).now if card.seat.name == "Jude Worker"] == [
        "Sam Worker, 01632 960001"
    ] * 2
    services.leave(by=county.actor("sue"), child_ref=county.refs["kit"], seat_ref=both[0].seat.ref, on=TODAY, now=NOW)
    assert decide(jude, READ_PERSON, county.refs["kit"], now=NOW).allowed


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({}, "Choose who it is"),
        ({"name": "Ann Lowe"}, "for whom they work"),
        ({"name": "Ann Lowe", "agency": "A", "basis": ""}, "lawful basis"),
        ({"name": "Ann Lowe", "agency": "A", "until": TODAY}, "after the first"),
        ({"name": "Ann Lowe", "agency": "A", "since": TODAY + dt.timedelta(days=900)}, "year ahead"),
    ],
)
def test_a_place_that_cannot_be_is_refused_in_a_sentence(county, facts, says):
    with pytest.raises(CannotKeepTeam, match=says):
        join(county, told(county, **facts))
    assert not TeamPlace.objects.exists()


def test_an_absence_is_entered_once_and_holds_for_every_child(county):
    county.involve("lou", "sue", part="team")
    away(county, "sue", cover="sam")
    for name, who in (("kit", "ray"), ("lou", "ned")):
        card = seats(page(county, who, name))["Sue Worker"]
        assert (card.go_to, card.gap) == ("Sam Worker, 01632 960001", "")
        assert card.away_says == "Away, back on Tuesday 1 December."
    (line,) = note(county, "ned", "lou").away
    assert (line.name, line.go_to, line.children) == (
        "Sue Worker",
        "Sam Worker, 01632 960001",
        ((county.refs["lou"], "Lou"),),
    )


def test_for_one_child_somebody_else_may_cover(county):
    county.involve("lou", "sue", part="team")
    ref = away(county, "sue", cover="sam")
    other = AbsenceTold(since=TODAY, cover_ref=county.actor("max").ref)
    services.cover_for_one(by=county.actor("sue"), absence_ref=ref, child_ref=county.refs["lou"], told=other, now=NOW)
    assert seats(page(county, "ray"))["Sue Worker"].go_to.startswith("Sam")
    assert seats(page(county, "ned", "lou"))["Sue Worker"].go_to.startswith("Max")
    same = AbsenceTold(since=TODAY)
    services.cover_for_one(by=county.actor("sue"), absence_ref=ref, child_ref=county.refs["lou"], told=same, now=NOW)
    assert seats(page(county, "ned", "lou"))["Sue Worker"].go_to.startswith("Sam")
    with pytest.raises(NothingHere):
        services.cover_for_one(
            by=county.actor("ned"), absence_ref=ref, child_ref=county.refs["lou"], told=other, now=NOW
        )


def test_a_cover_who_is_away_is_said_and_who_covers_them_is_gone_to(county):
    away(county, "sue", cover="sam")
    away(county, "sam", days=None, cover="max")
    card = seats(page(county, "ray"))["Sue Worker"]
    assert card.go_to.startswith("Max Worker")
    assert "Sam Worker was to cover and is away too." in card.away_says
    away(county, "max", cover="sue")
    card = seats(page(county, "ray"))["Sue Worker"]
    assert (card.go_to, card.gap) == ("", "Nobody covers")


def test_an_absence_is_changed_taken_out_and_put_back_by_whoever_it_is(county):
    ref, sue = away(county, "sue"), county.actor("sue")
    longer = AbsenceTold(since=TODAY, until=TODAY + 3 * WEEK)
    for other in ("ray", "sam"):
        with pytest.raises(NothingHere):
            services.take_out_absence(by=county.actor(other), absence_ref=ref, expected_version=1, now=NOW)
    services.change_absence(by=sue, absence_ref=ref, told=longer, expected_version=1, now=NOW)
    with pytest.raises(StaleVersion):
        services.take_out_absence(by=sue, absence_ref=ref, expected_version=1, now=NOW)
    services.take_out_absence(by=sue, absence_ref=ref, expected_version=2, now=NOW)
    assert not seats(page(county, "ray"))["Sue Worker"].to_go_to.is_away
    services.put_back_absence(by=sue, absence_ref=ref, expected_version=3, now=NOW)
    assert seats(page(county, "ray"))["Sue Worker"].to_go_to.back_on == TODAY + 3 * WEEK


def test_a_manager_enters_it_for_who_cannot_and_nobody_does_for_another_agency(county):
    absence = AbsenceTold(since=TODAY, until=TODAY + WEEK, worker_ref=county.actor("sue").ref)
    services.enter_absence(by=county.actor("max"), told=absence, now=NOW)
    assert seats(page(county, "ray"))["Sue Worker"].to_go_to.is_away
    for by, whose in (("max", "ray"), ("sam", "sue")):
        other = replace(absence, worker_ref=county.actor(whose).ref)
        with pytest.raises(NothingHere):
            services.enter_absence(by=county.actor(by), told=other, now=NOW)


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"days": 0}, "has to come after"),
        ({"first": -9, "days": 3}, "over already"),
        ({"days": 4000}, "longer than 3 years"),
        ({"cover": "sue"}, "cover for themselves"),
        ({"cover_name": "Bo"}, "how to reach"),
    ],
)
def test_an_absence_that_cannot_be_is_refused_in_a_sentence(county, facts, says):
    with pytest.raises(CannotKeepTeam, match=says):
        away(county, "sue", **facts)


def test_overlaps_and_missing_ends_are_allowed_and_said(county):
    away(county, "sue", cover="sam")
    away(county, "sue", 3, None, cover="sam")
    away(county, "sam", 5, 2)
    with pytest.raises(CannotKeepTeam, match="entered already"):
        away(county, "sue", cover="sam")
    found = asked(county, queries.absences_page, "sue")
    said = " ".join(words for card in found.absences for words in card.warnings)
    assert "Another absence falls into these days" in said
    assert "Nobody has said until when" in said
    assert "Sam Worker is away in some of these days too" in said


def test_all_whom_the_family_trusts_away_together_stand_as_an_alert(county):
    sue = seats(page(county))["Sue Worker"].seat
    trusted = told(county, is_trusted=True, trust_said_by="Kit")
    services.change_place(
        by=county.actor("sue"),
        child_ref=county.refs["kit"],
        seat_ref=sue.ref,
        told=trusted,
        expected_version=0,
        now=NOW,
    )
    ann = join(county, told(county, name="Ann Lowe", agency="Club", is_trusted=True))
    away(county, "sue", 2, 7, cover="sam")
    assert page(county).alerts == ()
    absence = AbsenceTold(since=TODAY + dt.timedelta(days=5), until=TODAY + dt.timedelta(days=20))
    services.enter_absence_on_team(
        by=county.actor("sue"), child_ref=county.refs["kit"], seat_ref=ann, told=absence, now=NOW
    )
    (alert,) = page(county).alerts
    assert alert.says == "Nobody whom the family trusts is there from 29 November 2026 to 2 December 2026"
    assert alert.rests_on == "Away together: Sue Worker and Ann Lowe"
    assert [(name, one.kind) for _, name, one in note(county, "ray", "kit").alerts] == [("Kit", "all_away")]


def test_more_than_four_workers_in_a_year_stand_as_an_alert(county):
    for number in range(2):
        join(county, told(county, name=f"Ann {number}", agency="Club"))
    assert page(county).alerts == ()
    county.involve("kit", "ned", since=dt.date(2026, 1, 1), until=dt.date(2026, 2, 1))
    (alert,) = page(county).alerts
    assert alert.says == "5 different workers in the last 12 months, 1 of them gone again"


def test_at_night_at_weekends_and_on_bank_holidays_the_page_says_whom_to_ring(county):
    assert page(county).night is None
    london = dt.UTC
    christmas = dt.datetime(2026, 12, 25, 11, tzinfo=london)
    monday = dt.datetime(2026, 12, 28, 11, tzinfo=london)  # the substitute day of Boxing Day
    assert page(county, now=AT_NIGHT).night.opens == "on Wednesday 25 November at 09:00"
    assert page(county, now=NOW.replace(hour=6)).night.opens == "today at 09:00"
    for moment in (christmas, monday, monday - dt.timedelta(days=1)):
        assert page(county, now=moment).night.opens == "on Tuesday 29 December at 09:00"
    card = asked(county, queries.team_card, "fay", county.refs["kit"], {}, now=AT_NIGHT)
    assert card.night.team
    assert page(county, now=AT_NIGHT).for_family[0].startswith("We are shut now.")


def test_asking_round_an_adult_tells_the_teams_and_nothing_to_the_asker(county):
    jude, dad = county.actor("jude"), county.refs["dad"]
    assert asked(county, queries.ask_round_page, "jude").adults == ((dad, "Ivo Brook"),)
    services.ask_round_adult(by=jude, adult_ref=dad, words="I see him weekly.", now=NOW)
    services.ask_round_adult(by=jude, adult_ref=dad, words="I see him on Mondays.", now=NOW)
    (ask,) = page(county).asks
    assert (ask.adult, ask.words) == ("Ivo Brook", "I see him on Mondays.")
    assert "Jude Worker" in note(county, "ray", "kit").asks[0][2]
    assert not decide(jude, READ_PERSON, county.refs["kit"], now=NOW).allowed
    join(county, told(county, "jude", adult_ref=dad))
    assert page(county).asks == ()
    assert JoinAsk.objects.get().was_let_in
    assert note(county, "jude", "kit").invited == ((county.refs["kit"], "Kit", "Sue Worker asked you onto the team"),)


def test_nobody_asks_round_an_adult_they_do_not_work_with(county):
    for who, about in (("sue", "dad"), ("ned", "dad"), ("jude", "mum")):
        with pytest.raises(NothingHere):
            services.ask_round_adult(by=county.actor(who), adult_ref=county.refs[about], words="", now=NOW)
    assert not JoinAsk.objects.exists()


def test_whoever_is_not_let_in_is_answered_with_nothing(county):
    services.ask_round_adult(by=county.actor("jude"), adult_ref=county.refs["dad"], words="", now=NOW)
    (ask,) = page(county).asks
    with pytest.raises(NothingHere):
        services.answer_ask(by=county.actor("ned"), child_ref=county.refs["kit"], ask_ref=ask.ref, now=NOW)
    services.answer_ask(by=county.actor("sue"), child_ref=county.refs["kit"], ask_ref=ask.ref, now=NOW)
    assert page(county).asks == ()
    assert note(county, "jude").invited == ()


def test_the_adviser_hears_who_asks_and_never_about_whom(county):
    kit, ada = county.refs["kit"], county.actor("ada").ref
    found = asked(county, queries.adviser_page, "ray", kit)
    assert found.advisers == ((ada, "Ada Worker, Transition adviser, Council"),)
    services.ask_adviser(by=county.actor("sue"), child_ref=kit, adviser_ref=ada, words="What carries on?", now=NOW)
    ((ref, who, words),) = note(county, "ada").adviser_asks
    assert (who, words) == ("Sue Worker, Council, 01632 960001", "What carries on?")
    assert note(county, "ned", "lou").adviser_asks == ()
    with pytest.raises(NothingHere):
        services.answer_as_adviser(by=county.actor("ned"), ask_ref=ref, now=NOW)
    services.answer_as_adviser(by=county.actor("ada"), ask_ref=ref, now=NOW)
    assert note(county, "ada").adviser_asks == ()
    with pytest.raises(CannotKeepTeam, match="16 to 25"):
        services.ask_adviser(
            by=county.actor("ned"), child_ref=county.refs["lou"], adviser_ref=ada, words="When?", now=NOW
        )


def test_a_sealed_worker_is_on_no_page_of_anybody_off_the_list_and_may_be_put_there_again(county):
    join(county, told(county, "jude", seal="staff_family"))
    join(county, told(county, name="Ann Lowe", agency="Lantern House", seal="safe_address"))
    away(county, "jude")
    assert {"Jude Worker", "Ann Lowe"} <= set(seats(page(county)))
    assert "Jude Worker" in seats(page(county, "jude"))
    for who in ("ray", "fay"):
        found = page(county, who)
        assert not {"Jude Worker", "Ann Lowe"} & set(seats(found))
        assert "Ann Lowe" not in str(found) and "Jude" not in str(found)
        assert not [
            one for one in team_around(county.actor(who), county.refs["kit"], now=NOW) if one.name == "Jude Worker"
        ]
        watchers = watchers_of(county.actor(who), READ_PERSON, county.refs["kit"], now=NOW)
        assert "Jude Worker" not in {watcher.name for watcher in watchers}
    assert "Jude Worker" in {
        one.name for one in watchers_of(county.actor("sue"), READ_PERSON, county.refs["kit"], now=NOW)
    }
    assert not note(county, "ray", "kit").away
    assert "Ann" not in " ".join(page(county).for_family)
    join(county, told(county, "jude"), by="ray")
    assert "Jude Worker" in seats(page(county, "ray"))


def test_a_sealed_worker_stays_sealed_when_two_records_are_one(county):
    from_lou = county.actor("ned")
    place = PlaceTold(worker_ref=county.actor("jude").ref, basis="public_task", seal="staff_family")
    services.join(by=from_lou, child_ref=county.refs["lou"], told=place, now=NOW)
    county.involve("kit", "ned", part="team")
    county.involve("lou", "sue", part="team")
    kit, lou = county.refs["kit"], county.refs["lou"]
    waiting = merge_subjects(by=county.actor("sue"), kept_ref=kit, merged_ref=lou, why="One child.", now=NOW)
    decide_proposal(by=from_lou, proposal_ref=waiting.ref, agrees=True, now=NOW)
    assert "Jude" not in str(page(county, "ray"))
    assert "Jude Worker" in seats(page(county, "ned"))


def test_whoever_works_with_an_adult_the_viewer_may_not_read_is_absent(county):
    from_there = told(county, name="Ann Lowe", agency="Clearwater", adult_ref=county.refs["dad"])
    join(county, from_there)

    seal = NewSeal(kind="staff_family", why="He works here.", outsiders="nothing")
    set_seal(by=county.actor("sue"), subject_ref=county.refs["dad"], seal=seal, now=NOW)
    assert "Ann Lowe" in seats(page(county))
    assert "Ann Lowe" not in str(page(county, "ray"))


def test_nobody_sees_or_keeps_a_team_that_is_not_theirs_to_see(county):
    for who in ("ned", "jude", "ada"):
        with pytest.raises(NothingHere):
            page(county, who)
        with pytest.raises(NothingHere):
            join(county, told(county, name="Ann Lowe", agency="A"), by=who)
