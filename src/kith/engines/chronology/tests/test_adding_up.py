"""Each aid says in a plain sentence what the rows add up to, and names all rows it rests on."""

import datetime as dt
from typing import Any

import pytest

from kith.engines.chronology import RESTS_ON, Kind, Rag, Row, Subject
from kith.engines.chronology.differences import _ASKED
from kith.engines.chronology.knowledge import adding_up_data, event_types
from kith.engines.chronology.tests.adding import aids, row, said, summed
from kith.kernel.partial_dates import PartialDate


def abuse(id: str, when: str, fact: str = "Domestic incident at home.", **more: Any) -> Row:
    return row(id, when, fact, agency=more.pop("agency", "Police"), type=more.pop("type", "police_incident"), **more)


FOUR = (
    abuse("1", "8 July 2025"),
    abuse("2", "20 November 2025"),
    (abuse("3", "6 March 2026"), row("s", "7 March 2026", "Noor tearful: row between Mum and Dad.", type="disclosure")),
    abuse("4", "1 September 2026"),
)


def test_nothing_comes_of_nothing():
    found = summed()
    assert found.aids == ()
    assert found.half_years == ((), ())


def test_domestic_abuse_that_comes_again_is_counted_by_event():
    (aid,) = aids(Kind.DOMESTIC_ABUSE, summed(*FOUR))
    assert aid.sentence == "Domestic abuse: 4 events in 14 months, the last in September."
    assert [id for _, id in aid.rows] == ["1", "2", "3", "s", "4"]
    assert [(part.words, [id for _, id in part.rows]) for part in aid.parts] == [
        ("1 of 4", ["1"]),
        ("2 of 4", ["2"]),
        ("3 of 4", ["3", "s"]),
        ("4 of 4", ["4"]),
    ]


def test_a_quarrel_of_two_carers_is_told_as_domestic_abuse():
    quarrel = abuse("5", "2 October 2026", "Altercation between father and mother.")
    assert said(Kind.DOMESTIC_ABUSE, *FOUR, quarrel)[0][0].startswith("Domestic abuse: 5 events")


def test_one_event_of_domestic_abuse_did_not_come_again():
    assert said(Kind.DOMESTIC_ABUSE, FOUR[0]) == []


@pytest.mark.parametrize(
    "other",
    [
        abuse("5", "2 October 2026", "No domestic abuse disclosed."),
        abuse("5", "2 October 2026", "Mum came to the domestic abuse course."),
        abuse("5", "2 October 2026", "DA: referral sent.", type="contact_referral"),
        abuse("5", "2 October 2026", "Mum says the domestic abuse has ended.", rag=Rag.GREEN),
        abuse("5", "2 October 2026", withdrawn="Another family."),
        abuse("5", "2 December 2026"),
        abuse("5", "2 October 2026", "Altercation of two boys at the bus station."),
        abuse("5", "2 October 2026", "Altercation between Dad and a neighbour."),
        abuse("5", "2 October 2026", "Car of Ana da Silva damaged."),
    ],
)
def test_what_tells_of_no_domestic_abuse_by_the_day_is_not_counted(other):
    assert said(Kind.DOMESTIC_ABUSE, *FOUR, other) == said(Kind.DOMESTIC_ABUSE, *FOUR)


@pytest.mark.parametrize(
    ("when", "ends"),
    [
        ("1 September 2025", "2 events in 8 weeks, the last in September 2025."),
        ("12 July 2025", "2 events in 5 days, the last in July 2025."),
        ("autumn 2025", "2 events in 5 months, the last in 2025."),
        ("2025", "2 events in 12 months."),
        ("after 2025", "2 events."),
        ("before 2024", "2 events, the last in July 2025."),
    ],
)
def test_how_long_and_when_last_is_said_as_far_as_it_is_sure(when, ends):
    ((sentence, _),) = said(Kind.DOMESTIC_ABUSE, FOUR[0], abuse("2", when))
    assert sentence == f"Domestic abuse: {ends}"


def test_appointments_are_told_with_those_that_were_kept_where_these_are_rows():
    missed = [row(f"{n}", f"{n} May 2026", "WNB dentist.", type="missed_appointment") for n in (1, 15)]
    offered = row("o", "16 May 2026", "New appointment offered and seen to.")
    kept = row("k", "1 June 2026", "Attended the dentist with Nan.")
    assert said(Kind.MISSED_APPOINTMENTS, *missed, offered) == [
        ("Noor was not brought to 2 appointments in 3 weeks, the last in May.", ["1", "15"])
    ]
    assert said(Kind.MISSED_APPOINTMENTS, *missed, offered, kept) == [
        ("Noor was not brought to 2 of 3 appointments in 3 weeks, the last in May.", ["1", "15", "k"])
    ]
    assert said(Kind.MISSED_APPOINTMENTS, kept) == []


def referral(id, when, action=""):
    return row(id, when, "Contact from school.", agency="Front door", type="contact_referral", action=action)


def test_referrals_that_ended_with_no_further_action_within_a_year_are_told_from_three_on():
    decided = row("d", "20 May 2026", "Below threshold.", agency="Front door", type="assessment")
    three = [referral("1", "4 March 2026", "NFA."), referral("2", "1 May 2026"), decided]
    assert said(Kind.REFERRALS_WITHOUT_ACTION, *three) == []
    assert said(Kind.REFERRALS_WITHOUT_ACTION, *three, referral("3", "3 November 2026", "No further action.")) == [
        ("3 referrals within 12 months ended with no further action.", ["1", "2", "d", "3"])
    ]


@pytest.mark.parametrize(("last", "count"), [("3 March 2026", 1), ("4 March 2026", 0), ("March 2026", 0)])
def test_three_referrals_lie_surely_within_a_year_or_nothing_is_said(last, count):
    whole = [referral("1", "4 March 2025", "NFA"), referral("2", "1 May 2025", "NFA"), referral("3", last, "NFA")]
    assert len(said(Kind.REFERRALS_WITHOUT_ACTION, *whole)) == count


def test_of_many_such_times_the_fullest_is_told():
    early = [referral(f"a{n}", f"{n} March 2022", "NFA") for n in (1, 2, 3)]
    late = [referral(f"b{n}", f"{n} March 2025", "NFA") for n in (1, 2, 3, 4)]
    ((sentence, rows),) = said(Kind.REFERRALS_WITHOUT_ACTION, *early, *late)
    assert sentence.startswith("4 referrals")
    assert rows == ["b1", "b2", "b3", "b4"]


def test_closed_and_referred_again_is_told_with_all_three():
    closed = row("c", "1 June 2025", "Early help ended.", agency="Council", type="service_closed")
    rows = [referral("1", "4 March 2025"), closed, referral("2", "1 July 2025", "NFA"), referral("3", "2 October 2025")]
    assert said(Kind.REFERRED_AGAIN, *rows) == [
        ("Referred, closed, referred: twice, the last in October 2025.", ["1", "c", "2", "3"])
    ]
    assert said(Kind.REFERRED_AGAIN, *rows[:2]) == []
    assert said(Kind.REFERRED_AGAIN, rows[0], rows[3]) == []


def test_changes_of_workers_and_of_homes_are_told_from_two_on():
    workers = [row(f"w{n}", f"{n} May 2026", "New social worker.", type="service_change") for n in (1, 9, 30)]
    homes = [
        row("h1", "1 January 2026", "Family moved to Elm Court.", type="family_structure"),
        row("h2", "1 June 2026", "Moved to foster carers.", type="placement_change"),
        row("h3", "2 June 2026", "Noor moved to a new class.", type="family_structure"),
    ]
    assert said(Kind.CHANGES_OF_WORKER, *workers) == [
        ("A worker or a service changed 3 times in 5 weeks, the last in May.", ["w1", "w9", "w30"])
    ]
    assert said(Kind.CHANGES_OF_HOME, *homes) == [
        ("Noor’s home changed twice in 5 months, the last in June.", ["h1", "h2"])
    ]
    assert said(Kind.CHANGES_OF_WORKER, workers[0]) == said(Kind.CHANGES_OF_HOME, homes[0]) == []


def ended(id, agency="Council", **more):
    return row(id, "1 June 2025", "Parenting course ended.", agency=agency, type="service_closed", **more)


def test_services_that_ended_without_a_word_of_what_came_of_them():
    assert said(Kind.ENDED_WITHOUT_OUTCOME, ended("1", action="None."), ended("2", effective="Mum calmer.")) == [
        ("1 service ended, and no row says what came of it.", ["1"])
    ]
    assert said(Kind.ENDED_WITHOUT_OUTCOME, ended("1"), ended("2")) == [
        ("2 services ended, and no row says what came of them.", ["1", "2"])
    ]
    assert said(Kind.ENDED_WITHOUT_OUTCOME, (ended("1"), ended("2", agency="Youth", action="Passed to us."))) == []


def named(count, fact="Mum is worried about Dad."):
    return [row(f"n{n}", f"{n + 1} May 2026", fact) for n in range(count)]


def about(kind, word, *rows, **more):
    return [(sentence, ids) for sentence, ids in said(kind, *rows, **more) if sentence.startswith(word)]


def test_a_father_who_is_named_and_never_spoken_to():
    assert about(Kind.NOT_SPOKEN_TO, "Dad", *named(3)) == [
        ("Dad is named in 3 rows and was spoken to in none.", ["n0", "n1", "n2"])
    ]
    assert about(Kind.NOT_SPOKEN_TO, "Dad", *named(2)) == []


def test_a_father_who_was_spoken_to_now_and_then():
    spoken = [row("s1", "8 June 2026", "Met with Noor’s dad."), row("s2", "9 June 2026", "Mum and Dad agreed a plan.")]
    (aid,) = [aid for aid in aids(Kind.NOT_SPOKEN_TO, summed(*named(7), *spoken)) if aid.sentence.startswith("Dad")]
    assert aid.sentence == "Dad is named in 9 rows and was spoken to in 2."
    assert [id for _, id in aid.parts[0].rows] == ["s1", "s2"]
    assert about(Kind.NOT_SPOKEN_TO, "Dad", *named(5), *spoken) == []


@pytest.mark.parametrize(
    ("fact", "is_spoken"),
    [
        ("Spoke to Dad.", True),
        ("Spoke to Mum and Dad.", True),
        ("Spoke with her father by phone.", True),
        ("Dad also asked for help with reading.", True),
        ("Dad came to parents’ evening.", True),
        ("Letter sent.", False),
        ("Spoke to Mum about Dad.", False),
        ("Spoke to Dad’s sister.", False),
        ("Nobody has spoken to Dad.", False),
        ("Not yet spoken to Dad.", False),
        ("Dad did not attend. Said nothing.", False),
        ("Spoke to the school. Dad is away.", False),
    ],
)
def test_speaking_to_dad_stands_beside_the_word_for_him(fact, is_spoken):
    dad = Subject("dad", role="father")
    others = [row(f"n{n}", f"{n} May 2026", others=(dad,)) for n in range(1, 9)]
    ((sentence, _),) = about(Kind.NOT_SPOKEN_TO, "Dad", *others, row("x", "1 June 2026", fact, others=(dad,)))
    assert sentence.endswith(" and was spoken to in 1.") is is_spoken


def test_who_has_the_role_of_a_father_is_heard_by_name():
    karim = Subject("karim", role="birth father", name="Karim Aydin")
    rows = [
        row(f"n{n}", f"{n} May 2026", "Karim phoned." if n == 1 else "Rent owed.", others=(karim,)) for n in range(1, 5)
    ]
    assert about(Kind.NOT_SPOKEN_TO, "Dad", *rows) == [
        ("Dad is named in 4 rows and was spoken to in 1.", ["n1", "n2", "n3", "n4"])
    ]


def test_mothers_and_parents_partners_are_asked_about_as_fathers_are():
    whole = said(Kind.NOT_SPOKEN_TO, *named(4, "Mum’s partner was there, and so was the mother."))
    assert [sentence.partition(" is named")[0] for sentence, _ in whole] == [
        "Mum",
        "A parent’s partner",
    ]
    assert all(sentence.endswith(" is named in 4 rows and was spoken to in none.") for sentence, _ in whole)


def test_agencies_that_contradict_each_other_are_named_with_what_they_say():
    police = row("1", "6 March 2026", agency="Police", type="police_incident", rag=Rag.RED)
    school = row("2", "6 March 2026", type="disclosure", rag=Rag.AMBER)
    other = (row("3", "1 May 2026", agency="Health"), row("4", "2 May 2026"))
    (aid,) = aids(Kind.ACCOUNTS_DIFFER, summed((police, school)))
    assert aid.sentence == "2 accounts of 6 March 2026 differ: what it meant."
    assert aid.parts[0].words == "What it meant: Police say harm or serious risk, School say concern."
    assert said(Kind.ACCOUNTS_DIFFER, (police, school), other) == [
        ("Accounts of 2 events differ.", ["1", "2", "3", "4"])
    ]
    assert said(Kind.ACCOUNTS_DIFFER, (police, school), family=[school.name]) == []


def test_what_differs_only_in_the_word_for_it_is_no_contradiction():
    police = row("1", "6 March 2026", agency="Police", type="police_incident")
    assert said(Kind.ACCOUNTS_DIFFER, (police, row("2", "6 March 2026", type="disclosure"))) == []
    assert {what for what, _ in _ASKED} >= set(adding_up_data()["differences"]["left_out"])


def test_the_childs_own_words_stand_in_some_and_the_others_are_listed():
    rows = [row(f"{n}", f"{n} May 2026", childs_words="I like it." if n in (2, 4) else "") for n in range(1, 6)]
    (aid,) = aids(Kind.CHILDS_WORDS, summed(*rows))
    assert aid.sentence == "Noor’s own words stand in 2 of 5 rows."
    assert [(part.words, [id for _, id in part.rows]) for part in aid.parts] == [
        ("with Noor’s words", ["2", "4"]),
        ("without Noor’s words", ["1", "3", "5"]),
    ]
    assert said(Kind.CHILDS_WORDS, rows[0])[0][0] == "Noor’s own words stand in none of 1 row."
    assert said(Kind.CHILDS_WORDS, *rows, family=[r.name for r in rows])[0][0] == aid.sentence


def test_strengths_and_harms_stand_beside_each_other_and_cancel_nothing():
    good = row("1", "1 May 2026", "Swimming badge.", rag=Rag.GREEN)
    both = (row("2", "2 May 2026", rag=Rag.RED), row("3", "2 May 2026", agency="Health", rag=Rag.GREEN))
    worry = row("4", "3 May 2026", rag=Rag.AMBER)
    assert said(Kind.STRENGTHS_BESIDE_HARM, good, both, worry, row("5", "4 May 2026")) == [
        ("2 events tell of a strength, and 2 events tell of harm or concern.", ["1", "2", "3", "4"])
    ]
    assert said(Kind.STRENGTHS_BESIDE_HARM, worry) == [
        ("No row tells of a strength, and 1 row tells of harm or concern.", ["4"])
    ]
    assert said(Kind.STRENGTHS_BESIDE_HARM, good, family=[good.name]) == said(Kind.STRENGTHS_BESIDE_HARM, good)
    assert said(Kind.STRENGTHS_BESIDE_HARM, row("5", "4 May 2026")) == []


def absence(id, when):
    return row(id, when, "Unexplained absence.", type="attendance")


def test_absence_beside_harm_is_told_where_it_is_surely_within_two_weeks():
    harm = abuse("p", "10 May 2026", rag=Rag.RED)
    rows = [absence("2", "25 April 2026"), absence("1", "26 April 2026"), absence("4", "May 2026"), harm]
    assert said(Kind.ABSENCE_BESIDE_HARM, *rows, absence("3", "12 May 2026")) == [
        ("2 of 4 absences from school stand within 2 weeks of harm or concern.", ["2", "1", "4", "p", "3"])
    ]
    assert said(Kind.ABSENCE_BESIDE_HARM, rows[0], harm) == []


def test_the_half_years_count_events_by_kind_with_their_rows_and_leave_no_half_year_out():
    found = summed(
        row("1", "2 January 2025", type="attendance"),
        (abuse("2", "1 July 2025"), row("3", "1 July 2025", type="disclosure")),
        abuse("4", "31 December 2025"),
        row("5", "about June 2025", type="attendance"),
        row("6", "3 August 2025", type="of their own"),
        row("7", "4 August 2025"),
        row("8", "5 August 2025", withdrawn="Another child.", type="strength"),
        on=dt.date(2026, 6, 30),
    ).half_years
    assert [column.words for column in found.columns] == [
        "January to June 2025",
        "July to December 2025",
        "January to June 2026",
        "half-year not sure",
    ]
    assert found.columns[1].first == dt.date(2025, 7, 1)
    assert found.columns[3].first is None
    assert [(line.name, [cell.number for cell in line.cells]) for line in found.lines] == [
        ("Attendance or exclusion", [1, 0, 0, 1]),
        ("Police incident", [0, 2, 0, 0]),
        ("No kind given", [0, 1, 0, 0]),
        ("of their own", [0, 1, 0, 0]),
    ]
    assert found.lines[1].cells[1].rows == (("Police", "2"), ("School", "3"), ("Police", "4"))


def test_what_the_family_tells_counts_in_no_aid_about_professionals():
    rows = [abuse(f"{n}", f"{n} May 2026", rag=Rag.RED, childs_words="It was loud.") for n in (1, 2, 3)]
    found = summed(*rows, family=[one.name for one in rows])
    assert [aid.kind for aid in found.aids] == [Kind.STRENGTHS_BESIDE_HARM, Kind.CHILDS_WORDS]
    assert found.half_years.lines == ()


def test_of_an_event_told_by_both_only_the_professionals_account_counts():
    both = (row("f", "1 May 2026", "Domestic abuse again.", agency="Family"), abuse("1", "1 May 2026"))
    family = [("Family", "f")]
    assert said(Kind.DOMESTIC_ABUSE, both, abuse("2", "9 May 2026"), family=family)[0][1] == ["1", "2"]


def test_the_data_speak_of_kinds_that_there_are():
    data = adding_up_data()
    named = [
        kind
        for table in data.values()
        if isinstance(table, dict)
        for key in ("types", "never", "ending", "closing", "workers", "homes", "homes_by_words")
        for kind in table.get(key, ())
    ]
    assert set(named) - {""} <= event_types().keys()
    assert data["denied"].keys() == data["words"].keys()


def test_whoever_shows_it_can_say_over_what_it_is_counted():
    assert RESTS_ON == "Each line is counted only over the rows that you can see here. It is not a score."


def test_a_vague_end_and_an_end_before_the_start_do_no_harm():
    odd = row("1", "5 May 2026", "Seen.", end=PartialDate("2020"))
    assert summed(odd, row("2", "6 May 2026", end=PartialDate("2026-06/..")))
