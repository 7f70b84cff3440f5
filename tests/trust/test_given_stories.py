"""What happened, for one reader: nothing restricted, sealed or of others that somebody did not tick, and no trace."""

import io
import json
import re
from collections.abc import Collection
from dataclasses import replace
from typing import Any

import pypdf
import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from conftest import leave_out
from kith.apps.access.models import ShareLink
from kith.apps.access.projections import PublishedLink
from kith.apps.access.queries import NothingHere
from kith.apps.access.services import CannotPublish, NewSeal, set_seal
from kith.apps.audit.models import AuditRow
from kith.apps.audit.services import load, reading
from kith.apps.chronologies import services as rows
from kith.apps.chronologies.models import KnownTo, Telling
from kith.apps.chronologies.projections import AboutToo, RowSaid
from kith.apps.chronologies.queries import row_words
from kith.apps.chronologies.vocabulary import restrictions
from kith.apps.networks import services
from kith.apps.networks.family_copies import CannotReadCopy
from kith.apps.networks.given_stories import as_text
from kith.apps.networks.projections import StoryForm, StoryWish, read_story
from kith.apps.networks.queries import story_form, story_preview
from kith.apps.occasions.models import Representation
from kith.apps.occasions.projections import InvitationSaid
from kith.apps.people.models import HouseholdMember, Person, Tie
from kith.apps.records.base import next_ref
from kith.engines.drawing.output import missing_for_pdf
from kith.kernel.partial_dates import PartialDate
from kith.testing.factories import NOW, OPERATOR, Partnership
from kith.web.story_words import story_on_paper
from tests.trust.canaries import CANARIES, canaries_in, hide_canaries
from tests.trust.hidden import hide_relative
from tests.trust.rows_told import row_of
from tests.trust.sealing import seal
from tests.trust.share_links import opened, page
from tests.trust.visitor import visitor

pytestmark = pytest.mark.django_db
SAFE = InvitationSaid(safety="safe", hurt="Nobody that we know of")
SECRET = "Zebedee Harrowgate told us of it, on Tallow Street."
ALLOWED = {"shape", "reader_part", "child", "child_says", "made_on", "rows", "withheld", "answered_within"}


def told(county: Partnership, fact: str, *, by: str = "pru", **more: Any) -> str:
    said = RowSaid(start=PartialDate("2026-10-05"), fact=fact, type="attendance", rag="amber", **more)
    return rows.add_row(by=county.actor(by), child_ref=county.refs["mina"], said=said, now=NOW)


@pytest.fixture
def story(county: Partnership) -> Partnership:
    """One row from the county, one that names both parents, one of each alone, and one that goes no farther."""
    facts = {
        "both": "Grace and Kwame came to the school.",
        "mum": "Grace Okafor said that she sleeps badly.",
        "dad": "Kwame was at the gate again.",
        "mina": "Mina won the race.",
    }
    county.refs |= {f"{name} row": told(county, fact) for name, fact in facts.items()}
    county.refs["restricted row"] = told(county, SECRET, restriction="third_party")
    return county


def form_for(county: Partnership, reader: str = "mum", by: str = "pru") -> StoryForm:
    with reading("test", by=county.actor(by), now=NOW):
        return story_form(county.actor(by), county.refs["mina"], county.refs[reader], now=NOW)


def ticked(county: Partnership, reader: str = "mum", by: str = "pru") -> frozenset[str]:
    return frozenset(one.card.ref for one in form_for(county, reader, by).rows if not one.why_left)


def everything(county: Partnership, reader: str = "mum", by: str = "pru") -> frozenset[str]:
    return frozenset(one.card.ref for one in form_for(county, reader, by).rows)


def wish(county: Partnership, reader: str = "mum", *, by: str = "pru", **changes: Any) -> StoryWish:
    said: dict[str, Any] = {"child_says": "agreed", "safety": SAFE, "code_for": "phone", "visits": 3}
    said |= {} if "rows" in changes else {"rows": ticked(county, reader, by)}
    return StoryWish(child_ref=county.refs["mina"], reader_ref=county.refs[reader], **said | changes)


def text_of(county: Partnership, reader: str = "mum", *, by: str = "pru", **changes: Any) -> str:
    asked = wish(county, reader, by=by, **changes)
    with reading("test", by=county.actor(by), now=NOW):
        return as_text(story_preview(county.actor(by), asked, now=NOW).given)


def publish(county: Partnership, reader: str = "mum", **changes: Any) -> PublishedLink:
    actor, asked = county.actor("pru"), wish(county, reader, **changes)
    with reading("test", by=actor, now=NOW):
        seen = story_preview(actor, asked, now=NOW).mark
        return services.give_story(by=actor, wish=replace(asked, seen=seen), now=NOW)


def printed(county: Partnership, reader: str = "mum", *, is_large: bool = False, **changes: Any) -> bytes:
    if missing := missing_for_pdf():
        leave_out(missing)
    actor, asked = county.actor("pru"), wish(county, reader, **changes)
    with reading("test", by=actor, now=NOW):
        seen = story_preview(actor, asked, now=NOW).mark
        looked_at, print_ = replace(asked, seen=seen), services.print_story
        return print_(by=actor, wish=looked_at, words=story_on_paper, is_large=is_large, now=NOW).data


def words_in(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def facts_in(text: str) -> list[str]:
    return [row["fact"] for row in json.loads(text)["rows"]]


def note_known(county: Partnership, reader: str = "mum", row: str = "restricted row", by: str = "pru") -> None:
    at = {"row_ref": county.refs[row], "person_ref": county.refs[reader], "said_by": "She told me"}
    rows.note_known(by=county.actor(by), child_ref=county.refs["mina"], now=NOW, **at)


def why_ended(link: PublishedLink) -> str:
    return str(ShareLink.objects.get(ref=link.ref).ended_why)


def hidden_in(text: str, words: Collection[str]) -> None:
    for word in words:
        assert word.casefold() not in text.casefold(), word


def test_names_stand_in_role_words_until_somebody_is_ticked(story):
    bare = text_of(story, rows=everything(story))
    assert "Grace and [Dad] came to the school." in facts_in(bare)
    assert "[Dad] was at the gate again." in facts_in(bare)
    named = text_of(story, rows=everything(story), named=frozenset({story.refs["dad"]}))
    assert "Grace and Kwame came to the school." in facts_in(named)


def test_whoever_is_nothing_sure_to_the_child_is_named_to_those_who_live_with_them(story):
    """Kofi's father is not sure. His stay under a seal, or none at all: the same words for everybody."""
    with load("test", by=OPERATOR, now=NOW, payload={}):
        kofi = Person.objects.get(subject__ref=story.refs["kofi"])
        Tie.objects.filter(b__subject__ref=story.refs["kofi"]).update(certainty="not_sure")
        home = HouseholdMember.objects.filter(person__subject__ref=story.refs["mina"]).get().household
    row = frozenset({told(story, "Kofi came along.")})
    readers = ("mum", "mina", "friend")
    apart = [text_of(story, reader, rows=row) for reader in readers]
    assert facts_in(apart[0]) == ["[another child] came along."]
    with load("test", by=OPERATOR, now=NOW, payload={}):
        stay = HouseholdMember(ref=next_ref(), person=kofi, household=home)
        stay.save(force_insert=True)
    together = {reader: facts_in(text_of(story, reader, rows=row)) for reader in readers}
    assert together["mum"] == together["mina"] == ["Kofi came along."]
    assert together["friend"] == ["[another child] came along."]
    seal(story, "kofi", [("stay", stay.ref)], kind="witness")
    for by in ("pru", "zed"):
        assert [text_of(story, reader, by=by, rows=row) for reader in readers] == apart


def test_two_parents_are_not_given_the_same(story):
    mums, dads = ticked(story), ticked(story, "dad")
    assert story.refs["mum row"] in mums - dads
    assert story.refs["dad row"] in dads - mums
    assert {story.refs["both row"], story.refs["mina row"]} <= mums & dads


def test_a_word_for_a_parent_counts_as_their_name(story):
    ref = told(story, "Her father and his partner came.")
    why = {
        reader: {one.card.ref: one.why_left for one in form_for(story, reader).rows}[ref] for reader in ("mum", "dad")
    }
    assert why["mum"] == row_words("for_family")["tells_of_others"].format(reader="Grace Okafor")
    assert why["dad"] == ""


def test_a_grown_ups_own_life_and_what_leads_to_somebody_is_not_ticked(story):
    said = {"type": "family_structure"}
    at = {"by": story.actor("pru"), "child_ref": story.refs["mina"], "now": NOW}
    start = PartialDate("2026-10-06")
    moved = rows.add_row(said=RowSaid(start=start, fact="Kwame and Grace told us of a new friend.", **said), **at)
    rang = rows.add_row(said=RowSaid(start=start, fact="He waits at 14 Quay Row."), **at)
    why = {one.card.ref: one.why_left for one in form_for(story).rows}
    assert why[moved] == row_words("for_family")["tells_of_a_life"].format(reader="Grace Okafor")
    assert why[rang] == row_words("for_family")["leads_to_somebody"]
    assert facts_in(text_of(story, rows=frozenset({rang}))) == ["He waits at [a home]."]


def test_the_young_person_reads_all_but_what_leads_to_somebody(story):
    assert {story.refs[f"{name} row"] for name in ("both", "mum", "dad", "mina")} <= ticked(story, "mina")


def test_of_a_restricted_row_nothing_is_there(story):
    given = text_of(story, rows=everything(story) | {story.refs["restricted row"]})
    hidden_in(given, ("Zebedee", "Tallow", restrictions()["third_party"].family, story.refs["restricted row"]))
    assert json.loads(given)["withheld"] == []
    before = facts_in(given)
    with load("test", by=OPERATOR, now=NOW, payload={}):
        Telling.objects.filter(entry__ref=story.refs["restricted row"]).update(start="2019-01-01")
    assert facts_in(text_of(story, rows=everything(story))) == before


def test_what_the_reader_knows_of_is_withheld_with_its_kind_and_no_day(story):
    note_known(story)
    given = text_of(story)
    assert json.loads(given)["withheld"] == [restrictions()["third_party"].family]
    hidden_in(given, ("Zebedee", "Tallow", "She told me"))
    assert json.loads(text_of(story, "friend"))["withheld"] == []
    assert restrictions()["third_party"].family in page(opened(publish(story)))


def test_who_knows_is_taken_back_and_noted_once(story):
    note_known(story)
    note_known(story)
    assert KnownTo.objects.count() == 1
    at = {"row_ref": story.refs["restricted row"], "person_ref": story.refs["mum"]}
    rows.take_back_known(by=story.actor("pru"), child_ref=story.refs["mina"], now=NOW, **at)
    assert json.loads(text_of(story))["withheld"] == []


def test_who_knows_is_said_by_somebody_and_only_of_a_restricted_row(story):
    at = {"by": story.actor("pru"), "child_ref": story.refs["mina"], "person_ref": story.refs["mum"], "now": NOW}
    with pytest.raises(rows.CannotTell):
        rows.note_known(row_ref=story.refs["restricted row"], said_by=" ", **at)
    with pytest.raises(NothingHere):
        rows.note_known(row_ref=story.refs["mina row"], said_by="She", **at)


def test_a_withdrawn_row_is_in_no_copy_for_the_family(story):
    at = {"by": story.actor("pru"), "child_ref": story.refs["mina"], "row_ref": story.refs["mina row"]}
    rows.withdraw_row(why="wrong child", expected_version=1, now=NOW, **at)
    assert "won the race" not in text_of(story, rows=everything(story) | {story.refs["mina row"]})


def test_what_the_child_said_stays_until_it_is_ticked(story):
    ref = told(story, "She told her teacher.", childs_words="I want to go home.")
    bare = text_of(story, rows=frozenset({ref}))
    assert "go home" not in bare
    assert "I want to go home." in text_of(story, rows=frozenset({ref}), shows_childs_words=True)


def test_only_allowed_fields_leave_and_no_ref_colour_or_count(story):
    note_known(story)
    given = text_of(story, rows=everything(story))
    assert set(json.loads(given)) == ALLOWED
    hidden_in(given, (*story.refs.values(), "amber", '"version"', "third_party"))


def test_what_any_seal_covers_is_absent_although_the_publisher_is_on_its_list(story):
    ref = story.refs["mina row"]
    assert "won the race" in text_of(story)
    seal(story, "mina", [("event", ref)], readers=("pru", "zed"))
    assert "won the race" not in text_of(story, rows=everything(story) | {ref})


def test_a_row_about_a_child_who_is_in_no_copy_is_not_there(story):
    ref = told(story, "Kofi and Mina ran off.", others=(AboutToo(story.refs["kofi"], "happened"),))
    assert ref in everything(story)
    seal(story, "kofi", readers=("pru", "zed"))
    assert ref not in everything(story)


def test_the_reader_sees_what_was_looked_at_and_it_stays(story):
    browser = opened(publish(story))
    shown = page(browser)
    for words in ("What happened for Mina", "Mina said that you may see", "Mina won the race.", "Write to us"):
        assert words in shown
    with load("test.changed", by=OPERATOR, now=NOW, payload={}):
        Telling.objects.update(fact="Changed")
    assert "won the race" in page(browser) and "Changed" not in page(browser)
    assert re.search(r"<title>My page</title>", shown)


def test_easy_read_says_the_same(story):
    note_known(story)
    shown = page(opened(publish(story, is_easy_read=True)))
    assert "Mina won the race." in shown and restrictions()["third_party"].family in shown


def test_the_reader_writes_to_us_from_the_page(story):
    browser = opened(publish(story))
    said = {"kind": "wrong", "words": "It was the other gate.", "reach": ""}
    assert browser.post(reverse("links:speak"), said).status_code == 302
    assert Representation.objects.filter(words="It was the other gate.", kind="wrong").count() == 1
    assert "It was the other gate." in page(browser)
    assert "It was the other gate." in browser.get(reverse("links:spoken")).content.decode()


def test_without_the_childs_yes_safety_or_a_row_it_is_not_made(story):
    for says in ("", "said_no", "own"):
        with pytest.raises(services.CannotMakeCopy):
            publish(story, child_says=says)
    for safety in ("", "not_sure", "unsafe"):
        with pytest.raises(services.CannotMakeCopy):
            text_of(story, safety=InvitationSaid(safety=safety, hurt="Grace"))
    with pytest.raises(services.CannotMakeCopy):
        text_of(story, rows=frozenset())
    with pytest.raises(services.CannotMakeCopy):
        text_of(story, "lou", rows=frozenset({story.refs["mina row"]}))
    with pytest.raises(NothingHere):
        form_for(story, "lou")


def test_what_was_not_looked_at_is_not_given(story):
    actor, asked = story.actor("pru"), wish(story, seen="another")
    with reading("test", by=actor, now=NOW):
        with pytest.raises(services.NotAsLookedAt):
            services.give_story(by=actor, wish=asked, now=NOW)
        with pytest.raises(services.NotAsLookedAt):
            services.print_story(by=actor, wish=asked, words=story_on_paper, now=NOW)
    assert not ShareLink.objects.exists()


@pytest.mark.parametrize("worker", ["max", "ned", "tess", "ada", "dot", "abe", "quin", "sam", "fay"])
def test_whoever_may_not_publish_or_take_copies_gives_nothing(story, worker):
    with pytest.raises(NothingHere):
        form_for(story, by=worker)
    with pytest.raises(NothingHere):
        note_known(story, by=worker)


@pytest.mark.parametrize("whom", ["mina", "dad", "mum"])
def test_a_seal_on_anybody_it_tells_of_ends_the_link(story, whom):
    link = publish(story)
    sealed = NewSeal(kind="safe_address", why="He looks for them")
    set_seal(by=story.actor("pru"), subject_ref=story.refs[whom], seal=sealed, now=NOW)
    assert why_ended(link) == "sealed"


@pytest.mark.parametrize("row", ["mina row", "restricted row"])
def test_a_seal_on_a_row_it_tells_of_ends_the_link(story, row):
    note_known(story)
    link = publish(story)
    records = (("event", story.refs[row]),)
    sealed = NewSeal(kind="safe_address", why="He looks for them", records=records)
    set_seal(by=story.actor("pru"), subject_ref=story.refs["mina"], seal=sealed, now=NOW)
    assert why_ended(link) == "sealed"


def test_a_row_that_is_withdrawn_or_goes_no_farther_ends_the_link_and_a_plain_correction_does_not(story):
    at: dict[str, Any] = {"by": story.actor("pru"), "child_ref": story.refs["mina"], "row_ref": story.refs["mina row"]}
    said = RowSaid(start=PartialDate("2026-10-05"), fact="Mina won the race again.")
    link = publish(story)
    rows.correct_row(said=said, expected_version=1, now=NOW, **at)
    assert why_ended(link) == ""
    rows.correct_row(said=replace(said, restriction="sub_judice"), expected_version=2, now=NOW, **at)
    assert why_ended(link) == "taken_back"
    rows.correct_row(said=said, expected_version=3, now=NOW, **at)
    link = publish(story)
    rows.withdraw_row(why="wrong child", expected_version=4, now=NOW, **at)
    assert why_ended(link) == "taken_back"


def test_somebody_hidden_changes_no_byte_of_it(story):
    before = text_of(story, by="zed", rows=everything(story, by="zed"))
    hide_relative(story)
    assert text_of(story, by="zed", rows=everything(story, by="zed")) == before


def test_no_canary_leaves_whoever_publishes(story):
    hide_canaries(story)
    given = text_of(story, by="zed", rows=everything(story, by="zed"), shows_childs_words=True)
    assert not set(canaries_in(given))


def test_the_print_says_what_the_page_says_for_whom_it_is_and_nothing_else(story):
    note_known(story)
    pdf = printed(story)
    said = words_in(pdf)
    assert all(fact in said for fact in facts_in(text_of(story)))
    assert "Copy for Grace Okafor, on 24 November 2026" in said
    assert restrictions()["third_party"].family in said
    hidden_in(said, ("Zebedee", "Tallow", "Kwame", "She told me"))
    raw = b"".join(page.get_contents().get_data() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    assert b"Zebedee" not in raw + pdf
    assert AuditRow.objects.get(event="access.copy.handed_over").actor == story.actor("pru").ref


def test_the_print_is_the_same_from_the_same_rows_and_larger_where_chosen(story):
    assert printed(story) == printed(story)
    assert len(pypdf.PdfReader(io.BytesIO(printed(story, is_large=True))).pages) >= 1
    assert printed(story, is_large=True) != printed(story)


def test_no_canary_stands_in_a_print(story):
    hide_canaries(story)
    said = words_in(printed(story, rows=everything(story), shows_childs_words=True))
    assert not [name for name, word in CANARIES.items() if word.casefold() in said.casefold()]


def test_nothing_is_given_to_somebody_from_whom_it_is_kept(story):
    kept = NewSeal(
        kind="safe_address",
        why="Told",
        records=(("event", story.refs["restricted row"]),),
        excluded=(story.refs["mum"],),
    )
    set_seal(by=story.actor("pru"), subject_ref=story.refs["mina"], seal=kept, now=NOW)
    with pytest.raises(CannotPublish):
        publish(story)


def test_what_is_stored_is_shown_whole_or_not_at_all(story):
    whole = text_of(story)
    assert read_story(whole).child == "Mina"
    for broken in ("", "[]", whole.replace("what happened 1", "what happened 2"), whole.replace('"rows"', '"row"')):
        with pytest.raises(CannotReadCopy):
            read_story(broken)


def test_a_worker_looks_then_makes_the_link(story):
    browser, path = visitor("pru"), reverse("chronologies:give", args=[story.refs["mina"], story.refs["mum"]])
    first = browser.get(path).body.decode()
    assert re.search(rf'value="{story.refs["mina row"]}" checked', first)
    assert not re.search(rf'value="{story.refs["dad row"]}" checked', first)
    chosen: dict[str, Any] = {"rows": [story.refs["mina row"]], "child_says": "agreed", "days": 7, "visits": 5}
    chosen |= {"telling": "phone", "safety": "safe", "hurt": "Nobody that we know of"}
    looked = browser.post(path, look="yes", **chosen).body.decode()
    assert "This is what they will see" in looked
    seen = re.search(r'name="seen" value="(\w+)"', looked)
    assert seen
    printed_pdf = browser.post(path, print="yes", words="large", seen=seen[1], **chosen)
    assert missing_for_pdf() or printed_pdf.body.startswith(b"%PDF")
    made = browser.post(path, publish="yes", seen=seen[1], **chosen).body.decode()
    address, digits = re.search(r"http://testserver(/p/[\w-]+)", made), re.search(r"(\d{3}) (\d{3})</p>", made)
    assert address and digits
    reader = Client()
    cache.clear()
    reader.post(address[1], {"code": digits[1] + digits[2]})
    assert "Mina won the race." in page(reader)


def test_a_row_of_the_county_is_offered_to_whoever_reads_it(story):
    assert row_of("mina") in everything(story)
