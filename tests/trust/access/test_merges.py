"""Two subjects that are one person: whatever closes is joined (P12), and undoing gives each back what was theirs."""

import datetime as dt
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.apps.access import events, seal_hooks
from kith.apps.access.models import Conflict, Consent, Merge, Seal, SealReader, SealScope, Share, Subject
from kith.apps.access.queries import NothingHere, decide, is_kept_from, shares_if_joined, waiting_page
from kith.apps.access.services import (
    CannotDecide,
    CannotMerge,
    CannotPropose,
    NewSeal,
    Offer,
    Weighed,
    decide_proposal,
    decide_sharing,
    declare_conflict,
    end_conflict,
    join_circle,
    merge_subjects,
    set_seal,
    unmerge,
)
from kith.apps.audit.models import AuditRow
from kith.apps.audit.services import load
from kith.apps.people import actions
from kith.kernel.decisions import Level
from kith.testing.factories import (
    NOW,
    OPERATOR,
    Partnership,
    agency,
    child,
    family,
    partnership,
    person,
    rolled_back,
    worker,
)
from tests.trust.access.profiles import searching

pytestmark = pytest.mark.django_db
EARLIER, LATER, LAST = (NOW + dt.timedelta(hours=h) for h in (-1, 1, 2))
PEOPLE = ("pru", "tom", "max", "tess")
WHY = "The same birth certificate."
SAID = dict.fromkeys(("who_asked", "what", "recipient_words", "necessity", "proportionality"), "Weighed")
WEIGHED = Weighed(
    **SAID,
    purpose="s17",
    basis="public_task",
    condition="none",
    informed="yes",
    accuracy="Asked",
    detriment="Silence",
)


def made() -> Partnership:
    town = partnership(
        agencies=[agency("council", "east"), agency("school", "pastoral")],
        workers=[
            worker("pru", teams=["east"]),
            worker("tom", teams=["east"]),
            worker("max", "manager"),
            worker("tess", agency="school", teams=["pastoral"]),
        ],
    )
    town.add([family(child("mina"), person("mum")), family(child("lou"), person("nan"))])
    for about in ("mina", "lou"):
        town.involve(about, "east")
        town.involve(about, "max")
    return town


@pytest.fixture
def town() -> Partnership:
    return made()


def merged(town: Partnership, kept: str = "mum", other: str = "nan", *, now: dt.datetime = NOW) -> str:
    """The ref of the merge; where it takes two people, Tom is the second."""
    refs = town.refs
    outcome = merge_subjects(by=town.actor("pru"), kept_ref=refs[kept], merged_ref=refs[other], why=WHY, now=now)
    if not outcome.is_waiting:
        return outcome.ref
    decide_proposal(by=town.actor("tom"), proposal_ref=outcome.ref, agrees=True, now=now)
    return Merge.objects.get(merged__ref=refs[other], undone_at=None).ref


def level(town: Partnership, who: str, about: str, *, now: dt.datetime = NOW) -> Level:
    return decide(town.actor(who), actions.READ, town.refs[about], now=now).level


def test_one_person_is_enough_where_neither_has_a_case(town):
    merged(town)
    assert level(town, "pru", "nan") == Level.NOTHING
    assert AuditRow.objects.order_by("-pk").first().event == events.MERGED


@pytest.mark.parametrize("other", ["lou", "nan"])
def test_a_case_needs_two_people_who_may_write_both(town, other):
    outcome = merge_subjects(
        by=town.actor("pru"), kept_ref=town.refs["mina"], merged_ref=town.refs[other], why=WHY, now=NOW
    )
    assert outcome.is_waiting and level(town, "pru", other) == Level.EXPORT
    with pytest.raises(CannotDecide):
        decide_proposal(by=town.actor("pru"), proposal_ref=outcome.ref, agrees=True, now=NOW)
    with pytest.raises(NothingHere):
        decide_proposal(by=town.actor("tess"), proposal_ref=outcome.ref, agrees=True, now=NOW)
    (waiting,) = waiting_page(town.actor("tom"), now=NOW).proposals
    assert waiting.subjects == (town.refs["mina"], town.refs[other])
    decide_proposal(by=town.actor("tom"), proposal_ref=outcome.ref, agrees=True, now=NOW)
    assert level(town, "pru", other) == Level.NOTHING


def test_a_case_never_goes_into_a_record_without_one(town):
    with pytest.raises(CannotMerge, match="Keep the child"):
        merged(town, "nan", "mina")
    assert not Merge.objects.exists()


def test_what_cannot_be_merged_is_refused(town):
    refs, pru = town.refs, town.actor("pru")
    with pytest.raises(CannotMerge, match="same record"):
        merge_subjects(by=pru, kept_ref=refs["mum"], merged_ref=refs["mum"], why=WHY, now=NOW)
    with pytest.raises(CannotPropose, match="how you know"):
        merge_subjects(by=pru, kept_ref=refs["mum"], merged_ref=refs["nan"], why=" ", now=NOW)
    for by, kept, other in ((town.actor("tess"), refs["mum"], refs["nan"]), (pru, refs["mum"], "0" * 26)):
        with pytest.raises(NothingHere):
            merge_subjects(by=by, kept_ref=kept, merged_ref=other, why=WHY, now=NOW)
    assert not Merge.objects.exists()


def test_whoever_works_with_one_works_with_the_joined_one(town):
    town.involve("nan", "tess")
    assert level(town, "tess", "mum") == Level.NOTHING
    merge = merged(town)
    assert level(town, "tess", "mum") == Level.EXPORT
    unmerge(by=town.actor("pru"), merge_ref=merge, why="Two people after all.", now=LATER)
    assert level(town, "tess", "mum", now=LATER) == Level.NOTHING
    assert level(town, "tess", "nan", now=LATER) == Level.EXPORT


def test_the_joined_one_stands_in_both_networks(town):
    town.involve("lou", "pastoral")
    merge = merged(town)
    assert level(town, "tess", "mum") == Level.EXPORT  # Nan stood in Lou's network
    unmerge(by=town.actor("pru"), merge_ref=merge, why="Two people after all.", now=LATER)
    assert level(town, "tess", "mum", now=LATER) == Level.NOTHING
    assert level(town, "tess", "nan", now=LATER) == Level.EXPORT


@pytest.mark.parametrize("about", ["mum", "nan", "lou"])
def test_a_conflict_about_either_closes_both(town, about):
    declare_conflict(by=town.actor("tom"), subject_ref=town.refs[about], now=EARLIER)
    merge = merged(town)
    assert level(town, "tom", "mum") == Level.NOTHING
    unmerge(by=town.actor("pru"), merge_ref=merge, why="Two people after all.", now=LATER)
    assert (level(town, "tom", "mum", now=LATER) == Level.NOTHING) == (about == "mum")
    assert (level(town, "tom", "nan", now=LATER) == Level.NOTHING) == (about != "mum")


def test_a_conflict_told_meanwhile_stays_with_both(town):
    merge = merged(town)
    declare_conflict(by=town.actor("tom"), subject_ref=town.refs["mum"], now=LATER)
    unmerge(by=town.actor("pru"), merge_ref=merge, why="Two people after all.", now=LAST)
    assert level(town, "tom", "mum", now=LAST) == level(town, "tom", "nan", now=LAST) == Level.NOTHING


def test_a_conflict_ended_meanwhile_is_ended_for_both(town):
    declare_conflict(by=town.actor("tom"), subject_ref=town.refs["nan"], now=EARLIER)
    merge = merged(town)
    told = Conflict.objects.get(subject__ref=town.refs["mum"])
    end_conflict(by=town.actor("max"), conflict_ref=told.ref, now=LATER)
    assert level(town, "tom", "mum", now=LATER) == Level.EXPORT
    unmerge(by=town.actor("pru"), merge_ref=merge, why="Two people after all.", now=LAST)
    assert level(town, "tom", "nan", now=LAST) == Level.EXPORT


def test_whom_a_seal_must_not_reach_it_does_not_reach_under_another_record(town):
    seal = NewSeal(kind="safe_address", why="He looks.", excluded=(town.refs["nan"],))
    set_seal(by=town.actor("pru"), subject_ref=town.refs["mina"], seal=seal, now=NOW)
    merge = merged(town)
    assert is_kept_from(town.refs["mina"], town.refs["mum"], now=NOW)
    unmerge(by=town.actor("pru"), merge_ref=merge, why="Two people after all.", now=LATER)
    assert not is_kept_from(town.refs["mina"], town.refs["mum"], now=LATER)
    assert is_kept_from(town.refs["mina"], town.refs["nan"], now=LATER)


def test_the_higher_sensitivity_counts_and_the_own_one_comes_back(town):
    with load("test.sensitivity", by=OPERATOR, now=NOW, payload={}):
        Subject.objects.filter(ref=town.refs["nan"]).update(sensitivity=1)
    merge = merged(town)
    assert Subject.objects.get(ref=town.refs["mum"]).sensitivity == 1
    unmerge(by=town.actor("pru"), merge_ref=merge, why="Two people after all.", now=LATER)
    assert [Subject.objects.get(ref=town.refs[one]).sensitivity for one in ("mum", "nan")] == [0, 1]


def test_a_later_merge_is_undone_first(town):
    first = merged(town)
    second = merged(town, "mina", "mum")
    with pytest.raises(CannotMerge, match="later step first"):
        unmerge(by=town.actor("pru"), merge_ref=first, why="Two people after all.", now=LATER)
    for merge in (second, first):
        unmerge(by=town.actor("pru"), merge_ref=merge, why="Two people after all.", now=LATER)
    assert level(town, "pru", "nan", now=LATER) == level(town, "pru", "mum", now=LATER) == Level.EXPORT
    with pytest.raises(NothingHere):
        unmerge(by=town.actor("pru"), merge_ref=first, why="Two people after all.", now=LATER)


def test_higher_apps_are_told_of_what_a_merge_closes_and_opens(town, monkeypatch):
    told: list[set[str]] = []
    set_seal(
        by=town.actor("pru"), subject_ref=town.refs["nan"], seal=NewSeal(kind="medical", why="Hers alone."), now=EARLIER
    )
    monkeypatch.setattr(seal_hooks, "_on_seal", [lambda scopes, now: told.append({s.subject_ref for s in scopes})])
    merge = merged(town)
    unmerge(by=town.actor("pru"), merge_ref=merge, why="Two people after all.", now=LATER)
    assert told == [{town.refs["mum"]}, {town.refs["mum"]}]


@dataclass(frozen=True)
class Drawn:
    """A seal on one of the two, with whoever is on its list."""

    about: str
    kind: str
    readers: frozenset[str]
    is_lifted: bool
    is_meanwhile: bool


seals = st.builds(
    Drawn,
    about=st.sampled_from(("mum", "nan")),
    kind=st.sampled_from(("safe_address", "adoption", "medical")),
    readers=st.frozensets(st.sampled_from(PEOPLE), max_size=3),
    is_lifted=st.booleans(),
    is_meanwhile=st.sampled_from((False, False, True)),
)


def put(town: Partnership, drawn: Drawn, at: dt.datetime) -> None:
    about = town.subject_ids["mum" if drawn.is_meanwhile else drawn.about]
    with load("test.seals", by=OPERATOR, now=at, payload={}):
        row = Seal(
            subject_id=about,
            kind=drawn.kind,
            why="x",
            set_by_id=town.loaded.workers["pru"],
            set_at=at,
            lifted_at=at if drawn.is_lifted else None,
        )
        row.save()
        SealScope(seal=row, subject_id=about).save()
        for who in {"pru", *drawn.readers}:
            SealReader(seal=row, user_id=town.loaded.workers[who], since_at=at).save()


def on(town: Partnership, about: str) -> set[int]:
    """Active seals over somebody."""
    rows = SealScope.objects.filter(subject_id=town.subject_ids[about], until_at=None, seal__lifted_at=None)
    return set(rows.values_list("seal_id", flat=True))


def levels(town: Partnership, about: str, at: dt.datetime) -> dict[str, Level]:
    return {who: level(town, who, about, now=at) for who in PEOPLE}


@searching(at_the_gate=25)
@given(drawn=st.lists(seals, max_size=5))
def test_p12_a_merge_keeps_the_union_of_seals_and_undoing_restores(drawn):
    with rolled_back():
        town = made()
        for one in drawn:
            if not one.is_meanwhile:
                put(town, one, EARLIER)
        before = {one: (on(town, one), levels(town, one, NOW)) for one in ("mum", "nan")}
        merge = merged(town)
        assert on(town, "mum") == on(town, "nan") == before["mum"][0] | before["nan"][0]
        for who, reach in levels(town, "mum", NOW).items():
            assert reach <= min(before["mum"][1][who], before["nan"][1][who])
        for one in drawn:
            if one.is_meanwhile:
                put(town, one, LATER)
        meanwhile = on(town, "mum") - before["mum"][0] - before["nan"][0]
        unmerge(by=town.actor("pru"), merge_ref=merge, why="Two people after all.", now=LAST)
        assert {one: on(town, one) for one in before} == {one: before[one][0] | meanwhile for one in before}
        if not meanwhile:
            assert {one: levels(town, one, LAST) for one in before} == {one: before[one][1] for one in before}


def test_a_circle_that_stood_before_the_merge_stands_after_it(town):
    with load("test.circle", by=OPERATOR, now=NOW, payload={}):
        join_circle(town.subject_ids["lou"], town.subject_ids["mum"])
    town.involve("lou", "pastoral")
    merge = merged(town)
    unmerge(by=town.actor("pru"), merge_ref=merge, why="Two people after all.", now=LATER)
    assert level(town, "tess", "mum", now=LATER) == Level.EXPORT


def share(town: Partnership, about: str) -> None:
    """The school may read it for a month, decided by Pru."""
    offer = Offer(
        receiver_ref=town.actor("tess").agency_ref,
        kinds=("tie",),
        roles=("practitioner",),
        level="read",
        since_on=NOW.date(),
        until_on=NOW.date() + dt.timedelta(days=30),
    )
    asked = {"by": town.actor("pru"), "subject_ref": town.refs[about], "weighed": WEIGHED, "outcome": "shared"}
    decide_sharing(**asked, offer=offer, now=NOW)


def reach(town: Partnership, who: str = "tess", *, now: dt.datetime = NOW) -> dict[str, Level]:
    return {about: level(town, who, about, now=now) for about in ("mina", "mum", "lou", "nan")}


def test_what_was_shared_of_one_record_is_not_shared_of_the_joined_one_and_comes_back(town):
    """P12, P3: it was weighed for that record alone, and nobody in the other agency sees more for the joining."""
    share(town, "lou")
    before = reach(town)
    assert (before["lou"], before["nan"], before["mina"]) == (Level.READ, Level.READ, Level.NOTHING)
    go_on, end = shares_if_joined(town.actor("tom"), town.refs["mina"], town.refs["lou"], now=NOW)
    assert (go_on, [card.receiver for card in end]) == ((), ["School"])
    merge_ref = merged(town, "mina", "lou")
    assert set(reach(town).values()) == {Level.NOTHING}  # not the family either, where nobody could end it
    unmerge(by=town.actor("pru"), merge_ref=merge_ref, why="Two children.", now=LATER)
    assert reach(town, now=LATER) == before


def test_what_was_shared_of_the_record_that_stays_goes_on_and_is_told_before(town):
    share(town, "mina")
    go_on, end = shares_if_joined(town.actor("tom"), town.refs["mina"], town.refs["lou"], now=NOW)
    assert ([card.receiver for card in go_on], end) == (["School"], ())
    merged(town, "mina", "lou")
    assert level(town, "tess", "mina") == Level.READ


def test_a_share_that_rests_on_an_agreement_does_not_come_back_if_one_was_taken_back_meanwhile(town):
    share(town, "lou")
    lou, mina = (Subject.objects.get(ref=town.refs[about]) for about in ("lou", "mina"))
    merge_ref = merged(town, "mina", "lou")
    told = {"given_by": "Mum", "words": "They may", "given_on": NOW.date(), "recorded_at": NOW}
    with load("test.consents", by=OPERATOR, now=NOW, payload={}):
        told["recorded_by_id"] = town.loaded.workers["pru"]
        agreed = Consent(subject=lou, **told)
        agreed.save()
        Consent(subject=mina, withdrawn_at=LATER, **told).save()
        Share.objects.filter(subject=lou).update(consent=agreed)
    unmerge(by=town.actor("pru"), merge_ref=merge_ref, why="Two children.", now=LAST)
    assert level(town, "tess", "lou", now=LAST) == Level.NOTHING
