"""Who heard a voice: somebody on the team, by their account; named to whoever sees them there, hinted at to nobody."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from kith.apps.audit.services import load, reading
from kith.apps.teams.projections import PlaceTold
from kith.apps.teams.services import join
from kith.apps.voices import queries, services
from kith.apps.voices.models import Passage
from kith.apps.voices.projections import VoiceForm, VoiceSaid
from kith.apps.voices.rules import CannotRecord
from kith.kernel.partial_dates import PartialDate
from kith.testing.factories import (
    NOW,
    OPERATOR,
    TODAY,
    Partnership,
    agency,
    child,
    family,
    partnership,
    rolled_back,
    worker,
)

pytestmark = pytest.mark.django_db
SAID = VoiceSaid(on=PartialDate.of(TODAY), way="spoken", words="Ask me first.", is_about_me=True)


@pytest.fixture
def county() -> Iterator[Partnership]:
    """Sue and Ray work with Kit; so does Jude, of a service that Sue may know of and Ray may not. Ben does not."""
    with rolled_back():
        made = partnership(
            agencies=[agency("council"), agency("school"), agency("clinic")],
            workers=[worker("sue"), worker("ray", agency="school"), worker("jude", agency="clinic"), worker("ben")],
        )
        made.add([family(child("kit", "Kit Brook"))])
        for who in ("sue", "ray"):
            made.involve("kit", who)
        place = PlaceTold(worker_ref=made.actor("jude").ref, basis="public_task", since=TODAY, seal="staff_family")
        join(by=made.actor("sue"), child_ref=made.refs["kit"], told=place, now=NOW)
        yield made


def at(county: Partnership, who: str) -> dict[str, Any]:
    return {"by": county.actor(who), "child_ref": county.refs["kit"], "now": NOW}


def hear(county: Partnership, hearer: str, *, who: str = "sue", **said: Any) -> str:
    ref = county.actor(hearer).ref if hearer in county.loaded.workers else hearer
    return services.hear_voice(said=replace(SAID, hearer=ref, **said), **at(county, who))


def read(county: Partnership, who: str) -> tuple[str, str]:
    """On the page, and at the head of the child's own page."""
    with reading("test", by=county.actor(who), now=NOW):
        page = queries.voices_page(county.actor(who), county.refs["kit"], called="Kit", now=NOW)
        head = queries.voices_head(county.actor(who), county.refs["kit"], called="Kit", now=NOW)
    assert head
    return page.voices[0].heard_by, head.heard


def form(county: Partnership, who: str, ref: str = "") -> VoiceForm:
    with reading("test", by=county.actor(who), now=NOW):
        return queries.voice_form(county.actor(who), county.refs["kit"], ref, now=NOW)


def offered(found: VoiceForm) -> set[str]:
    return {name for _, name in found.hearers}


def test_a_form_offers_everybody_else_on_the_team_whom_the_writer_sees_there(county):
    assert offered(form(county, "sue")) == {"Ray Worker, School", "Jude Worker, Clinic"}
    assert offered(form(county, "ray")) == {"Sue Worker, Council"}


def test_whoever_sees_them_on_the_team_reads_their_name(county):
    hear(county, "ray")
    for who in ("sue", "ray"):
        assert read(county, who)[0] == "Ray Worker, School"
    assert "to Ray Worker, School," in read(county, "sue")[1]


def test_a_worker_of_a_sealed_service_reads_like_a_worker_whom_nobody_named(county):
    sealed = hear(county, "jude")
    assert read(county, "sue")[0] == "Jude Worker, Clinic"
    seen, offers = read(county, "ray"), form(county, "ray", sealed)
    services.take_out(row_ref=sealed, expected_version=1, **at(county, "sue"))
    plain = hear(county, "worker")
    assert seen == read(county, "ray") and seen[0] == "a worker"
    unnamed = form(county, "ray", plain)
    assert (offers.said, offers.hearers) == (unnamed.said, unnamed.hearers)
    assert offers.said and offers.said.hearer == "worker"


def test_whoever_changes_what_they_do_not_see_leaves_it_as_it_is(county):
    ref = hear(county, "jude")
    said = form(county, "ray", ref).said
    assert said
    services.change_voice(
        voice_ref=ref, said=replace(said, words="Ask first."), expected_version=1, **at(county, "ray")
    )
    assert read(county, "sue")[0] == "Jude Worker, Clinic"
    services.change_voice(voice_ref=ref, said=replace(said, hearer=""), expected_version=2, **at(county, "ray"))
    assert read(county, "sue")[0] == "Sue Worker, Council"
    assert Passage.objects.get(of_ref=ref, part="hearer").text == county.actor("jude").ref


def test_only_somebody_whom_the_writer_sees_there_can_be_chosen_and_all_others_get_one_answer(county):
    said = set()
    for hearer in ("jude", "ben", "0" * 26):
        with pytest.raises(CannotRecord) as refused:
            hear(county, hearer, who="ray")
        said.add(refused.value.message)
    assert len(said) == 1
    with pytest.raises(CannotRecord, match="Keep one of the two"):
        hear(county, "ray", heard_by="Nan")


def test_whoever_chose_somebody_goes_on_seeing_whom(county):
    """Ben is on no team that anybody sees, as after a seal."""
    ref = hear(county, "ray")
    with load("test.hearer", by=OPERATOR, now=NOW, payload={}):
        Passage.objects.filter(of_ref=ref, part="hearer").update(text=county.actor("ben").ref)
    assert (read(county, "sue")[0], read(county, "ray")[0]) == ("Ben Worker, Council", "a worker")


def test_a_typed_name_stands_as_before(county):
    hear(county, "", heard_by="Nan, on the phone")
    assert read(county, "ray")[0] == "Nan, on the phone"
