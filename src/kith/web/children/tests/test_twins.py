"""Who was born together: said by a form, drawn from one point, taken back by one press, and refused in one sentence."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from kith.apps.audit.models import AuditRow
from kith.apps.people import services
from kith.apps.people.models import Tie
from kith.apps.people.relatives import NEW
from kith.apps.people.unions import TieFact
from kith.testing.browsers import signed_in
from kith.testing.factories import (
    NOW,
    Partnership,
    agency,
    child,
    couple,
    family,
    partnership,
    person,
    worker,
)

pytestmark = pytest.mark.django_db
TWIN_KINDS = ("born_together", "born_identical", "born_not_identical")


@pytest.fixture
def town() -> Iterator[Partnership]:
    with time_machine.travel(NOW, tick=False):
        made = partnership(agencies=[agency("council")], workers=[worker("ana"), worker("zed", clearance=3)])
        parents = couple("mum", "dad", children=["mina", "kofi", "esi"])
        children = [child("mina"), child("kofi"), child("esi")]
        made.add([family(*children, person("mum"), person("dad"), person("uncle"), unions=[parents])])
        made.add([family(child("lou"), person("lou-mum"), unions=[couple("lou-mum", children=["lou"])])])
        for who in ("ana", "zed"):
            made.involve("mina", who)
        yield made


@pytest.fixture
def ana(town: Partnership) -> Client:
    return signed_in("ana")


def at(town: Partnership, route: str, *keys: str) -> str:
    return reverse(f"children:{route}", args=[town.refs.get(key, key) for key in ("mina", *keys)])


def tell(client: Client, town: Partnership, *others: str, kind: str = "born_identical", of: str = "mina") -> Any:
    said = {"others": [town.refs.get(key, key) for key in others], "kind": kind, "told_by": "Their gran"}
    return client.post(at(town, "add_twins", of), said)


def picture(client: Client, town: Partnership) -> str:
    return client.get(at(town, "picture")).content.decode()


def twin_ties() -> int:
    return Tie.objects.filter(kind__in=TWIN_KINDS, withdrawn_at=None).count()


WORDS = {
    "born_identical": ("are identical twins", "born together with and identical to"),
    "born_not_identical": ("are twins. They are not identical", "born together with, not identical to"),
    "born_together": ("are twins. We do not know if they are identical", "born together with"),
}


@pytest.mark.parametrize("kind", WORDS)
def test_twins_are_drawn_told_and_listed(town: Partnership, ana: Client, kind: str) -> None:
    sentence, line = WORDS[kind]
    assert tell(ana, town, "kofi", kind=kind).status_code == 302
    page = picture(ana, town)
    assert re.search(rf"(Mina and Kofi|Kofi and Mina) {sentence}\.", page)
    assert f"Mina: {line} Kofi" in page and "Their gran" in page
    assert ('data-kind="descent.identical"' in page) == (kind == "born_identical")
    assert line in ana.get(at(town, "person", "kofi")).content.decode()


def press(client: Client, town: Partnership, pattern: str, **said: str) -> None:
    """Press the one button of the picture's page that leads there."""
    found = re.search(rf'action="({pattern})"', picture(client, town))
    assert found, pattern
    client.post(found[1], said)


def test_one_press_takes_it_back_and_another_puts_it_there_again(town: Partnership, ana: Client) -> None:
    tell(ana, town, "kofi")
    press(ana, town, r"[^\"]+version=\d+")
    assert twin_ties() == 0 and "identical twins" not in picture(ana, town)
    press(ana, town, r"[^\"]+/put-back", version="2")
    assert twin_ties() == 1 and "identical twins" in picture(ana, town)


def test_it_is_taken_out_with_a_reason_against_the_version_shown(town: Partnership, ana: Client) -> None:
    tell(ana, town, "kofi")
    take_out = at(town, "take_out_tie", Tie.objects.get(kind="born_identical").ref)
    assert ana.post(take_out, {"version": "7", "why": "A slip"}).status_code == 409
    ana.post(take_out, {"version": "1", "why": "A slip"})
    assert twin_ties() == 0 and "A slip" in picture(ana, town)


def test_triplets_are_one_birth(town: Partnership, ana: Client) -> None:
    tell(ana, town, "kofi", "esi", kind="born_together")
    assert twin_ties() == 3
    assert "triplets" in picture(ana, town)


@pytest.mark.parametrize(("born", "is_odd"), [("2012", True), ("2015", False), ("about 2015", False)])
def test_birthdays_too_far_apart_for_one_birth_are_kept_and_marked(
    town: Partnership, ana: Client, born: str, is_odd: bool
) -> None:
    for key, birth in (("mina", "2015"), ("kofi", born)):
        said = {"version": "1", "kind": "child", "certainty": "sure", "birth": birth}
        assert ana.post(at(town, "change_person", key), said).status_code == 302
    tell(ana, town, "kofi")
    page = ana.get(at(town, "person", "kofi")).content.decode()
    assert ("(born 2012) are on record as born together. Both are kept." in page) == is_odd


def test_it_stands_on_the_audit_record_of_each(town: Partnership, ana: Client) -> None:
    tell(ana, town, "kofi")
    assert AuditRow.objects.filter(event="people.twins.recorded").count() == 1


REFUSED = {
    "nobody else": ((), "Choose at least one brother or sister."),
    "an uncle": (("uncle",), "Choose among their brothers and sisters with the same parents."),
    "somebody of another family": (("lou",), "Choose among their brothers and sisters with the same parents."),
    "nobody known": (("0" * 26,), "Choose among their brothers and sisters with the same parents."),
    "themself": (("mina",), "Choose among their brothers and sisters with the same parents."),
}


@pytest.mark.parametrize("case", REFUSED)
def test_whoever_is_no_sibling_is_refused_and_every_word_is_kept(town: Partnership, ana: Client, case: str) -> None:
    others, why = REFUSED[case]
    answer = tell(ana, town, *others)
    page = answer.content.decode()
    assert answer.status_code == 422 and why in page and 'value="Their gran"' in page
    assert twin_ties() == 0


def test_nobody_is_born_twice(town: Partnership, ana: Client) -> None:
    tell(ana, town, "kofi")
    answer = tell(ana, town, "esi")
    assert answer.status_code == 422
    assert "already on record as born together with somebody" in answer.content.decode()
    assert town.refs["kofi"] not in ana.get(at(town, "add_twins", "esi")).content.decode().split("</fieldset>")[0]


def test_whoever_has_a_twin_is_told_how_to_say_it_differently(town: Partnership, ana: Client) -> None:
    tell(ana, town, "kofi")
    assert "take out the tie on their page first" in ana.get(at(town, "add_twins", "kofi")).content.decode()


def test_without_brothers_and_sisters_the_form_says_what_to_do(town: Partnership, ana: Client) -> None:
    assert "Add them first, then come back." in ana.get(at(town, "add_twins", "uncle")).content.decode()


def test_the_deed_asks_the_same_of_whoever_goes_round_the_form(town: Partnership) -> None:
    """The service alone: no sibling, one alone, no kind, and a tie of that kind by the deed for ties."""
    by, refs = town.actor("ana"), town.refs
    mina = refs["mina"]
    for children, kind, why in (
        (["mina", "uncle"], "born_together", "the same parents"),
        (["mina", "mina"], "born_together", "at least one brother or sister"),
        (["mina", "kofi"], "sibling", "identical, not identical"),
    ):
        with pytest.raises(Exception, match=why):
            services.record_twins(by=by, child_ref=mina, children=[refs[key] for key in children], kind=kind, now=NOW)
    with pytest.raises(Exception, match="in the form about twins"):
        services.add_tie(by=by, child_ref=mina, tie=TieFact(kind="born_together", a=mina, b=refs["kofi"]), now=NOW)
    assert twin_ties() == 0


@pytest.fixture
def secret(town: Partnership) -> str:
    """A sister of whom Ana may not know, born together with Kofi."""
    zed, refs = town.actor("zed"), town.refs
    ties = [TieFact(kind="birth", a=refs[parent], b=NEW) for parent in ("mum", "dad")]
    ref = services.add_person(
        by=zed, child_ref=refs["mina"], person=child(NEW, "Xanthe"), ties=ties, sensitivity=3, now=NOW
    )
    services.record_twins(by=zed, child_ref=refs["mina"], children=[refs["kofi"], ref], kind="born_identical", now=NOW)
    return ref


def test_a_twin_whom_nobody_may_see_leaves_no_trace(town: Partnership, secret: str, ana: Client) -> None:
    for page in (picture(ana, town), ana.get(at(town, "person", "kofi")).content.decode()):
        assert [word for word in (secret, "are twins", "identical", "born together with and") if word in page] == []
    assert secret in picture(signed_in("zed"), town)


def test_a_twin_whom_nobody_may_see_stands_in_nobodys_way(town: Partnership, secret: str, ana: Client) -> None:
    assert tell(ana, town, secret, of="kofi").status_code == 422
    assert tell(ana, town, "mina", of="kofi").status_code == 302
    tie = Tie.objects.get(kind="born_identical", a__subject__ref=town.refs["kofi"], b__subject__ref=town.refs["mina"])
    ana.post(at(town, "take_out_tie", tie.ref), {"version": "1"})
    assert twin_ties() == 1, "what Ana does not see is as it was"
