"""Facts about one person: added, ended, taken out and put back; refused to strangers and to whoever is too late."""

import pytest

from kith.apps.access.queries import NothingHere
from kith.apps.audit.models import AuditRow
from kith.apps.audit.queries import changes_of
from kith.apps.audit.services import reading
from kith.apps.people import services
from kith.apps.people.ethnicities import UnknownEthnicity, ethnic_groups, ethnicity_words
from kith.apps.people.kinds import UnknownKind
from kith.apps.people.languages import CannotSetLanguages, language_code, languages
from kith.apps.people.models import Language, Person
from kith.apps.people.numbers import CannotAddIdentifier, number_kinds
from kith.apps.people.queries import changed_last, family_of, find_children, person_view
from kith.apps.people.rules import CannotAddAddress, CannotEnd
from kith.apps.people.services import Responsibility
from kith.apps.people.services.facts import CannotTakeOut
from kith.apps.people.services.responsibilities import CannotRecordResponsibility
from kith.apps.people.unions import TieFact
from kith.apps.records.base import StaleVersion
from kith.engines.drawing import network as net
from kith.kernel.identifiers import NotAnIdentifier
from kith.kernel.partial_dates import PartialDate
from kith.kernel.text import BadText
from kith.testing.factories import NOW, Partnership, agency, child, couple, family, partnership, person, worker

pytestmark = pytest.mark.django_db
QUAY = net.Address(lines="14 Quay Row, Saltmere", postcode="em4 7qt", since=PartialDate("2022"))


@pytest.fixture
def town() -> Partnership:
    made = partnership(agencies=[agency("council")], workers=[worker("ana"), worker("ben")])
    mina = child("mina", "Mina Okafor")
    made.add([family(mina, person("mum"), person("dad"), unions=[couple("mum", "dad", children=["mina"])])])
    made.involve("mina", "ana")
    return made


def act(town: Partnership, deed: str, who: str = "ana", **said):
    return getattr(services, deed)(by=town.actor(who), now=NOW, **said)


def seen(town: Partnership, key: str = "mina"):
    with reading("test.page", by=town.actor("ana"), now=NOW):
        return person_view(town.actor("ana"), town.refs[key], now=NOW)


def version(town: Partnership, key: str = "mina") -> int:
    return Person.objects.get(subject__ref=town.refs[key]).version


def found(town: Partnership, words: str) -> list[str]:
    with reading("test.page", by=town.actor("ana"), now=NOW):
        return [each.name for each in find_children(town.actor("ana"), words, now=NOW)]


def mina(town: Partnership) -> dict[str, str]:
    return {"person_ref": town.refs["mina"]}


ADDITIONS: dict[str, dict[str, object]] = {
    "add_name": {"name": net.Name(text="Minnie", kind="known_as")},
    "add_address": {"address": QUAY},
    "add_identifier": {"identifier": net.Identifier(kind="nhs_number", value="999 000 0018")},
}
CHANGES: dict[str, dict[str, object]] = {
    "set_languages": {"languages": [net.Language(code="tr")]},
    "set_certainty": {"is_sure": False},
}


@pytest.mark.parametrize(("deed", "said"), [*ADDITIONS.items()])
def test_adding_makes_a_new_version_and_may_be_undone_and_done_again(town, deed, said):
    before = version(town)
    ref = act(town, deed, **mina(town), **said)
    assert version(town) == before + 1
    act(town, "withdraw_fact", **mina(town), fact_ref=ref, why="Told by mistake", expected_version=before + 1)
    cards = [card for card in (*seen(town).names, *seen(town).addresses, *seen(town).numbers) if card.ref == ref]
    assert [(c.taken_out.by, c.taken_out.why) for c in cards] == [("Ana Worker, Council", "Told by mistake")]
    act(town, "restore_fact", **mina(town), fact_ref=ref, expected_version=before + 2)
    cards = [card for card in (*seen(town).names, *seen(town).addresses, *seen(town).numbers) if card.ref == ref]
    assert [card.taken_out for card in cards] == [None]


@pytest.mark.parametrize(
    ("deed", "said"), [*ADDITIONS.items(), *((d, s | {"expected_version": 1}) for d, s in CHANGES.items())]
)
def test_whoever_is_not_on_the_team_finds_nothing_and_is_on_record(town, deed, said):
    before, rows = version(town), AuditRow.objects.filter(event="audit.access.refused").count()
    with pytest.raises(NothingHere):
        act(town, deed, "ben", **mina(town), **said)
    assert version(town) == before
    assert AuditRow.objects.filter(event="audit.access.refused").count() == rows + 1


@pytest.mark.parametrize(("deed", "said"), CHANGES.items())
def test_whoever_is_too_late_changes_nothing(town, deed, said):
    before = version(town)
    with pytest.raises(StaleVersion):
        act(town, deed, **mina(town), **said, expected_version=before - 1)
    assert version(town) == before


def test_a_new_name_and_a_new_postcode_are_found(town):
    act(town, "add_name", **mina(town), name=net.Name(text="Minnie Ruckelshaus", kind="known_as"))
    act(town, "add_address", **mina(town), address=QUAY)
    assert found(town, "ruckelshaus") == found(town, "em47qt") == ["Mina Okafor"]


def test_a_name_taken_out_is_found_no_more(town):
    ref = act(town, "add_name", **mina(town), name=net.Name(text="Ruckelshaus", kind="previous"))
    act(town, "withdraw_fact", **mina(town), fact_ref=ref, why="", expected_version=version(town))
    assert found(town, "ruckelshaus") == []
    assert [name.text for name in seen(town).person.names] == ["Mina Okafor"]


def test_changing_facts_keeps_somebody_findable_by_postcode(town):
    act(town, "add_address", **mina(town), address=QUAY)
    changed = net.Person(id="x", names=(net.Name(text="x"),), kind="child", ethnicity="MWAS")
    act(town, "change_person", **mina(town), changed=changed, expected_version=version(town))
    assert found(town, "em47qt") == ["Mina Okafor"]


def test_the_last_name_stays(town):
    (only,) = seen(town).names
    with pytest.raises(CannotTakeOut, match="only name"):
        act(town, "withdraw_fact", **mina(town), fact_ref=only.ref, why="", expected_version=version(town))


def test_a_fact_of_somebody_else_is_not_there(town):
    ref = act(town, "add_name", person_ref=town.refs["mum"], name=net.Name(text="Mam", kind="known_as"))
    with pytest.raises(NothingHere):
        act(town, "withdraw_fact", **mina(town), fact_ref=ref, why="", expected_version=version(town))


def test_an_address_ends_and_is_opened_again(town):
    ref = act(town, "add_address", **mina(town), address=QUAY)
    with pytest.raises(CannotEnd):
        act(town, "end_address", **mina(town), address_ref=ref, until=None, expected_version=version(town))
    until = PartialDate("2024")
    act(town, "end_address", **mina(town), address_ref=ref, until=until, expected_version=version(town))
    assert [a.about for a in seen(town).addresses] == ["2022 to 2024"]
    act(town, "reopen_fact", **mina(town), fact_ref=ref, expected_version=version(town))
    assert [a.about for a in seen(town).addresses] == ["since 2022"]


def test_an_address_says_something(town):
    with pytest.raises(CannotAddAddress):
        act(town, "add_address", **mina(town), address=net.Address(lines=" "))


@pytest.mark.parametrize(
    ("kind", "value", "refusal"),
    [
        ("nhs_number", "999 000 0019", "last digit does not match"),
        ("upn", "A823432110001", "first letter does not match"),
        ("la_child_id", "12 34!", "1 to 20 letters"),
    ],
)
def test_a_wrong_number_is_refused_in_plain_words(town, kind, value, refusal):
    with pytest.raises(NotAnIdentifier, match=refusal):
        act(town, "add_identifier", **mina(town), identifier=net.Identifier(kind=kind, value=value))
    assert seen(town).numbers == ()


def test_a_number_is_kept_in_its_own_form_once(town):
    same = net.Identifier(kind="nhs_number", value="9990000018")
    act(town, "add_identifier", **mina(town), identifier=same)
    assert [(n.says, n.about) for n in seen(town).numbers] == [("999 000 0018", "NHS number")]
    with pytest.raises(CannotAddIdentifier, match="already"):
        act(town, "add_identifier", **mina(town), identifier=net.Identifier(kind="nhs_number", value="999 000 0018"))
    with pytest.raises(CannotAddIdentifier, match="list"):
        act(town, "add_identifier", **mina(town), identifier=net.Identifier(kind="shoe_size", value="4"))


def test_languages_are_replaced_and_what_stood_before_is_on_record(town):
    first = [net.Language(code="tr", needs_interpreter=True), net.Language(code="en")]
    act(town, "set_languages", **mina(town), languages=first, expected_version=version(town))
    assert seen(town).person.languages == tuple(first)
    act(town, "set_languages", **mina(town), languages=[net.Language(code="en")], expected_version=version(town))
    assert seen(town).person.languages == (net.Language(code="en"),)
    kept, _ = changes_of(town.refs["mina"], ["people.languages.set"])
    assert (kept.before, kept.after) == ({"languages": ["tr with interpreter", "en"]}, {"languages": ["en"]})
    klingon = {"languages": [net.Language(code="tlh")], "expected_version": version(town)}
    with pytest.raises(CannotSetLanguages):
        act(town, "set_languages", **mina(town), **klingon)


def test_a_language_keeps_its_ref_wherever_it_comes_to_stand(town):
    """And when it is taken out and put back: a seal on it would otherwise be lost."""

    def set_to(*codes: str) -> dict[str, str]:
        languages = [net.Language(code=code) for code in codes]
        act(town, "set_languages", **mina(town), languages=languages, expected_version=version(town))
        assert tuple(said.code for said in seen(town).person.languages) == codes
        return dict(Language.objects.filter(person__subject__ref=town.refs["mina"]).values_list("code", "ref"))

    first = set_to("tr", "en")
    assert set_to("ku", "en", "tr") == first | {"ku": set_to("en", "ku")["ku"]}
    assert set_to("tr", "ku")["tr"] == first["tr"] and Language.objects.count() == 3


def test_being_sure_makes_somebody_sure(town):
    nan = person("nan", provisional=True, account=net.Account(told_by="Mum", certainty="not_sure"))
    ref = act(town, "add_person", child_ref=town.refs["mina"], person=nan)
    act(town, "set_certainty", person_ref=ref, is_sure=True, expected_version=1)
    row = Person.objects.get(subject__ref=ref)
    assert (row.provisional, row.certainty) == (False, "sure")


def test_parental_responsibility_begins_and_ends(town):
    fact = Responsibility(holder=town.refs["mum"], child=town.refs["mina"], how="birth", since=PartialDate("2016"))
    ref = act(town, "record_responsibility", fact=fact)
    assert [(r.holder, r.how, r.is_over) for r in seen(town).responsibilities] == [("Mum", "gave birth", False)]
    with pytest.raises(CannotRecordResponsibility, match="already"):
        act(town, "record_responsibility", fact=fact)
    end = {"child_ref": town.refs["mina"], "responsibility_ref": ref, "until": PartialDate("2020")}
    with pytest.raises(StaleVersion):
        act(town, "end_responsibility", **end, expected_version=0)
    act(town, "end_responsibility", **end, expected_version=version(town))
    assert [(r.when, r.is_over) for r in seen(town).responsibilities] == [("2016 to 2020", True)]


def test_responsibility_is_of_a_kind_and_held_by_somebody(town):
    mum, child_ref = town.refs["mum"], town.refs["mina"]
    with pytest.raises(UnknownKind):
        act(town, "record_responsibility", fact=Responsibility(holder=mum, child=child_ref, how="luck"))
    with pytest.raises(CannotRecordResponsibility):
        act(town, "record_responsibility", fact=Responsibility(holder="", child=child_ref, how="birth"))
    with pytest.raises(CannotRecordResponsibility):
        act(town, "record_responsibility", fact=Responsibility(holder=child_ref, child=child_ref, how="birth"))
    with pytest.raises(NothingHere):
        act(town, "record_responsibility", "ben", fact=Responsibility(holder=mum, child=child_ref, how="birth"))


@pytest.mark.parametrize("text", ["ليلى الحسيني", "<script>alert(1)</script>", "ա" * 200, "Zoë-Maë ‘Zed’"])
def test_names_of_any_script_are_kept_as_they_are(town, text):
    act(town, "add_name", **mina(town), name=net.Name(text=text, kind="previous"))
    assert text in [name.says for name in seen(town).names]


@pytest.mark.parametrize("text", ["x" * 300, "Mina\u202eanim", "Mina\x07"])
def test_names_that_are_too_long_or_mislead_are_refused(town, text):
    with pytest.raises(BadText):
        act(town, "add_name", **mina(town), name=net.Name(text=text, kind="known_as"))


def test_an_ethnic_group_is_one_of_the_census(town):
    changed = net.Person(id="x", names=(net.Name(text="x"),), kind="child", ethnicity="MARS")
    with pytest.raises(UnknownEthnicity):
        act(town, "change_person", **mina(town), changed=changed, expected_version=version(town))


def test_the_lists_are_whole():
    assert sum(len(groups) for groups in ethnic_groups().values()) == 19 and len(ethnic_groups()) == 5
    assert ethnicity_words("ABAN") == "Bangladeshi" and ethnicity_words("REFU") and ethnicity_words("?") == "?"
    assert len(languages()) > 60 and {"nhs_number", "upn"} <= set(number_kinds())
    assert [language_code(words) for words in ("turkish", "Mandarin", "british sign language")] == ["tr", "zh", "bfi"]
    with pytest.raises(CannotSetLanguages, match="Do you mean Turkish"):
        language_code("Turkisch")


def test_the_record_tells_who_changed_somebody_last(town):
    act(town, "add_address", **mina(town), address=QUAY)
    last = changed_last(town.actor("ana"), town.refs["mina"], now=NOW)
    assert (last.by, last.at) == ("Ana Worker, Council", NOW)
    assert changed_last(town.actor("ana"), town.refs["mum"], now=NOW) is None


def test_a_child_older_than_their_parent_is_kept_and_marked(town):
    old = person("gran", birth=PartialDate("2020"))
    ref = act(town, "add_person", child_ref=town.refs["mina"], person=old)
    act(town, "add_tie", child_ref=town.refs["mina"], tie=TieFact(kind="birth", a=ref, b=town.refs["mina"]))
    assert "would be older" in seen(town).contradictions[0]
    with reading("test.page", by=town.actor("ana"), now=NOW):
        assert ref in {p.id for p in family_of(town.actor("ana"), town.refs["mina"], now=NOW).network.persons}
