"""Two agencies disagree: stage by stage, each in its turn, read by the two and by nobody else."""

from collections.abc import Iterator
from typing import Any

import pytest

from kith.apps.access.queries import NothingHere
from kith.apps.access.services import NewSeal, set_seal
from kith.apps.audit.services import reading
from kith.apps.cases import services
from kith.apps.cases.disagreeing import stages
from kith.apps.cases.models import Disagreement
from kith.apps.cases.projections import DisagreementPage, DisagreementTold
from kith.apps.cases.queries import child_status, disagreement_page, own_day, raising_page
from kith.apps.cases.services import CannotDisagree
from kith.apps.records.base import StaleVersion
from kith.engines.timescales import england_rules
from kith.testing.factories import NOW, Partnership, agency, child, family, partnership, person, rolled_back, worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def county() -> Iterator[Partnership]:
    """A council worker and their manager, a teacher and theirs, and a nurse of a third agency on the same team."""
    with rolled_back():
        made = partnership(
            agencies=[agency("council", "front-door"), agency("school", kind="school"), agency("clinic")],
            workers=[
                worker("ana"),
                worker("bea", "manager"),
                worker("tess", agency="school"),
                worker("head", "manager", agency="school"),
                worker("nia", agency="clinic"),
            ],
        )
        made.add([family(child("kit", "Kit Brook"), person("mum", "Mother Brook"))])
        for key in ("ana", "tess", "nia"):
            made.involve("kit", key)
        yield made


def agency_ref(county: Partnership, who: str) -> str:
    return county.actor(who).agency_ref


def raised(county: Partnership, who: str = "tess", other: str = "ana") -> str:
    told = DisagreementTold(
        with_agency=agency_ref(county, other), about="The plan ends", words="It is too soon.", wanted="Three months"
    )
    return services.raise_disagreement(by=county.actor(who), child_ref=county.refs["kit"], told=told, now=NOW)


def at(county: Partnership, ref: str, who: str, version: int) -> dict[str, Any]:
    by = county.actor(who)
    return {"by": by, "child_ref": county.refs["kit"], "ref": ref, "expected_version": version, "now": NOW}


def page(county: Partnership, ref: str, who: str) -> DisagreementPage:
    with reading("test", by=county.actor(who), now=NOW):
        return disagreement_page(county.actor(who), county.refs["kit"], ref, now=NOW)


def waits_for(county: Partnership, *who: str) -> list[bool]:
    """Whether Today of each says that it waits for them."""
    found = []
    for one in who:
        with reading("test", by=county.actor(one), now=NOW):
            found.append(bool(own_day(county.actor(one), {}, now=NOW).disagreements))
    return found


def test_it_goes_from_stage_to_stage_and_is_settled(county):
    ref = raised(county)
    assert waits_for(county, "ana", "tess", "nia") == [True, False, False]
    services.answer_disagreement(**at(county, ref, "ana", 1), words="He is doing well.")
    assert waits_for(county, "ana", "tess") == [False, True]
    services.take_further(**at(county, ref, "tess", 2), words="We see no change.")
    assert waits_for(county, "ana", "bea", "tess", "head") == [False, True, False, False]
    with pytest.raises(CannotDisagree, match="not your turn"):
        services.answer_disagreement(**at(county, ref, "ana", 3), words="Still not.")
    services.answer_disagreement(**at(county, ref, "bea", 3), words="We look again in January.")
    with pytest.raises(CannotDisagree, match="not yours to settle"):
        services.settle_disagreement(**at(county, ref, "tess", 4), outcome="middle", words="Good.")
    services.settle_disagreement(**at(county, ref, "head", 4), outcome="middle", words="January it is.")
    seen = page(county, ref, "ana")
    assert seen.outcome == "We found another way"
    assert [turn.says for turn in seen.turns] == [
        "Raised",
        "Answered",
        "Taken to the next stage",
        "Answered",
        "Settled",
    ]
    assert waits_for(county, "ana", "bea", "tess", "head") == [False] * 4
    assert [stage.state for stage in seen.stages] == ["over", "over", "to come", "to come"]


def test_silence_does_not_hold_it_up_and_no_stage_follows_the_last(county):
    ref = raised(county)
    for version in range(1, len(stages())):
        services.take_further(**at(county, ref, "tess", version), words="No answer.")
    with pytest.raises(CannotDisagree, match="no further stage"):
        services.take_further(**at(county, ref, "tess", len(stages())), words="No answer.")


def test_the_other_agency_neither_takes_it_further_nor_settles_it(county):
    ref = raised(county)
    with pytest.raises(CannotDisagree):
        services.take_further(**at(county, ref, "ana", 1), words="On.")
    with pytest.raises(CannotDisagree):
        services.settle_disagreement(**at(county, ref, "ana", 1), outcome="stands", words="It stands.")


def test_a_third_agency_on_the_team_learns_nothing(county):
    ref = raised(county)
    with pytest.raises(NothingHere):
        page(county, ref, "nia")
    with pytest.raises(NothingHere):
        services.answer_disagreement(**at(county, ref, "nia", 1), words="I think so too.")
    for who, expected in (("ana", 1), ("tess", 1), ("nia", 0)):
        with reading("test", by=county.actor(who), now=NOW):
            seen = child_status(county.actor(who), county.refs["kit"], now=NOW)
        assert seen
        assert len(seen.disagreements) == expected


def test_only_agencies_round_the_child_are_offered_and_never_the_own(county):
    with reading("test", by=county.actor("tess"), now=NOW):
        offered = {name for _, name in raising_page(county.actor("tess"), county.refs["kit"], now=NOW).agencies}
    assert offered == {"Council", "Clinic"}
    with pytest.raises(CannotDisagree, match="from the list"):
        raised(county, "tess", "head")
    with pytest.raises(NothingHere):
        raised(county, "bea")
    assert not Disagreement.objects.exists()


def test_whoever_was_not_first_is_told_so(county):
    ref = raised(county)
    services.answer_disagreement(**at(county, ref, "ana", 1), words="He is doing well.")
    with pytest.raises(StaleVersion):
        services.take_further(**at(county, ref, "tess", 1), words="No answer.")


def test_every_clock_is_a_rule_of_the_timescales():
    known = {rule.id for rule in england_rules().rules}
    assert {stage.rule for stage in stages().values() if stage.rule} <= known


def test_whoever_wrote_a_sealed_word_by_chance_goes_on_reading_it(county):
    """If it vanished, they would learn that they had guessed; to the other agency off the list it is closed."""
    told = DisagreementTold(
        with_agency=agency_ref(county, "tess"), about="About Mother Brook", words="Mother Brook.", wanted="Mother Brook"
    )
    by = county.actor("nia")
    ref = services.raise_disagreement(by=by, child_ref=county.refs["kit"], told=told, now=NOW)
    seal = NewSeal(kind="safe_address", why="She is in danger.")
    set_seal(by=county.actor("ana"), subject_ref=county.refs["mum"], seal=seal, now=NOW)
    mine, theirs = page(county, ref, "nia"), page(county, ref, "tess")
    assert (mine.about, mine.wanted, mine.turns[0].words) == ("About Mother Brook", "Mother Brook", "Mother Brook.")
    assert (theirs.about, theirs.wanted, theirs.turns[0].words) == ("", "", "")
