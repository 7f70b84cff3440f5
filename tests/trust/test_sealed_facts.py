"""P4, P5 and P10 for single facts: who is on a seal's list sees them, and is told where they slip into a text.

What no page may tell of them is asked by the two worlds and the canaries; these are the rules one by one.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest

from kith.apps.access.models import EmergencyLook, Seal, SealScope, Share, ShareTerms
from kith.apps.access.queries import NothingHere
from kith.apps.access.services import SealedScope
from kith.apps.access.vocabulary import opening_kinds
from kith.apps.audit.queries import changes_of
from kith.apps.audit.services import load, reading
from kith.apps.networks.queries import child_page, find_page, person_page
from kith.apps.people import services
from kith.apps.people.models import Account, Address, Language, OwnWords, Person, PersonName, Tie
from kith.apps.people.numbers import CannotAddIdentifier
from kith.apps.people.queries import (
    family_of,
    find_children,
    homes_of,
    my_children,
    person_view,
    pointed_at,
    sieve,
)
from kith.apps.people.services import on_seal_change
from kith.apps.people.services.facts import CannotTakeOut
from kith.apps.people.services.words import HoldsWhatIsSealed
from kith.apps.people.unions import TieFact
from kith.apps.people.writing import write_households
from kith.apps.search.services import index
from kith.apps.voices.projections import VoiceSaid
from kith.apps.voices.queries import voices_page
from kith.apps.voices.services import change_voice, hear_voice
from kith.apps.voices.vocabulary import ways
from kith.engines.drawing import network as net
from kith.kernel.partial_dates import PartialDate
from kith.testing.factories import NOW, OPERATOR, TODAY, Partnership, rolled_back
from tests.trust.county import build_county
from tests.trust.sealing import seal

pytestmark = pytest.mark.django_db

PLACE, CODE, NUMBER = "7 Threnody Yard", "EM7 7QZ", "9434765919"
TIGRINYA = "ti"


@pytest.fixture
def county() -> Iterator[Partnership]:
    """Mum's address, a name of hers, her number and a language are sealed; Zed is on the list, Pru and Max are not."""
    with rolled_back():
        made = build_county()
        zed, mum = made.actor("zed"), made.refs["mum"]
        at = net.Address(lines=PLACE, postcode=CODE)
        made.refs["address"] = services.add_address(by=zed, person_ref=mum, address=at, now=NOW)
        name = net.Name(text="Zipporah Quillfeather")
        made.refs["name"] = services.add_name(by=zed, person_ref=mum, name=name, now=NOW)
        number = net.Identifier(kind="nhs_number", value=NUMBER)
        made.refs["number"] = services.add_identifier(by=zed, person_ref=mum, identifier=number, now=NOW)
        set_languages(made, "zed", "en", TIGRINYA)
        made.refs["language"] = Language.objects.get(code=TIGRINYA).ref
        seal(made, "mum", [(kind, made.refs[kind]) for kind in ("address", "name", "number", "language")])
        yield made


def view(county: Partnership, who: str, about: str = "mum"):
    actor = county.actor(who)
    with reading("test", by=actor, now=NOW):
        return person_view(actor, county.refs[about], now=NOW)


def set_languages(county: Partnership, who: str, *codes: str, interpreter: bool = False) -> None:
    services.set_languages(
        by=county.actor(who),
        person_ref=county.refs["mum"],
        languages=[net.Language(code=code, needs_interpreter=interpreter) for code in codes],
        expected_version=Person.objects.get(subject__ref=county.refs["mum"]).version,
        now=NOW,
    )


def languages(county: Partnership, who: str) -> list[str]:
    return [said.code for said in view(county, who).person.languages]


def found(county: Partnership, who: str, asked: str) -> list[str]:
    actor = county.actor(who)
    with reading("test", by=actor, now=NOW):
        return [child.name for child in find_children(actor, asked, now=NOW)]


def tie_words(county: Partnership, who: str, about: str = "mum") -> set[str]:
    return {tie.words for tie in view(county, who, about).ties if tie.words}


def write(county: Partnership, who: str, words: str) -> str:
    tie = TieFact(kind="close", a=county.refs["mum"], b=county.refs["friend"], account=net.Account(words=words))
    return services.add_tie(by=county.actor(who), child_ref=county.refs["mina"], tie=tie, now=NOW)


def test_whoever_is_on_the_list_sees_the_facts_and_nobody_else_does(county):
    said = repr(view(county, "zed"))
    assert PLACE in said and NUMBER in said and "Quillfeather" in said and "Tigrinya" in said
    for who in ("pru", "max", "fay", "ira", "quin", "sam"):
        said = repr(view(county, who))
        assert "Threnody" not in said and "Quillfeather" not in said and "5919" not in said, who
        assert "Tigrinya" not in said and "'ti'" not in said, who


def test_a_fact_of_which_somebody_knows_the_ref_cannot_be_touched(county):
    for name in ("address", "name", "number", "language"):
        with pytest.raises(NothingHere):
            services.withdraw_fact(
                by=county.actor("pru"),
                person_ref=county.refs["mum"],
                fact_ref=county.refs[name],
                why="guess",
                expected_version=Person.objects.get(subject__ref=county.refs["mum"]).version,
                now=NOW,
            )


def test_a_home_called_after_the_address_is_a_home(county):
    """In the picture, in lists and where one is chosen; its address goes too, although that record is open."""
    mina, at = county.refs["mina"], net.Address(lines=PLACE, postcode=CODE)
    home = net.Household(id="h", name=PLACE.upper(), address=at, members=(net.Membership(person="mum"),))
    with load("test.home", by=OPERATOR, now=NOW, payload={}):
        write_households([([home], {"mum": Person.objects.get(subject__ref=county.refs["mum"]).pk})])
    for who, is_told in (("zed", True), ("pru", False)):
        actor = county.actor(who)
        with reading("test", by=actor, now=NOW):
            said = repr((child_page(actor, mina, now=NOW), homes_of(actor, [county.refs["mum"]], now=NOW)))
            said += repr(person_page(actor, mina, county.refs["mum"], now=NOW))
        assert ("THRENODY" in said, "EM7" in said) == (is_told, is_told)
        assert ("A home" in said) != is_told


def test_nobody_is_found_by_what_is_sealed_until_it_is_opened(county):
    """Not even by those on the list: what is kept for everybody at once does not hold it."""
    mina = services.add_address(
        by=county.actor("zed"),
        person_ref=county.refs["mina"],
        address=net.Address(lines="1 Elver Close", postcode="EM9 9ZZ"),
        now=NOW,
    )
    assert found(county, "pru", "em9 9zz") == ["Mina Okafor"]
    closed = seal(county, "mina", [("address", mina)])
    assert [found(county, who, "em9 9zz") for who in ("pru", "zed", "fay")] == [[], [], []]
    assert found(county, "zed", "mina") == ["Mina Okafor"]
    with load("test.lifted", by=OPERATOR, now=NOW, payload={}):
        Seal.objects.filter(pk=closed.pk).update(lifted_at=NOW)
        on_seal_change([SealedScope(county.refs["mina"], "address", mina)], now=NOW)
    assert found(county, "pru", "em9 9zz") == ["Mina Okafor"]


def test_a_hit_that_the_viewer_may_not_see_is_no_hit_whatever_the_index_holds(county):
    """The same address told once more of the child is as closed as the sealed one."""
    with load("test.index", by=OPERATOR, now=NOW, payload={}):
        child = Person.objects.get(subject__ref=county.refs["mina"])
        Address(person=child, lines=PLACE, postcode=CODE).save(force_insert=True)
        index(child.subject_id, {("p", "em77qz"), ("n", "mina"), ("n", "quillfeather")})
    assert found(county, "pru", "em7 7qz") == found(county, "pru", "quillfeather") == []
    assert found(county, "zed", "em77qz") == ["Mina Okafor"]


def test_whoever_is_on_the_list_is_told_where_it_slipped_into_a_text(county):
    for words in ("They are at 7 threnody yard.", "EM77QZ", "ask Zipporah", "spoke TIGRINYA"):
        with pytest.raises(HoldsWhatIsSealed, match=r"sealed (address|name|language) of"):
            write(county, "zed", words)
    assert not Tie.objects.filter(kind="close", b__subject__ref=county.refs["friend"]).exists()


def test_whoever_is_not_is_told_nothing_and_keeps_their_words(county):
    write(county, "pru", "They are at 7 Threnody Yard.")
    assert tie_words(county, "pru") == {"They are at 7 Threnody Yard."} == tie_words(county, "zed")
    assert tie_words(county, "max") == tie_words(county, "fay") == set()


def test_a_written_guess_brings_nothing_else_to_light(county):
    """Otherwise whoever writes the street, or the surname, would see what others had written of it."""
    with load("test.words", by=OPERATOR, now=NOW, payload={}):
        Person.objects.filter(subject__ref=county.refs["dad"]).update(note="seen near Threnody Yard, with Zipporah")
    pru, dad = county.actor("pru"), county.refs["dad"]
    services.add_address(by=pru, person_ref=dad, address=net.Address(lines="1 Threnody Yard"), now=NOW)
    services.add_name(by=pru, person_ref=dad, name=net.Name(text="Zipporah Okafor", kind="known_as"), now=NOW)
    assert view(county, "pru", "dad").person.fact == ""
    assert "Zipporah" in view(county, "zed", "dad").person.fact


def test_what_is_left_out_is_not_lost_when_the_form_is_saved(county):
    with load("test.words", by=OPERATOR, now=NOW, payload={}):
        Person.objects.filter(subject__ref=county.refs["dad"]).update(gender="of 7 Threnody Yard")
    seen = view(county, "pru", "dad")
    services.change_person(
        by=county.actor("pru"),
        person_ref=county.refs["dad"],
        changed=seen.person,
        expected_version=seen.version,
        now=NOW,
    )
    assert view(county, "zed", "dad").person.gender == "of 7 Threnody Yard"


def test_a_sealed_language_stays_when_somebody_off_the_list_saves_what_they_saw(county):
    for saved in (["en"], ["cy", "en"], []):
        set_languages(county, "pru", *saved)
        assert languages(county, "pru") == languages(county, "max") == saved
        assert TIGRINYA in languages(county, "zed")
    row = Language.objects.get(ref=county.refs["language"])
    assert (row.code, row.withdrawn_at, row.needs_interpreter) == (TIGRINYA, None, False)


def test_whoever_adds_the_language_that_is_sealed_to_them_learns_nothing(county):
    """They see it as they saved it, and may take it out; those off the list do not, and those on it read it once."""
    set_languages(county, "pru", TIGRINYA, "en", interpreter=True)
    assert languages(county, "pru") == [TIGRINYA, "en"] and languages(county, "max") == ["en"]
    assert sorted(languages(county, "zed")) == ["en", TIGRINYA]
    (kept, *_) = changes_of(county.refs["mum"], ["people.languages.set"])
    assert kept.before == {"languages": ["en"]}
    set_languages(county, "pru", "en")
    assert languages(county, "pru") == ["en"] and TIGRINYA in languages(county, "zed")
    set_languages(county, "pru", "en", TIGRINYA)
    assert languages(county, "pru") == ["en", TIGRINYA] and languages(county, "max") == ["en"]


def test_whoever_is_on_the_list_may_take_it_out_and_back_and_the_seal_holds(county):
    set_languages(county, "zed", "en")
    assert languages(county, "zed") == ["en"]
    set_languages(county, "zed", TIGRINYA, "en")
    assert languages(county, "zed") == [TIGRINYA, "en"] and languages(county, "pru") == ["en"]


def test_a_language_that_somebody_else_uses_openly_is_no_secret_in_a_text(county):
    write(county, "pru", "He said it in Tigrinya.")
    assert tie_words(county, "max") == set()
    with load("test.language", by=OPERATOR, now=NOW, payload={}):
        dad = Person.objects.get(subject__ref=county.refs["dad"])
        Language(person=dad, code=TIGRINYA).save(force_insert=True)
    assert tie_words(county, "max") == {"He said it in Tigrinya."}


def test_the_language_in_which_a_child_spoke_is_as_sealed_as_the_child_s(county):
    """Whoever writes it down goes on reading it, and saving the form without seeing it leaves it as it is."""
    said = VoiceSaid(on=PartialDate("2026-01-05"), way=next(iter(ways())), words="I want to stay.", language=TIGRINYA)
    mina = {"child_ref": county.refs["mina"], "now": NOW}
    child = Person.objects.get(subject__ref=county.refs["mina"])
    with load("test.language", by=OPERATOR, now=NOW, payload={}):
        spoken = Language(person=child, code=TIGRINYA)
        spoken.save(force_insert=True)
    told = hear_voice(by=county.actor("zed"), said=said, **mina)
    assert "Tigrinya" in ways_told(county, "pru")
    seal(county, "mina", [("language", spoken.ref)])
    assert "Tigrinya" in ways_told(county, "zed") and "Tigrinya" not in ways_told(county, "pru")

    plain = {"by": county.actor("pru"), "voice_ref": told, **mina}
    change_voice(said=replace(said, language=""), expected_version=1, **plain)
    assert "Tigrinya" in ways_told(county, "zed")
    change_voice(said=said, expected_version=2, **plain)
    assert "Tigrinya" in ways_told(county, "pru") and "Tigrinya" not in ways_told(county, "max")


def ways_told(county: Partnership, who: str) -> str:
    actor = county.actor(who)
    with reading("test", by=actor, now=NOW):
        return " ".join(card.way for card in voices_page(actor, county.refs["mina"], called="Mina", now=NOW).voices)


def test_an_emergency_look_shows_a_sealed_language_and_saves_nothing_of_it(county):
    """The form comes back with it, and that is no telling of theirs."""
    with load("test.look", by=OPERATOR, now=NOW, payload={}):
        Seal.objects.update(kind=min(opening_kinds()), outsiders="pointer")
        EmergencyLook(
            subject_id=county.subject_ids["mum"],
            user_id=county.loaded.workers["pru"],
            reason="life",
            words="A child may be in danger tonight.",
            opened_at=NOW,
            until_at=NOW + dt.timedelta(hours=1),
            organisation_id=county.loaded.organisations["council"],
            review_due_on=TODAY,
            escalates_on=TODAY,
        ).save(force_insert=True)
    assert languages(county, "pru") == ["en", TIGRINYA]
    set_languages(county, "pru", "en", TIGRINYA, interpreter=True)
    assert Language.objects.filter(code=TIGRINYA).count() == 1 and not OwnWords.objects.exists()
    assert not Language.objects.get(ref=county.refs["language"]).needs_interpreter


def test_answers_count_only_what_the_doer_may_see(county):
    pru, mum = county.actor("pru"), county.refs["mum"]
    number = net.Identifier(kind="nhs_number", value=NUMBER)
    services.add_identifier(by=pru, person_ref=mum, identifier=number, now=NOW)
    with pytest.raises(CannotAddIdentifier, match="already"):
        services.add_identifier(by=pru, person_ref=mum, identifier=number, now=NOW)
    only = PersonName.objects.get(person__subject__ref=mum, text="Grace Okafor")
    version = Person.objects.get(subject__ref=mum).version
    with pytest.raises(CannotTakeOut, match="only name"):
        services.withdraw_fact(by=pru, person_ref=mum, fact_ref=only.ref, why="", expected_version=version, now=NOW)


def test_whoever_has_no_name_that_may_be_seen_is_like_somebody_unknown(county):
    names = PersonName.objects.filter(person__subject__ref=county.refs["mina"])
    seal(county, "mina", [("name", name.ref) for name in names])
    actor = county.actor("pru")
    with reading("test", by=actor, now=NOW):
        page = child_page(actor, county.refs["mina"], now=NOW)
        mine = [child.name for child in my_children(actor, now=NOW)]
    assert page.child.name == "Not known yet"
    assert "Mina" not in repr(page)
    assert mine == sorted(mine) == ["Lou Penhale", "Not known yet"]
    assert Person.objects.get(subject__ref=county.refs["mina"]).sort_key == ""


def test_lists_stand_in_the_order_of_the_names_that_are_shown(county):
    """For whoever is on the list by the sealed name, for others by the one they see."""
    name = net.Name(text="Aaron Okafor")
    sealed = services.add_name(by=county.actor("zed"), person_ref=county.refs["mina"], name=name, now=NOW)
    first = PersonName.objects.get(person__subject__ref=county.refs["mina"], text="Mina Okafor")
    with load("test.names", by=OPERATOR, now=NOW, payload={}):
        PersonName.objects.filter(pk=first.pk).update(kind="known_as")
    county.involve("lou", "zed")
    seal(county, "mina", [("name", sealed)])
    for who, names in (("zed", ["Aaron Okafor", "Lou Penhale"]), ("pru", ["Lou Penhale", "Mina Okafor"])):
        actor = county.actor(who)
        with reading("test", by=actor, now=NOW):
            assert [child.name for child in my_children(actor, now=NOW)] == names
    assert Person.objects.get(subject__ref=county.refs["mina"]).sort_key == "mina okafor"


def test_a_share_opens_the_kinds_it_names_and_no_search_tells_of_the_others(county):
    share_with_the_school(county, "person name")
    seen = view(county, "tess", "mum")
    assert seen.names and not (seen.addresses or seen.ties or seen.responsibilities or seen.stays)
    actor = county.actor("tess")
    with reading("test", by=actor, now=NOW):
        family = family_of(actor, county.refs["mina"], now=NOW)
    assert len(family.network.persons) == 6 and not family.network.unions and not family.network.households
    services.add_address(
        by=county.actor("zed"),
        person_ref=county.refs["mina"],
        address=net.Address(lines="1 Elver Close", postcode="EM9 9ZZ"),
        now=NOW,
    )
    assert found(county, "tess", "mina") == ["Mina Okafor"] and found(county, "tess", "em9 9zz") == []


def test_accounts_are_a_kind_of_their_own(county):
    with load("test.account", by=OPERATOR, now=NOW, payload={}):
        tie = Tie.objects.get(kind="in_conflict")
        Account(tie=tie, agrees=False, told_by="Bernice", words="It is not so.", recorded_at=NOW).save()
    share_with_the_school(county, "person name tie")
    assert [tie.accounts for tie in view(county, "tess").ties if tie.kind == "in_conflict"] == [()]


def share_with_the_school(county: Partnership, kinds: str) -> None:
    agencies = county.loaded.organisations
    with load("test.share", by=OPERATOR, now=NOW, payload={}):
        terms = ShareTerms(kinds=kinds, roles="practitioner", level=3)
        terms.save()
        Share(
            subject_id=county.subject_ids["mina"],
            giver_id=agencies["council"],
            receiver_id=agencies["school"],
            terms=terms,
            basis="public_task",
            purpose="s17",
            since_on=TODAY,
        ).save(force_insert=True)


@pytest.mark.parametrize(
    ("asked", "is_pointed_at"),
    [
        ("Mina Okafor", True),
        ("  okafor-MINA ", False),
        ("mína  OKAFOR", True),
        ("mina", False),
        ("okafor", False),
        ("Mina Okafo", False),
        ("Mina Okafor 2016", False),
        ("", False),
    ],
)
def test_p10_a_pointer_says_what_was_typed_and_nothing_else(county, asked, is_pointed_at):
    seal(county, "mina", outsiders="pointer")
    actor = county.actor("fay")
    with reading("test", by=actor, now=NOW) as scope:
        page = find_page(actor, asked, now=NOW)
    assert county.refs["mina"] not in repr(page)
    assert (page.pointed is not None) == is_pointed_at
    if page.pointed:
        assert [getattr(page.pointed, name) for name in page.pointed.__slots__] == [asked]
        assert scope.subjects[county.refs["mina"]] == "listed"


def test_where_outsiders_learn_nothing_there_is_no_pointer(county):
    seal(county, "mina", outsiders="nothing")
    for who in ("fay", "pru", "ned", "tess"):
        actor = county.actor(who)
        with reading("test", by=actor, now=NOW):
            assert pointed_at(actor, "Mina Okafor", now=NOW) is None


def test_a_sealed_name_points_at_nobody(county):
    """Only the name that is shown to those off the list."""
    names = PersonName.objects.filter(person__subject__ref=county.refs["mina"])
    seal(county, "mina", [("name", name.ref) for name in names])
    seal(county, "mina", outsiders="pointer")
    actor = county.actor("fay")
    with reading("test", by=actor, now=NOW):
        assert pointed_at(actor, "Mina Okafor", now=NOW) is None


def test_a_text_that_holds_something_sealed_is_there_for_whoever_is_on_the_list_alone(county):
    refs = [county.refs["mina"]]
    assert sieve(county.actor("pru"), refs, now=NOW)("at EM7 7QZ") == ""
    assert sieve(county.actor("zed"), refs, now=NOW)("at EM7 7QZ") == "at EM7 7QZ"
    assert SealScope.objects.count() == 4
