"""Family copies: role words until ticked, an allow-list of fields, and nothing that any seal covers."""

import json
import re
from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from kith.apps.access import services as access
from kith.apps.access.models import ShareLink, Subject
from kith.apps.access.queries import NothingHere, team_with_numbers
from kith.apps.access.services import CannotPublish, NewSeal
from kith.apps.audit.services import load, reading
from kith.apps.networks import services
from kith.apps.networks.projections import CopyChoices
from kith.apps.networks.queries import preview_of
from kith.apps.people import services as people
from kith.apps.people.models import Person, PersonName, Tie
from kith.engines.drawing.network import Name
from kith.testing.factories import NOW, OPERATOR, Partnership, rolled_back
from tests.trust.canaries import canaries_in, hide_canaries
from tests.trust.sealed_canaries import AT_THE_GATE, Needles, hide_nests, nests
from tests.trust.sealing import seal
from tests.trust.share_links import (
    AGREED,
    give,
    is_open,
    opened,
    page,
    previewed,
    publish,
    row,
    row_of_reader,
    wish,
)
from tests.trust.visitor import TOKEN, visitor

pytestmark = pytest.mark.django_db


def test_the_page_stays_as_it_was_published(county):
    link = publish(county, choices=CopyChoices(child_says="agreed", named=frozenset({county.refs["dad"]})))
    browser = opened(link)
    before = page(browser)
    zed, uncle = county.actor("zed"), county.refs["uncle"]
    people.withdraw_person(by=zed, person_ref=uncle, why="Moved", expected_version=1, now=NOW)
    with load("test.changed", by=OPERATOR, now=NOW, payload={}):
        PersonName.objects.filter(person__subject__ref=county.refs["dad"]).update(given="Changed", text="Changed")
        Tie.objects.update(withdrawn_at=NOW)
    assert TOKEN.sub(rb"\1", page(browser).encode()) == TOKEN.sub(rb"\1", before.encode())


def test_the_publisher_losing_the_case_closes_nothing(county):
    link = publish(county)
    with load("test.left", by=OPERATOR, now=NOW, payload={}):
        row(link).published_by.__class__.objects.filter(pk=row(link).published_by_id).update(is_active=False)
    assert is_open(opened(link))


def test_everybody_stands_there_in_role_words_until_ticked(county):
    copy = json.loads(previewed(county))
    assert {person["says"] for person in copy["people"]} == {"Mum", "Dad", "Sibling"}
    assert {person["name"] for person in copy["people"]} == {""}
    for name in ("Grace", "Kwame", "Kofi", "Yaw", "Bernice", "Okafor"):
        assert name not in json.dumps(copy)


def test_a_tick_names_by_first_name_and_leaves_out(county):
    choices = CopyChoices(
        child_says="agreed",
        named=frozenset({county.refs["dad"], county.refs["friend"]}),
        left_out=frozenset({county.refs["kofi"]}),
    )
    copy = json.loads(previewed(county, choices=choices))
    named = {person["says"]: person["name"] for person in copy["people"]}
    assert named == {"Mum": "", "Dad": "Kwame", "Somebody close": "Bernice"}
    assert "Okafor" not in json.dumps(copy)


ALLOWED = {
    "shape": (),
    "reader_part": (),
    "child": (),
    "child_says": (),
    "made_on": (),
    "picture": (),
    "people": ("is_reader", "name", "says"),
    "helpers": ("name", "phone", "says", "team"),
}


def test_only_allowed_fields_are_in_a_snapshot(county):
    team = team_of(county)
    choices = replace(AGREED, helpers=team, helpers_named=team, named=frozenset(county.refs.values()))
    copy = json.loads(previewed(county, choices=choices))
    assert {key: tuple(sorted(copy[key][0])) if isinstance(copy[key], list) else () for key in copy} == ALLOWED


def team_of(county: Partnership) -> frozenset[str]:
    return frozenset(member.ref for member in team_with_numbers(county.actor("pru"), county.refs["mina"], now=NOW))


def test_the_page_says_what_is_in_the_snapshot_and_nothing_else(county):
    """Without the words that stand on every such page, every word of the page stands in the snapshot."""
    named = frozenset(county.refs.values())
    copy = json.loads(previewed(county, choices=replace(AGREED, named=named)))
    bare = json.loads(previewed(county, "mum", choices=replace(AGREED, left_out=named)))
    words = words_of(page(opened(publish(county, choices=replace(AGREED, named=named)))))
    always = words_of(page(opened(publish(county, choices=replace(AGREED, left_out=named)))))
    told = words_of(json.dumps(copy, ensure_ascii=False)) | words_of(copy["picture"])
    assert words - always <= told
    assert {"Dad", "Kwame"} <= words
    assert not bare["people"]


def words_of(text: str) -> set[str]:
    return set(re.findall(r"\w+", re.sub(r"<[^>]+>", " ", text)))


def test_a_copy_holds_no_ref_no_day_and_no_place(county):
    text = previewed(county, choices=replace(AGREED, named=frozenset(county.refs.values())))
    for secret in (*county.refs.values(), "2016", "2019", "1988", "Quay", "EM", "supports", "conflict"):
        assert secret not in text


def test_what_was_not_looked_at_is_not_published(county):
    actor = county.actor("pru")
    with reading("test", by=actor, now=NOW):
        seen = preview_of(actor, wish(county), now=NOW).mark
        more = replace(AGREED, named=frozenset({county.refs["dad"]}))
        with pytest.raises(services.NotAsLookedAt):
            services.publish_link(by=actor, wish=wish(county, choices=more, seen=seen), now=NOW)
    assert not ShareLink.objects.exists()


@pytest.mark.parametrize("worker", ["max", "ned", "tess", "ada", "dot", "abe", "quin", "sam"])
def test_whoever_may_not_take_copies_may_not_publish(county, worker):
    with pytest.raises(NothingHere):
        publish(county, by=worker)


def test_without_the_childs_yes_nobody_else_gets_the_page(county):
    for says in ("", "said_no", "own"):
        with pytest.raises(services.CannotMakeCopy):
            publish(county, choices=CopyChoices(child_says=says))
    assert "Mina said that you may see this page." in page(opened(publish(county)))


def test_the_childs_own_page_needs_nobodys_yes(county):
    shown = page(opened(publish(county, "mina", choices=CopyChoices())))
    assert "Your people" in shown
    assert row_of_reader(county, "mina").reader_part == "young_person"


@pytest.mark.parametrize(("reader", "part"), [("mum", "parent"), ("dad", "parent"), ("uncle", "family")])
def test_what_the_reader_is_comes_from_the_family(county, reader, part):
    publish(county, reader)
    assert row_of_reader(county, reader).reader_part == part


@pytest.mark.parametrize("changes", [{"days": 0}, {"days": 31}, {"visits": 0}, {"visits": 51}])
def test_no_link_is_open_longer_or_more_often_than_is_good(county, changes):
    with pytest.raises(CannotPublish):
        publish(county, **changes)


def test_somebody_elsewhere_is_no_reader(county):
    for stranger in ("lou", "lou-mum"):
        with pytest.raises(services.CannotMakeCopy):
            publish(county, stranger)


def test_one_case_worker_closes_what_another_opened(county):
    link = publish(county, by="zed")
    access.end_link(by=county.actor("pru"), link_ref=link.ref, now=NOW)
    with pytest.raises(access.CannotEndLink):
        access.end_link(by=county.actor("pru"), link_ref=link.ref, now=NOW)
    for worker in ("ned", "ada", "tess"):
        with pytest.raises(NothingHere):
            access.end_link(by=county.actor(worker), link_ref=publish(county).ref, now=NOW)


def test_what_any_seal_covers_is_absent_although_the_publisher_is_on_its_list(county):
    open_text = previewed(county)
    seal(county, "dad", readers=("pru", "zed"))
    sealed = json.loads(previewed(county))
    assert {person["says"] for person in sealed["people"]} == {"Mum", "Sibling"}
    assert "Dad" in open_text
    assert "Dad" not in json.dumps(sealed)


def test_a_sealed_name_leaves_in_no_copy(county):
    name = PersonName.objects.get(person__subject__ref=county.refs["dad"])
    seal(county, "dad", [("name", name.ref)], readers=("pru", "zed"))
    text = previewed(county, choices=replace(AGREED, named=frozenset(county.refs.values())))
    assert "Kwame" not in text


def test_whoever_wrote_down_what_is_sealed_does_not_pass_it_on(county):
    """They go on seeing their own words, so that they do not learn that they guessed right; nobody else gets them."""
    known = PersonName.objects.get(person__subject__ref=county.refs["dad"])
    seal(county, "dad", [("name", known.ref)])
    said = Name(text="Kwame Okafor", given="Kwame", family="Okafor", kind="known_as")
    people.add_name(by=county.actor("pru"), person_ref=county.refs["dad"], name=said, now=NOW)
    seen = visitor("pru").get(reverse("children:picture", args=[county.refs["mina"]])).body
    text = previewed(county, choices=replace(AGREED, named=frozenset(county.refs.values())))
    assert b"Kwame" in seen
    assert "Kwame" not in text


def test_a_child_under_a_seal_has_no_page_at_all(county):
    seal(county, "mina", readers=("pru", "zed"))
    with pytest.raises(NothingHere):
        publish(county)


@pytest.mark.parametrize("whom", ["mina", "dad", "kofi", "mum"])
def test_a_seal_on_anybody_in_the_copy_ends_the_link_in_the_same_deed(county, whom):
    link = publish(county)
    browser = opened(link)
    access.set_seal(
        by=county.actor("pru"),
        subject_ref=county.refs[whom],
        seal=NewSeal(kind="safe_address", why="He looks for them"),
        now=NOW,
    )
    assert (row(link).ended_why, row(link).ended_at) == ("sealed", NOW)
    assert not is_open(browser)
    assert give(Client(), link).status_code == 422


def test_a_seal_on_a_name_or_tie_that_the_copy_tells_ends_the_link(county):
    named = replace(AGREED, named=frozenset({county.refs["dad"]}))
    name = PersonName.objects.get(person__subject__ref=county.refs["dad"])
    tie = Tie.objects.filter(kind="birth", a__subject__ref=county.refs["dad"]).first()
    for kind, record in (("name", name.ref), ("tie", tie.ref)):
        link = publish(county, choices=named)
        what = NewSeal(kind="safe_address", why="He looks for them", records=((kind, record),))
        access.set_seal(by=county.actor("pru"), subject_ref=county.refs["dad"], seal=what, now=NOW)
        assert row(link).ended_why == "sealed"


def test_a_seal_on_somebody_else_leaves_the_link_open(county):
    link = publish(county, choices=replace(AGREED, left_out=frozenset({county.refs["kofi"]})))
    what = NewSeal(kind="safe_address", why="He looks for them")
    access.set_seal(by=county.actor("pru"), subject_ref=county.refs["kofi"], seal=what, now=NOW)
    assert row(link).ended_at is None


def test_an_excluded_person_never_gets_a_link_and_loses_theirs(county):
    link, mums = publish(county, "dad"), publish(county, "mum")
    browser = opened(link)
    name = PersonName.objects.get(person__subject__ref=county.refs["kofi"])
    what = NewSeal(kind="safe_address", why="Told", records=(("name", name.ref),), excluded=(county.refs["dad"],))
    access.set_seal(by=county.actor("zed"), subject_ref=county.refs["kofi"], seal=what, now=NOW)
    assert row(link).ended_why == "sealed"
    assert row(mums).ended_at is None, "the name was not on the page, and mum may read on"
    assert not is_open(browser)
    with pytest.raises(CannotPublish):
        publish(county, "dad")
    publish(county, "mum")


def test_twenty_sealed_records_are_in_no_link_page(county):
    """Zed is on the list of every seal, ticks everybody by name, and publishes to three readers."""
    some = nests(AT_THE_GATE)
    hide_nests(county, some)
    needles = Needles(some)
    everybody = replace(AGREED, named=frozenset(county.refs.values()))
    picture = visitor("zed").get(reverse("children:picture", args=[county.refs["mina"]])).body
    assert set(needles.found_in(picture)), "Zed sees them, so the search for them would find them"
    for reader in ("mina", "mum", "dad"):
        browser = opened(publish(county, reader, by="zed", choices=everybody))
        assert not set(needles.found_in(page(browser)))


def test_a_record_too_sensitive_for_most_is_in_no_copy_whoever_publishes(county):
    hidden = hide_canaries(county)
    everybody = replace(AGREED, named=frozenset({*county.refs.values(), hidden}))
    assert not set(canaries_in(previewed(county, by="zed", choices=everybody)))
    with load("test.ordinary", by=OPERATOR, now=NOW, payload={}):
        Subject.objects.filter(ref=hidden).update(sensitivity=0)
    assert set(canaries_in(previewed(county, by="zed", choices=everybody))) == {"name"}, "the search can find something"


def test_a_link_about_somebody_who_is_merged_away_ends(county):
    link = publish(county)
    access.merge_subjects(
        by=county.actor("pru"), kept_ref=county.refs["uncle"], merged_ref=county.refs["dad"], why="One man", now=NOW
    )
    assert row(link).ended_why == "merged"


def test_no_uncertain_tie_and_nobodys_view_is_in_a_copy(county):
    for changes in ({"certainty": "disputed"}, {"certainty": "not_sure"}, {"view_of": a_person(county, "mum")}):
        with rolled_back(), load("test.ties", by=OPERATOR, now=NOW, payload={}):
            Tie.objects.filter(kind="birth", a__subject__ref=county.refs["dad"]).update(**changes)
            assert "Dad" not in previewed(county)


def a_person(county: Partnership, name: str) -> Person:
    return Person.objects.get(subject__ref=county.refs[name])
