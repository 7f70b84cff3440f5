"""A text that is closed to whoever changes the row stays as it is, with its writer, who goes on reading it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest

from kith.apps.access.services import NewSeal, set_seal
from kith.apps.audit.services import reading
from kith.apps.people.models import Address
from kith.apps.sentences import queries, services
from kith.apps.sentences.models import Condition
from kith.apps.sentences.projections import ConditionSaid, SummarySaid
from kith.engines.drawing import network as net
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
REFUGE = "7 Threnody Yard"
SAID = ConditionSaid(
    kind="residence",
    since=TODAY,
    said_by=f"A board that sat at {REFUGE}",
    words=f"Keep him away from {REFUGE}.",
    basis="public_task",
)
PLAN = SummarySaid(victim_safety=f"They are at {REFUGE}.", safeguarding="He keeps to the telephone.")


@pytest.fixture
def county() -> Iterator[Partnership]:
    """Jude and Kim supervise Dad; Kit and Mum have moved to a refuge, of which Sue alone is to know."""
    with rolled_back():
        made = partnership(
            agencies=[agency("council"), agency("probation")],
            workers=[*(worker(key, "probation", agency="probation") for key in ("jude", "kim")), worker("sue")],
        )
        kit = child("kit", addresses=(net.Address(lines=REFUGE, postcode="EM9 9EM"),))
        made.add([family(kit, person("dad"), person("mum"), unions=[couple("mum", "dad", children=["kit"])])])
        for about, who in (("dad", "jude"), ("dad", "kim"), ("kit", "sue")):
            made.involve(about, who)
        yield made


def seal_the_refuge(county: Partnership) -> None:
    home = Address.objects.get(person__subject__ref=county.refs["kit"]).ref
    seal = NewSeal(kind="safe_address", why="A refuge", records=(("address", home),))
    set_seal(by=county.actor("sue"), subject_ref=county.refs["kit"], seal=seal, now=NOW)


def lay_down(county: Partnership) -> str:
    return services.set_condition(by=county.actor("jude"), person_ref=county.refs["dad"], said=SAID, now=NOW)


def form_of(county: Partnership, who: str, ref: str) -> ConditionSaid:
    with reading("test", by=county.actor(who), now=NOW):
        said = queries.condition_form(county.actor(who), county.refs["dad"], ref, now=NOW).said
    assert said is not None
    return said


def change(county: Partnership, who: str, ref: str, said: ConditionSaid, version: int = 1) -> None:
    services.change_condition(
        by=county.actor(who),
        person_ref=county.refs["dad"],
        condition_ref=ref,
        said=said,
        expected_version=version,
        now=NOW + dt.timedelta(minutes=version),
    )


def test_what_comes_back_as_it_was_shown_does_not_overwrite_what_is_closed(county):
    ref = lay_down(county)
    seal_the_refuge(county)
    shown = form_of(county, "kim", ref)
    assert (shown.words, shown.said_by) == ("", "")
    change(county, "kim", ref, replace(shown, under=12, why_age="A board said so"))
    row = Condition.objects.get(ref=ref)
    assert (row.words, row.said_by, row.under, row.why_age) == (SAID.words, SAID.said_by, 12, "A board said so")
    assert form_of(county, "jude", ref).words == SAID.words, "whoever wrote it goes on reading it"
    assert form_of(county, "kim", ref).words == "", "and whoever changed the rest learns nothing"


def test_the_writer_of_one_text_is_not_the_writer_of_the_other(county):
    ref = lay_down(county)
    seal_the_refuge(county)
    change(county, "kim", ref, replace(form_of(county, "kim", ref), words=f"He asked about {REFUGE}."))
    assert form_of(county, "kim", ref).words == f"He asked about {REFUGE}."
    assert form_of(county, "kim", ref).said_by == ""
    assert form_of(county, "jude", ref).words == ""
    assert form_of(county, "jude", ref).said_by == SAID.said_by


def test_what_nobody_sealed_is_changed_and_emptied_as_ever(county):
    ref = lay_down(county)
    change(county, "kim", ref, replace(form_of(county, "kim", ref), words=""))
    assert Condition.objects.get(ref=ref).words == ""


def plan_of(county: Partnership, who: str) -> tuple[SummarySaid, int]:
    with reading("test", by=county.actor(who), now=NOW):
        _, said, number = queries.summary_form(county.actor(who), county.refs["dad"], now=NOW)
    return said, number


def write(county: Partnership, who: str, said: SummarySaid, number: int) -> None:
    services.write_summary(
        by=county.actor(who), person_ref=county.refs["dad"], said=said, expected_version=number, now=NOW
    )


def test_a_part_of_the_plan_that_is_closed_is_carried_over_into_the_next_version(county):
    lay_down(county)
    write(county, "jude", PLAN, 0)
    seal_the_refuge(county)
    shown, number = plan_of(county, "kim")
    assert shown.victim_safety == ""
    write(county, "kim", replace(shown, contingency="We ring the same day."), number)
    assert plan_of(county, "jude") == (replace(PLAN, contingency="We ring the same day."), 2)
    assert plan_of(county, "kim")[0].victim_safety == ""
