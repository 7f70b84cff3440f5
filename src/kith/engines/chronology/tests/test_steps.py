"""What each step of linking promises: no pair overlooked, rivals weighed as chance has it, names and places heard."""

from itertools import combinations, product

import numpy as np
import pytest

from kith.engines.chronology.accounts import accounts_of
from kith.engines.chronology.knowledge import event_types, families
from kith.engines.chronology.neighbours import neighbours
from kith.engines.chronology.order import days_by_code
from kith.engines.chronology.rivalry import ties_of, unrivalled, witnesses
from kith.engines.chronology.telling import Ear
from kith.engines.chronology.tests.accounts import told

NO_CROWDS = {"window_days": 2, "widest_days": 400, "most_neighbours": 10_000, "crowd": 10_000, "common_in_crowd": 4}


def may_be_one(one, other):
    known = event_types()
    kinds = [known[row.type].families if row.type else families() for row in (one, other)]
    first, last = max(one.start.earliest, other.start.earliest), min(one.start.latest, other.start.latest)
    return (
        one.agency != other.agency
        and not set(one.children).isdisjoint(other.children)
        and not set(kinds[0]).isdisjoint(kinds[1])
        and (first - last).days <= 2
        and all((row.start.latest - row.start.earliest).days <= 400 for row in (one, other))
    )


@pytest.mark.parametrize("seed", range(3))
def test_without_a_crowd_every_pair_that_may_be_one_event_is_held_side_by_side(seed):
    rows = told(seed=seed, families=2, events=30).rows
    days = days_by_code(row.start for row in rows)
    near = neighbours(accounts_of(rows, [days[row.start.code] for row in rows]), NO_CROWDS)
    wanted = [pair for pair in combinations(range(len(rows)), 2) if may_be_one(rows[pair[0]], rows[pair[1]])]
    assert list(zip(near.left.tolist(), near.right.tolist(), strict=True)) == wanted
    assert not near.is_cut


def test_in_a_crowd_only_pairs_that_tell_some_of_the_same_are_held_side_by_side():
    rows = told(seed=1, families=1, events=60).rows
    days = days_by_code(row.start for row in rows)
    accounts = accounts_of(rows, [days[row.start.code] for row in rows])
    whole, thinned = (neighbours(accounts, {**NO_CROWDS, "crowd": crowd}) for crowd in (10_000, 1))
    assert 0 < len(thinned.left) < len(whole.left)
    assert set(zip(thinned.left.tolist(), thinned.right.tolist(), strict=True)) <= set(
        zip(whole.left.tolist(), whole.right.tolist(), strict=True)
    )


def exact_odds(pairs, agency, odds):
    """By every way in which rows can be accounts of one event, each with one of an agency at most."""
    ways = []
    for chosen in product((False, True), repeat=len(pairs)):
        taken = [pair for pair, is_chosen in zip(pairs, chosen, strict=True) if is_chosen]
        wants = [want for a, b in taken for want in ((a, agency[b]), (b, agency[a]))]
        if len(set(wants)) == len(wants):
            ways.append((chosen, np.exp(odds @ np.array(chosen))))
    return [
        np.log(sum(w for chosen, w in ways if chosen[at]) / sum(w for chosen, w in ways if not chosen[at]))
        for at in range(len(pairs))
    ]


def test_rivals_are_weighed_as_chance_has_it():
    pairs = [(0, 1), (0, 2), (2, 3), (3, 4)]  # in a row, so that what pairs hear of each other never comes back
    agency = np.array([0, 1, 1, 0, 1])
    odds = np.array([1.5, 1.0, -0.5, 2.0])
    left, right = np.array(pairs).T
    found = unrivalled(ties_of(left, right, agency), odds)
    assert found == pytest.approx(exact_odds(pairs, agency, odds))


def test_a_third_account_bears_out_a_pair_or_speaks_for_one_of_it_only():
    left, right = np.array([0, 0, 1, 1]), np.array([1, 2, 2, 3])
    ties = ties_of(left, right, np.array([0, 1, 2, 3]))
    bear_out, elsewhere = witnesses(ties, np.array([0.5, 0.8, 0.9, 0.4]))
    assert bear_out[0] == pytest.approx(0.8 * 0.9)
    assert elsewhere[0] == pytest.approx(0.8 + 0.9 + 0.4 - 2 * 0.8 * 0.9)


def heard(*texts, names=()):
    ear = Ear()
    at, tells = ear.told(list(texts), list(range(len(names))), list(names))
    called = {number: name for name, number in ear.numbers.items()}
    return [{called[number] for number in tells[at == place].tolist()} for place in range(len(texts))]


def test_phrases_slips_and_short_forms_are_heard_as_what_they_mean():
    assert heard("WNB dentsit.", "Was not brought to dental check") == [{"missed", "dental"}, {"missed", "dental"}]
    assert heard("Paracetmol", "OD") == [{"overdose"}, {"overdose"}]


def test_texts_do_not_run_into_each_other():
    assert heard("was not", "brought\n\nin") == heard("was not") + heard("brought in")


def test_the_name_of_a_child_tells_nothing_and_the_same_word_of_another_does():
    assert heard("Mark has a bruise", names=["Mark"]) == [{"injury"}]
    assert heard("a mark on the arm") == [{"injury", "arm"}]


def test_a_street_is_one_place_and_a_court_is_none():
    (street, other, court) = heard("found in Mill Lane", "found in Elm Court", "at family court")
    assert len(street) == len(other) == 2
    assert street & other == {"found"}
    assert court == {"court"}
