"""A drawn picture for one reader: role words until somebody says otherwise, and nothing that any seal covers."""

import io
import json
import re
from collections.abc import Mapping
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
from kith.apps.audit.queries import changes_of
from kith.apps.audit.services import load, reading
from kith.apps.networks import services
from kith.apps.networks.family_copies import CannotReadCopy
from kith.apps.networks.given_pictures import as_text
from kith.apps.networks.projections import GiveChoices, GiveWish, read_given
from kith.apps.networks.queries import give_form, give_preview
from kith.apps.occasions.projections import InvitationSaid
from kith.apps.people.models import PersonName, Tie
from kith.apps.pictures.models import Face, Picture, Placed
from kith.engines.drawing.output import missing_for_pdf
from kith.engines.drawing.scenes import OnPaper
from kith.testing.factories import NOW, OPERATOR, Partnership
from tests.trust.canaries import canaries_in, hide_canaries
from tests.trust.hidden import hide_relative
from tests.trust.pictures import by_hand, draw, face_of, picture_of, put_on
from tests.trust.sealing import seal
from tests.trust.share_links import opened, page
from tests.trust.visitor import visitor

pytestmark = pytest.mark.django_db
SAFE = InvitationSaid(safety="safe", hurt="Nobody that we know of")
ASKED = {"safety": "safe", "hurt": "Nobody that we know of", "has_read": "on"}
ALLOWED = {"shape", "reader_part", "child", "child_says", "made_on", "title", "drawn_by", "picture", "parts"}


@pytest.fixture
def county(county: Partnership) -> Partnership:
    """Mina's picture, with her mother and her father, a friend, and the pool."""
    for who, words in (("mum", "Mummy dear"), ("dad", "Kwame"), ("friend", "Bernice from swimming")):
        put_on(county, "mina", who, words)
    return county


def keys(name: str = "mina") -> list[str]:
    return list(Placed.objects.filter(picture__ref=picture_of(name)).order_by("pk").values_list("key", flat=True))


def everything(how: str = "words") -> GiveChoices:
    return GiveChoices(stands=dict.fromkeys(keys(), how), shows_lines=True, child_says="agreed")


def wish(county: Partnership, reader: str = "mum", **changes: Any) -> GiveWish:
    said: dict[str, Any] = {"choices": GiveChoices(stands={}, child_says="agreed"), "days": 7, "visits": 3}
    said |= {"picture_ref": picture_of("mina"), "code_for": "phone", "safety": SAFE, "has_read": True}
    return GiveWish(child_ref=county.refs["mina"], reader_ref=county.refs[reader], **said | changes)


def text_of(county: Partnership, reader: str = "mum", *, by: str = "pru", **changes: Any) -> str:
    with reading("test", by=county.actor(by), now=NOW):
        return as_text(give_preview(county.actor(by), wish(county, reader, **changes), now=NOW).given)


def publish(county: Partnership, reader: str = "mum", *, by: str = "pru", **changes: Any) -> PublishedLink:
    actor, asked = county.actor(by), wish(county, reader, **changes)
    with reading("test", by=actor, now=NOW):
        seen = give_preview(actor, asked, now=NOW).mark
        return services.give_picture(by=actor, wish=replace(asked, seen=seen), now=NOW)


def lines_in(text: str) -> list[str]:
    return [line for part in json.loads(text)["parts"] for line in part["lines"]]


def why_ended(link: PublishedLink) -> str:
    return str(ShareLink.objects.get(ref=link.ref).ended_why)


def test_everybody_stands_there_in_role_words_and_says_nothing(county):
    text = text_of(county)
    assert sorted(lines_in(text)) == ["A place", "Dad", "Mum", "Somebody close"]
    for word in ("Mummy", "Kwame", "Bernice", "swimming", "pool", "Grace", "strong"):
        assert word not in text


def test_each_stands_as_it_was_chosen(county):
    pool, mum, dad, friend = keys()
    stands = {pool: "name", mum: "words", dad: "out", friend: "friend"}
    text = text_of(county, choices=GiveChoices(stands=stands, child_says="agreed"))
    assert sorted(lines_in(text)) == ["A friend", "Mummy dear, Mummy dear", "The pool"]
    assert "Dad" not in text and "Kwame" not in text


def test_a_word_that_was_never_offered_is_the_word_that_says_least(county):
    assert text_of(county, choices=everything("everything")) == text_of(county, choices=everything("role"))


def test_what_was_drawn_by_hand_stays_behind_until_it_is_ticked(county):
    """Under an id that is nobody's."""
    star = by_hand(county, "mina")
    bare = GiveChoices(stands={}, child_says="agreed")
    assert "A star" not in text_of(county, choices=bare)
    told = text_of(county, choices=replace(bare, shows_made=True))
    assert "A star" in lines_in(told) and 'data-kind="sticker"' in json.loads(told)["picture"] and star.key not in told


FACE = "Grinningface"


def test_a_face_stays_behind_until_it_is_ticked_and_nobody_in_a_role_word_has_one(county):
    face_of(county, "mina", "mum", FACE)
    named = GiveChoices(stands=dict.fromkeys(keys(), "name"), child_says="agreed")
    assert FACE not in text_of(county, choices=named)
    told = text_of(county, choices=replace(named, shows_faces=True))
    assert FACE in json.loads(told)["picture"] and "Mummy dear, with a photograph of them" in lines_in(told)
    assert FACE not in text_of(county, choices=GiveChoices(stands={}, shows_faces=True, child_says="agreed"))


def test_a_face_of_somebody_who_did_not_say_yes_is_on_no_page(county):
    face_of(county, "mina", "mum", FACE)
    with load("test.face", by=OPERATOR, now=NOW, payload={}):
        Face.objects.update(basis="here")
    assert FACE not in text_of(county, choices=replace(everything("name"), shows_faces=True))


def test_a_new_seal_on_a_face_ends_the_link_that_shows_it(county):
    face_of(county, "mina", "mum", FACE)
    shows = publish(county, choices=replace(everything("name"), shows_faces=True))
    without = publish(county, choices=everything("name"))
    sealed = NewSeal(kind="safe_address", why="He looks for them", records=(("picture", Face.objects.get().ref),))
    set_seal(by=county.actor("pru"), subject_ref=county.refs["mina"], seal=sealed, now=NOW)
    assert (why_ended(shows), why_ended(without)) == ("sealed", "")


def test_lines_stay_behind_until_they_are_ticked(county):
    bare = GiveChoices(stands={}, child_says="agreed")
    assert "Mina and Mum" not in text_of(county, choices=bare)
    assert "Mina and Mum: strong" in lines_in(text_of(county, choices=replace(bare, shows_lines=True)))


def test_only_allowed_fields_leave_and_no_ref_among_them(county):
    text = text_of(county, choices=everything())
    assert set(json.loads(text)) == ALLOWED
    for secret in (*county.refs.values(), *keys(), "Quay", "Zed", "style="):
        assert secret not in text


def test_the_reader_sees_what_was_looked_at_and_it_stays(county):
    link = publish(county, choices=everything())
    browser = opened(link)
    shown = page(browser)
    for words in ("A picture about Mina", "Mina made this picture.", "Mina said that you may see", "The pool", "<svg"):
        assert words in shown
    with load("test.changed", by=OPERATOR, now=NOW, payload={}):
        Placed.objects.update(name="Changed", withdrawn_at=NOW)
        Picture.objects.update(withdrawn_at=NOW)
    assert "The pool" in page(browser) and "Changed" not in page(browser)
    assert re.search(r"<title>My page</title>", shown)


def test_the_childs_own_page_needs_nobodys_yes(county):
    shown = page(opened(publish(county, "mina", choices=GiveChoices(stands={}))))
    assert "Your picture" in shown and "You made this picture." in shown


def test_without_the_childs_yes_or_for_a_stranger_it_is_not_made(county):
    for says in ("", "said_no", "own"):
        with pytest.raises(services.CannotMakeCopy):
            publish(county, choices=GiveChoices(stands={}, child_says=says))
    with pytest.raises(services.CannotMakeCopy):
        publish(county, "lou")


def test_what_was_not_looked_at_is_not_published(county):
    actor = county.actor("pru")
    with reading("test", by=actor, now=NOW):
        seen = give_preview(actor, wish(county), now=NOW).mark
        with pytest.raises(services.NotAsLookedAt):
            services.give_picture(by=actor, wish=wish(county, choices=everything(), seen=seen), now=NOW)
    assert not ShareLink.objects.exists()


@pytest.mark.parametrize("worker", ["max", "ned", "tess", "ada", "dot", "abe", "quin", "sam", "fay"])
def test_whoever_may_not_publish_or_take_copies_gives_nothing(county, worker):
    with pytest.raises(NothingHere):
        publish(county, by=worker)


def test_what_any_seal_covers_is_absent_although_the_publisher_is_on_its_list(county):
    assert "Dad" in text_of(county)
    seal(county, "dad", readers=("pru", "zed"))
    sealed = text_of(county, choices=everything())
    assert "Dad" not in sealed and "Kwame" not in sealed
    seal(county, "mina", [("picture", picture_of("mina"))], readers=("pru", "zed"))
    with pytest.raises(NothingHere):
        text_of(county)


def test_a_sealed_name_is_in_no_words_that_leave(county):
    name = PersonName.objects.get(person__subject__ref=county.refs["friend"])
    seal(county, "friend", [("name", name.ref)], readers=("pru", "zed"))
    assert "Bernice" not in text_of(county, choices=everything())


def test_the_view_of_somebody_who_is_in_no_copy_is_in_none(county):
    drawn = draw(county, "lou", "As his mother sees it", view_of="lou-mum", by="zed")["picture_ref"]
    county.involve("lou", "zed")
    asked: Mapping[str, Any] = {"picture_ref": drawn}
    about = replace(wish(county, "lou-mum", **asked), child_ref=county.refs["lou"])

    def given() -> str:
        with reading("test", by=county.actor("zed"), now=NOW):
            return as_text(give_preview(county.actor("zed"), about, now=NOW).given)

    assert '"drawn_by": "relative"' in given()
    about = replace(about, reader_ref=county.refs["lou"])
    seal(county, "lou-mum")
    with pytest.raises(NothingHere):
        given()


@pytest.mark.parametrize("whom", ["mina", "dad", "mum", "friend"])
def test_a_seal_on_anybody_on_it_ends_the_link(county, whom):
    link = publish(county)
    sealed = NewSeal(kind="safe_address", why="He looks for them")
    set_seal(by=county.actor("pru"), subject_ref=county.refs[whom], seal=sealed, now=NOW)
    assert why_ended(link) == "sealed"


def test_a_seal_on_the_picture_a_name_or_a_tie_that_it_tells_ends_the_link(county):
    name = PersonName.objects.get(person__subject__ref=county.refs["dad"])
    tie = Tie.objects.filter(kind="birth", a__subject__ref=county.refs["dad"]).first()
    assert tie is not None
    for about, kind, record in (
        ("dad", "name", name.ref),
        ("dad", "tie", tie.ref),
        ("mina", "picture", picture_of("mina")),
    ):
        link = publish(county, choices=everything())
        sealed = NewSeal(kind="safe_address", why="He looks for them", records=((kind, record),))
        set_seal(by=county.actor("pru"), subject_ref=county.refs[about], seal=sealed, now=NOW)
        assert why_ended(link) == "sealed", kind


def test_a_seal_on_somebody_who_is_left_out_leaves_the_link_open(county):
    friend = keys()[-1]
    link = publish(county, choices=GiveChoices(stands={friend: "out"}, child_says="agreed"))
    sealed = NewSeal(kind="safe_address", why="He looks for them")
    set_seal(by=county.actor("pru"), subject_ref=county.refs["friend"], seal=sealed, now=NOW)
    assert why_ended(link) == ""


def test_somebody_hidden_changes_no_byte_of_it_and_is_no_choice(county):
    before = text_of(county, choices=everything())
    hide_relative(county)
    assert text_of(county, choices=everything()) == before
    with reading("test", by=county.actor("zed"), now=NOW):
        form = give_form(county.actor("zed"), county.refs["mina"], picture_of("mina"), now=NOW)
    assert "Nan, who is near" not in {thing.name for thing in form.things}


def test_no_canary_leaves_whoever_publishes(county):
    hide_canaries(county)
    assert not set(canaries_in(text_of(county, by="zed", choices=everything())))


def test_an_empty_picture_can_be_given(county):
    assert json.loads(text_of(county, choices=everything("out")))["picture"] == ""
    assert "Nobody is on it." in page(opened(publish(county, choices=everything("out"))))


def test_what_is_stored_is_shown_whole_or_not_at_all(county):
    whole = text_of(county)
    assert read_given(whole).title == "My island"
    for broken in ("", "[]", whole.replace("drawn picture 1", "drawn picture 2"), whole.replace('"title"', '"titles"')):
        with pytest.raises(CannotReadCopy):
            read_given(broken)


def test_a_worker_looks_then_makes_the_link(county):
    browser, path = visitor("pru"), reverse("pictures:give", args=[county.refs["mina"], picture_of("mina")])
    chosen = {"reader": county.refs["mum"], "child_says": "agreed", "days": 7, "visits": 5, "telling": "phone"} | ASKED
    chosen |= {f"stands-{keys()[-1]}": "friend"}
    looked = browser.post(path, look="yes", **chosen).body.decode()
    assert "This is what they will see" in looked and "<bdi>A friend</bdi>" in looked
    seen = re.search(r'name="seen" value="(\w+)"', looked)
    assert seen
    made = browser.post(path, publish="yes", seen=seen[1], **chosen).body.decode()
    address, digits = re.search(r"http://testserver(/p/[\w-]+)", made), re.search(r"(\d{3}) (\d{3})</p>", made)
    assert address and digits
    reader = Client()
    cache.clear()
    reader.post(address[1], {"code": digits[1] + digits[2]})
    body = re.search(r'<figure class="kith-copy__picture.*?(?=</main>)', page(reader), re.S)
    assert body and body[0].strip() in looked


def printed(county: Partnership, reader: str = "mum", **changes: Any) -> str:
    """The words of the print for one reader, as it was looked at."""
    actor, asked = county.actor("pru"), wish(county, reader, **changes)
    with reading("test", by=actor, now=NOW):
        seen = give_preview(actor, asked, now=NOW).mark
        looked_at = replace(asked, seen=seen)
        file = services.print_picture(by=actor, wish=looked_at, how=OnPaper(), lead=("A picture.",), now=NOW)
    assert file.name == "picture-2026-11-24.pdf"
    return " ".join(" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(file.data)).pages)


def test_a_print_for_somebody_says_what_the_page_says_and_for_whom_it_is(county):
    if missing := missing_for_pdf():
        leave_out(missing)
    said = printed(county)
    assert all(line in said for line in lines_in(text_of(county)))
    assert "Copy for Grace Okafor, on 24 November 2026" in said
    for word in ("Mummy", "Kwame", "Bernice", "pool"):
        assert word not in said
    row = AuditRow.objects.get(event="access.copy.handed_over")
    assert row.actor == county.actor("pru").ref
    assert not ShareLink.objects.exists()


def test_nothing_is_printed_for_somebody_from_whom_it_is_kept_or_that_was_not_looked_at(county):
    if missing := missing_for_pdf():
        leave_out(missing)
    actor, asked = county.actor("pru"), replace(wish(county), seen="another")
    with reading("test", by=actor, now=NOW), pytest.raises(services.NotAsLookedAt):
        services.print_picture(by=actor, wish=asked, how=OnPaper(), lead=(), now=NOW)
    name = PersonName.objects.get(person__subject__ref=county.refs["kofi"])
    kept = NewSeal(kind="safe_address", why="Told", records=(("name", name.ref),), excluded=(county.refs["friend"],))
    printed(county, "friend")
    put_on(county, "mina", "kofi", "Kofi")
    set_seal(by=county.actor("zed"), subject_ref=county.refs["kofi"], seal=kept, now=NOW)
    with pytest.raises(CannotPublish):
        printed(county, "friend")
    assert AuditRow.objects.filter(event="access.copy.handed_over").count() == 1


@pytest.mark.parametrize("safety", ["", "not_sure", "unsafe"])
def test_without_somebody_saying_that_it_is_safe_nothing_is_made(county, safety):
    with pytest.raises(services.CannotMakeCopy):
        text_of(county, safety=InvitationSaid(safety=safety, hurt="Grace, if he learns of it"))
    assert not ShareLink.objects.exists()


def test_a_parent_with_whom_contact_is_open_is_given_nothing(county):
    with pytest.raises(services.CannotMakeCopy, match="A page is contact"):
        text_of(county, "dad")


def test_what_is_said_about_who_may_see_it_is_read_first_and_stays_with_the_worker(county):
    with pytest.raises(services.CannotMakeCopy, match="Read first"):
        text_of(county, has_read=False)
    with reading("test", by=county.actor("pru"), now=NOW):
        form = give_form(county.actor("pru"), county.refs["mina"], picture_of("mina"), now=NOW)
    assert form.who_may_see == "The pool" and "The pool" not in text_of(county)


def test_what_was_answered_about_safety_stands_on_the_record_and_nowhere_on_the_page(county):
    answer = InvitationSaid(safety="safe", hurt="Nobody, since he moved to Leith")
    link = publish(county, safety=answer)
    assert "Leith" not in page(opened(link)) and "Leith" not in text_of(county, safety=answer)
    (kept,) = changes_of(county.refs["mum"], ["access.link.published"])
    assert kept.after["contact"] == "safe: Nobody, since he moved to Leith"


def test_a_worker_prints_what_they_looked_at(county):
    if missing := missing_for_pdf():
        leave_out(missing)
    browser, path = visitor("pru"), reverse("pictures:give", args=[county.refs["mina"], picture_of("mina")])
    chosen = {"reader": county.refs["mum"], "child_says": "agreed", "days": 7, "visits": 5, "telling": "phone"} | ASKED
    seen = re.search(r'name="seen" value="(\w+)"', browser.post(path, look="yes", **chosen).body.decode())
    assert seen
    answer = browser.post(path, print="yes", seen=seen[1], paper="a3", words="easy", ink="low", **chosen)
    assert answer.status == 200 and answer.body.startswith(b"%PDF")
    assert browser.post(path, print="yes", seen="another", **chosen).status == 422
