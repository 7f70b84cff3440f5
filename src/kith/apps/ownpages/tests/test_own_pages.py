"""A young person's own page: written with them, cut by what they chose, kept in versions, given to them, joined."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest

from kith.apps.access.projections import PublishedLink
from kith.apps.access.queries import NothingHere
from kith.apps.access.services import CannotPublish, Destroying, Joining, NewSeal, open_with_code, set_seal, show_copy
from kith.apps.audit.services import load, reading
from kith.apps.ownpages import queries, services
from kith.apps.ownpages.models import NamedReader, Part, StillRight, Telling
from kith.apps.ownpages.projections import (
    GiveWish,
    OwnPage,
    OwnPageCard,
    OwnPageForm,
    PageSaid,
    PartSaid,
    Sheet,
    read_own_page,
)
from kith.apps.ownpages.rules import CannotWrite
from kith.apps.ownpages.services.joining import on_destroy, on_merge
from kith.apps.records.base import StaleVersion
from kith.testing.factories import (
    NOW,
    OPERATOR,
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
LATER = NOW + dt.timedelta(days=200)
SLOW = PartSaid(key="talk", text="Slowly, please. One thing at a time.", readers="everybody")
HOOD = PartSaid(key="harder", text="My hood is mine.", readers="everybody")
DARK = PartSaid(key="around", text="I hide from the hoover.", readers="me")


@pytest.fixture
def county() -> Iterator[Partnership]:
    """Sue, Ray and Tom work with Kit; Max manages Sue's agency; Ben does not work with Kit. Nan is the grandmother."""
    with rolled_back():
        made = partnership(
            agencies=[agency("council"), agency("school")],
            workers=[
                worker("sue"),
                worker("ray", agency="school"),
                worker("tom", agency="school"),
                worker("ben"),
                worker("max", role="manager"),
                worker("fay", role="front_door"),
            ],
        )
        kit = child("kit", "Kit Brook")
        made.add([family(kit, person("nan", "Zipporah Vale"), unions=[couple("nan", children=["kit"])])])
        made.add([family(child("lou", "Lou Penhale"))])
        for who in ("sue", "ray", "tom"):
            made.involve("kit", who)
        yield made


def page(county: Partnership, who: str = "sue", about: str = "kit", now: dt.datetime = NOW) -> OwnPage:
    with reading("test", by=county.actor(who), now=now):
        return queries.own_page(county.actor(who), county.refs[about], called="Kit", now=now)


def form(county: Partnership, who: str = "sue", now: dt.datetime = NOW) -> OwnPageForm:
    with reading("test", by=county.actor(who), now=now):
        return queries.own_page_form(county.actor(who), county.refs["kit"], called="Kit", now=now)


def card(county: Partnership, who: str = "sue", now: dt.datetime = NOW) -> OwnPageCard | None:
    with reading("test", by=county.actor(who), now=now):
        return queries.own_page_card(county.actor(who), county.refs["kit"], called="Kit", now=now)


def sheet(county: Partnership, who: str = "sue") -> Sheet:
    with reading("test", by=county.actor(who), now=NOW):
        return queries.own_page_sheet(county.actor(who), county.refs["kit"], now=NOW)


def write(county: Partnership, *parts: PartSaid, who: str = "sue", now: dt.datetime = NOW, **said: Any) -> None:
    told: dict[str, Any] = {
        "on": now.date(),
        "way": "spoken",
        "chose": "child",
        "seen": form(county, who, now).seen,
    } | said
    whole = PageSaid(parts=parts, **told)
    services.write_page(by=county.actor(who), child_ref=county.refs["kit"], said=whole, now=now)


def texts(county: Partnership, who: str = "sue", about: str = "kit") -> list[str]:
    return [part.text for section in page(county, who, about).sections for part in section.parts]


def test_each_reader_sees_what_kit_lets_them_see(county):
    ray = frozenset([county.actor("ray").ref])
    calm = PartSaid(key="helps", text="My blue stone.", readers="named", named=ray)
    write(county, SLOW, calm, DARK)
    assert texts(county) == [SLOW.text, calm.text, DARK.text]
    assert texts(county, "ray") == [SLOW.text, calm.text]
    assert texts(county, "tom") == [SLOW.text]
    assert [section.name for section in page(county, "tom").sections] == ["talk"]
    assert page(county).sections[1].parts[0].names == ("Ray Worker, School",)
    assert page(county, "ray").sections[1].parts[0].names == ()


def test_a_part_is_kept_from_whom_they_name_and_from_nobody_else(county):
    """Also its earlier versions, its card and its paper; and whoever it is kept from begins a part of their own."""
    ray = frozenset([county.actor("ray").ref])
    kept = PartSaid(key="talk", text="Do not ask me about school.", readers="but", named=ray)
    write(county, kept, HOOD)
    assert texts(county) == texts(county, "tom") == [kept.text, HOOD.text]
    assert texts(county, "ray") == [HOOD.text]
    assert card(county, "ray").says == "" and card(county, "tom").says == kept.text
    assert page(county).sections[0].parts[0].names == ("Ray Worker, School",)
    assert page(county, "tom").sections[0].parts[0].names == ()
    assert [part.title for part in sheet(county).parts] == [part.title for part in sheet(county, "ray").parts]
    again = PartSaid(key="talk", text="Ask me about boats.", readers="but", named=ray)
    write(county, again, HOOD, who="tom")
    assert texts(county, "ray") == [HOOD.text] and len(page(county).sections[0].parts[0].earlier) == 1
    write(county, PartSaid(key="talk", text="They like short words.", readers="everybody"), who="ray")
    assert texts(county, "tom") == [again.text, "They like short words.", HOOD.text]


def test_who_was_a_reader_by_name_is_not_kept_out_by_a_writer_who_does_not_see_them(county):
    ben = frozenset([county.actor("ben").ref])
    write(county, SLOW)
    with load("test.named", by=OPERATOR, now=NOW, payload={}):
        part = Part.objects.get()
        part.readers = "named"
        part.save()
        NamedReader(part=part, worker_ref=next(iter(ben))).save(force_insert=True)
    ray = frozenset([county.actor("ray").ref])
    write(county, PartSaid(key="talk", text=SLOW.text, readers="but", named=ray))
    assert set(NamedReader.objects.filter(part__ended_by=None).values_list("worker_ref", flat=True)) == ray


def test_a_part_that_is_kept_from_nobody_named_is_asked_about(county):
    with pytest.raises(CannotWrite, match="may not read"):
        write(county, PartSaid(key="talk", text="Hm.", readers="but"))


@pytest.mark.parametrize("who", ["ben", "max", "fay"])
def test_everybody_who_works_with_me_is_nobody_else(county, who):
    write(county, SLOW)
    with pytest.raises(NothingHere):
        page(county, who)
    assert card(county, who) is None


def test_whoever_may_read_nothing_of_it_sees_the_page_that_nobody_has_written(county):
    before = page(county, "tom"), card(county, "tom"), form(county, "tom")
    write(
        county,
        DARK,
        PartSaid(key="talk", text="In signs.", readers="named", named=frozenset({county.actor("ray").ref})),
    )
    assert (page(county, "tom"), card(county, "tom"), form(county, "tom")) == before
    write(county, SLOW, who="tom", seen=before[2].seen)
    assert texts(county, "tom") == [SLOW.text]
    assert texts(county) == ["In signs.", SLOW.text, DARK.text]


def test_a_new_version_keeps_the_earlier_one_below_it(county):
    write(county, SLOW)
    first = Part.objects.get()
    write(county, PartSaid(key="talk", text="Not too slowly.", readers="everybody"), who="ray", now=LATER)
    (shown,) = page(county, "tom", now=LATER).sections[0].parts
    assert shown.text == "Not too slowly." and [one.text for one in shown.earlier] == [SLOW.text]
    assert Part.objects.get(pk=first.pk).text == SLOW.text


def test_what_is_closed_now_is_closed_in_its_earlier_versions_too(county):
    write(county, SLOW)
    write(county, PartSaid(key="talk", text=SLOW.text, readers="me"))
    assert texts(county, "ray") == [] and page(county, "ray").is_empty
    write(county, PartSaid(key="talk", text="Ask Nan.", readers="everybody"))
    assert [one.text for one in page(county, "ray").sections[0].parts[0].earlier] == [SLOW.text]


def test_a_part_that_is_taken_off_leaves_nothing_to_see(county):
    write(county, SLOW, HOOD)
    write(county, PartSaid(key="talk", text="", readers=""), HOOD, who="ray")
    assert texts(county) == [HOOD.text]
    assert Part.objects.filter(text=SLOW.text).exists()


def test_a_writer_keeps_readers_named_whom_they_do_not_see(county):
    everyone = frozenset({county.actor("ray").ref, county.actor("tom").ref})
    write(county, PartSaid(key="helps", text="A break.", readers="named", named=everyone))
    with load("test.left", by=OPERATOR, now=NOW, payload={}):
        NamedReader(part=Part.objects.get(), worker_ref="z" * 26).save(force_insert=True)
    only = frozenset({county.actor("ray").ref})
    write(county, PartSaid(key="helps", text="A short break.", readers="named", named=only), who="ray")
    kept = set(NamedReader.objects.filter(part__text="A short break.").values_list("worker_ref", flat=True))
    assert kept == {county.actor("ray").ref, "z" * 26}


def test_still_right_makes_it_as_young_as_today(county):
    write(county, SLOW)
    assert page(county, now=LATER).look_again.startswith("Kit last said that this is right on")
    old = card(county, now=LATER)
    assert old is not None and old.look_again
    seen = page(county, now=LATER).seen
    services.say_still_right(by=county.actor("ray"), child_ref=county.refs["kit"], seen=seen, now=LATER)
    assert page(county, now=LATER).look_again == ""
    assert page(county, now=LATER).sections[0].parts[0].right == "12 June 2027"


def test_still_right_is_said_of_what_was_read_out_alone(county):
    write(county, SLOW, DARK)
    seen = page(county, "ray", now=LATER).seen
    services.say_still_right(by=county.actor("ray"), child_ref=county.refs["kit"], seen=seen, now=LATER)
    assert page(county, "ray", now=LATER).look_again == "" and page(county, now=LATER).look_again
    assert StillRight.objects.get().part.text == SLOW.text


def test_whoever_was_second_is_told(county):
    seen = form(county, "ray").seen
    write(county, SLOW)
    with pytest.raises(StaleVersion):
        write(county, HOOD, who="ray", seen=seen)
    assert texts(county) == [SLOW.text]


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ((), {}),
        ((PartSaid(key="talk", text="", readers="everybody"),), {}),
        ((PartSaid(key="talk", text="Hi", readers=""),), {}),
        ((PartSaid(key="talk", text="Hi", readers="named"),), {}),
        ((PartSaid(key="talk", text="Hi", readers="named", named=frozenset({"0" * 26})),), {}),
        ((PartSaid(key="shoes", text="Hi", readers="me"),), {}),
        ((SLOW,), {"on": TODAY + dt.timedelta(days=1)}),
        ((SLOW,), {"way": "guessed"}),
        ((SLOW,), {"chose": "worker"}),
    ],
)
def test_what_is_not_sound_is_not_kept(county, parts, said):
    with pytest.raises(CannotWrite):
        write(county, *parts, **said)
    assert not Telling.objects.exists()


def test_paper_holds_only_what_everybody_may_read(county):
    ray = frozenset([county.actor("ray").ref])
    write(county, SLOW, HOOD, DARK, PartSaid(key="helps", text="My stone.", readers="named", named=ray))
    made = sheet(county)
    assert [(part.title, part.lines) for part in made.parts] == [
        ("How to talk to me", ("Slowly, please.", "One thing at a time.")),
        ("Please do not do this", ("My hood is mine.",)),
    ]
    assert [part.title for part in made.card] == ["How to talk to me", "Please do not do this"]


def wish(county: Partnership, who: str = "sue", seen: str | None = None) -> GiveWish:
    asked = GiveWish(child_ref=county.refs["kit"], days=7, visits=5, code_for="in_person", is_easy_read=True)
    with reading("test", by=county.actor(who), now=NOW):
        mark = queries.give_preview(county.actor(who), asked, now=NOW).mark if seen is None else seen
    return GiveWish(child_ref=asked.child_ref, days=7, visits=5, code_for="in_person", is_easy_read=True, seen=mark)


def give(county: Partnership, looked: GiveWish | None = None) -> PublishedLink:
    looked = looked or wish(county)
    with reading("test", by=county.actor("sue"), now=NOW):
        return services.give_page(by=county.actor("sue"), wish=looked, now=NOW)


def test_kit_opens_the_page_that_was_looked_at(county):
    write(county, SLOW, DARK)
    link = give(county)
    write(county, PartSaid(key="talk", text="Sing to me.", readers="everybody"), DARK)
    shown = show_copy(secret=open_with_code(token=link.token, code=link.code, now=NOW), now=NOW)
    assert shown is not None and shown.is_easy_read
    copy = read_own_page(shown.snapshot)
    assert [part.text for part in copy.for_others] == [SLOW.text]
    assert [part.text for part in copy.for_me] == [DARK.text]
    assert copy.child == "Kit"


def test_a_page_holds_nothing_that_its_giver_may_not_read(county):
    write(county, SLOW, DARK)
    with reading("test", by=county.actor("ray"), now=NOW):
        copy = queries.give_preview(county.actor("ray"), wish(county, "ray", seen=""), now=NOW).copy
    assert [part.text for part in copy.parts] == [SLOW.text]


def test_what_changed_since_it_was_looked_at_is_not_given(county):
    write(county, SLOW)
    looked = wish(county)
    write(county, PartSaid(key="talk", text="Sing to me.", readers="everybody"))
    with pytest.raises(services.NotAsLookedAt):
        give(county, looked)


def test_a_sealed_child_gets_no_page_and_an_open_one_closes(county):
    write(county, SLOW)
    link = give(county)
    secret = open_with_code(token=link.token, code=link.code, now=NOW)
    looked = wish(county)
    seal = NewSeal(kind="medical", why="Kit asked for it.")
    set_seal(by=county.actor("sue"), subject_ref=county.refs["kit"], seal=seal, now=NOW)
    assert show_copy(secret=secret, now=NOW) is None
    with pytest.raises((NothingHere, CannotPublish)):
        give(county, looked)


def test_two_records_of_one_person_keep_both_pages_and_part_again(county):
    write(county, SLOW, DARK)
    refs = county.refs
    change = Joining(merge_ref="m" * 26, kept_ref=refs["lou"], merged_ref=refs["kit"], is_joined=True)
    county.involve("lou", "sue")
    with load("test.merge", by=OPERATOR, now=NOW, payload={}) as act:
        on_merge(change, act, now=NOW)
    assert texts(county, about="lou") == [SLOW.text, DARK.text] and texts(county) == []
    back = Joining(merge_ref="m" * 26, kept_ref=refs["lou"], merged_ref=refs["kit"], is_joined=False)
    with load("test.part", by=OPERATOR, now=NOW, payload={}) as act:
        on_merge(back, act, now=NOW)
    assert texts(county) == [SLOW.text, DARK.text] and texts(county, about="lou") == []


def test_nothing_is_left_of_somebody_who_is_destroyed(county):
    ray = frozenset([county.actor("ray").ref])
    write(county, SLOW, PartSaid(key="helps", text="My stone.", readers="named", named=ray))
    write(county, SLOW, who="tom")
    change = Destroying(subject_ref=county.refs["kit"], subject_id=county.subject_ids["kit"], seen=1, merge_refs=())
    with load("test.destroy", by=OPERATOR, now=NOW, payload={}) as act:
        on_destroy(change, act, now=NOW)
    assert not any(model.objects.exists() for model in (Part, Telling, NamedReader, StillRight))
