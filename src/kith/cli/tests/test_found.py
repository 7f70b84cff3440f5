"""`kith found` and `kith enrol`: a live installation begins once, and who runs the machine gains no right by it."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from kith.apps.access.queries import day_of
from kith.apps.access.services import decide_proposal, propose_role
from kith.apps.agencies.models import FirstCode, Organisation, User
from kith.apps.agencies.queries import actor_by_email
from kith.apps.audit.models import AuditRow
from kith.apps.installation.models import Installation
from kith.apps.installation.services import found
from kith.apps.people.services import load_families
from kith.cli.main import main
from kith.testing.factories import NOW, OPERATOR, agency, child, family, partnership, rolled_back, worker

pytestmark = pytest.mark.django_db

ANA, BEN, CLEO = "ana@council.example", "ben@council.example", "cleo@council.example"
ANSWERS = {
    "--partnership": "Westmarch Safeguarding Children Partnership",
    "--agency": "Westmarch Council",
    "--kind": "childrens_social_care",
    "--first-name": "Ana Marsh",
    "--first-email": ANA,
    "--second-name": "Ben van der Hale",
    "--second-email": BEN,
}
PASSWORD = "otters under the old bridge"


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOW, tick=False) as traveller, rolled_back():
        cache.clear()
        yield traveller
        cache.clear()


def founded(**answers: str) -> int:
    """Ask with every answer given; one may be another."""
    given = ANSWERS | {f"--{name.replace('_', '-')}": said for name, said in answers.items()}
    return main(["found", *(word for pair in given.items() for word in pair)])


def codes(capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """The codes on the screen, by whom they are for."""
    return {one: code for one, code in pairwise(capsys.readouterr().out.split()) if "@" in one}


def choose(email: str, code: str, password: str = PASSWORD, again: str = "") -> int:
    said = {"email": email, "code": code, "password": password, "again": again or password}
    return Client().post(reverse("account_first"), said).status_code


def signed_in(email: str) -> Client:
    client = Client()
    assert client.post(reverse("account_login"), {"login": email, "password": PASSWORD}).status_code == 302
    return client


def events() -> list[str]:
    return list(AuditRow.objects.order_by("pk").values_list("event", flat=True))


def test_an_empty_database_is_founded_with_two_administrators_who_choose_their_own_passwords(capsys):
    assert founded() == 0
    given = codes(capsys)
    assert set(given) == {ANA, BEN}
    assert Installation.objects.get().kind == "live"
    assert list(Organisation.objects.values_list("name", "kind")) == [("Westmarch Council", "childrens_social_care")]
    assert set(User.objects.values_list("given", "family", "role")) == {
        ("Ana", "Marsh", "administrator"),
        ("Ben van der", "Hale", "administrator"),
    }
    assert events() == ["installation.founded", "agencies.loaded", "agencies.enrolled", "agencies.enrolled"]
    assert choose(ANA, given[ANA].replace("-", " ").upper()) == 302
    assert events()[-1] == "agencies.first_code.used"
    assert signed_in(ANA).get(reverse("today:home"))["Location"] == reverse("account_mine"), (
        "the second step comes first"
    )


def test_the_first_two_give_a_role_to_somebody_new(capsys):
    founded()
    main(["enrol", CLEO, "--name", "Cleo Quist", "--agency", "westmarch council", "--job-title", "Social worker"])
    newcomer = actor_by_email(CLEO, on=day_of(NOW))
    assert newcomer.role == ""
    ana, ben = (actor_by_email(email, on=day_of(NOW)) for email in (ANA, BEN))
    ref = propose_role(by=ana, user_ref=newcomer.ref, role="practitioner", why="She begins on Monday.", now=NOW)
    assert actor_by_email(CLEO, on=day_of(NOW)).role == "", "one person alone gives nothing"
    decide_proposal(by=ben, proposal_ref=ref, agrees=True, now=NOW)
    assert actor_by_email(CLEO, on=day_of(NOW)).role == "practitioner"


def test_whoever_has_no_role_yet_signs_in_to_a_page_that_shows_nobody(capsys, settings):
    settings.SECOND_FACTOR = "offered"
    founded()
    main(["enrol", CLEO, "--name", "Cleo Quist", "--agency", "Westmarch Council"])
    assert choose(CLEO, codes(capsys)[CLEO]) == 302
    client = signed_in(CLEO)
    assert client.get(reverse("today:home")).status_code == 200
    (seen,) = load_families([family(child("mina"))], by=OPERATOR, now=NOW)
    assert client.get(reverse("children:child", args=[seen.refs["mina"]])).status_code == 404


def test_a_second_time_is_refused_in_one_sentence(capsys):
    founded()
    before = AuditRow.objects.count()
    capsys.readouterr()
    assert founded(first_email="new@council.example", second_email="newer@council.example") == 2
    assert capsys.readouterr().err == (
        "This installation is founded already. Its administrators sign in and give roles.\n"
    )
    assert User.objects.count() == 2 and AuditRow.objects.count() == before


def test_it_is_asked_before_anything_is_typed(capsys):
    founded()
    assert main(["found"]) == 2
    assert "founded already" in capsys.readouterr().err


def test_a_demonstration_and_a_database_in_use_are_never_founded(capsys):
    found(by=OPERATOR, kind="demo", partnership="Eastmarch", seed="7", now=NOW)
    assert founded() == 2
    assert "holds a demonstration" in capsys.readouterr().err
    assert main(["enrol", CLEO, "--name", "Cleo", "--agency", "any"]) == 2
    assert "kith found" in capsys.readouterr().err
    assert not User.objects.exists()


def test_agencies_without_a_founding_are_not_taken_over(capsys):
    partnership(agencies=[agency("council")], workers=[worker("mo")])
    assert founded() == 2
    assert User.objects.count() == 1


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ({"partnership": "  "}, "The partnership’s name is empty"),
        ({"agency": ""}, "The agency’s name is empty"),
        ({"agency": "x" * 201}, "201 characters long and the limit is 200"),
        ({"kind": "council of elders"}, "is no kind of agency. Choose one of: childrens_social_care"),
        ({"first_name": ""}, "The name is empty"),
        ({"first_name": "Ana \u202emarsh"}, "invisible and cannot be kept"),
        ({"second_name": "Ben\nHale"}, "must fit on one line"),
        ({"second_name": "Ben\0Hale"}, "invisible and cannot be kept"),
        ({"first_email": "ana"}, "“ana” is not an email address"),
        ({"first_email": "a@b\r\nBcc: all@example"}, "must fit on one line"),
        ({"second_email": "x" * 250 + "@council.example"}, "the limit is 254"),
        ({"second_email": ANA.upper()}, "the same email address"),
    ],
)
def test_what_cannot_be_kept_is_said_and_nothing_is_founded(answers, says, capsys):
    assert founded(**answers) == 2
    said = capsys.readouterr().err
    assert says in said and said.count("\n") == 1
    assert not Installation.objects.exists() and not User.objects.exists() and not AuditRow.objects.exists()


def test_text_that_looks_like_code_stays_text(capsys):
    assert founded(agency="<script>alert(1)</script>", first_name="'; DROP TABLE users; --") == 0
    assert User.objects.filter(family="--").exists()


def test_what_is_left_out_is_asked_for(capsys, monkeypatch):
    answers = iter(ANSWERS.values())
    monkeypatch.setattr("typer.prompt", lambda asks: next(answers))
    assert main(["found"]) == 0
    assert set(codes(capsys)) == {ANA, BEN}


def test_a_code_works_once_for_one_person_and_three_days(capsys, clock):
    founded()
    given = codes(capsys)
    assert choose(ANA, given[BEN]) == choose("nobody@council.example", given[ANA]) == choose(ANA, "") == 422
    assert choose(ANA, given[ANA]) == 302
    assert choose(ANA, given[ANA], "another password than hers") == 422
    clock.move_to(NOW + dt.timedelta(days=3))
    assert choose(BEN, given[BEN]) == 422
    assert not FirstCode.objects.filter(user__email=ANA).exists()


def test_a_code_is_not_spent_by_a_password_that_cannot_be(capsys):
    founded()
    code = codes(capsys)[ANA]
    assert choose(ANA, code, "short") == choose(ANA, code, PASSWORD, "otters under the new bridge") == 422
    assert choose(ANA, code) == 302


def test_whatever_is_wrong_the_page_says_the_same(capsys):
    founded()
    given = codes(capsys)
    said = {
        Client()
        .post(reverse("account_first"), {"email": ANA, "code": code, "password": PASSWORD, "again": PASSWORD})
        .content.decode()
        .replace(code, "")
        .split("<main")[1]
        .split("csrfmiddlewaretoken")[0]
        for code in (given[BEN], "tovuka-limeso-badoru")
    }
    assert len(said) == 1
    assert PASSWORD not in said.pop()


def test_codes_cannot_be_guessed_for_long(capsys):
    founded()
    code = codes(capsys)[ANA]
    assert [choose(ANA, f"wrong-{number}") for number in range(6)] == [422] * 5 + [429]
    assert choose(ANA, code) == 429


def test_a_new_code_ends_the_old_one_and_is_for_nobody_who_has_a_password(capsys):
    founded()
    old = codes(capsys)[ANA]
    assert main(["enrol", ANA, "--new-code"]) == 0
    new = codes(capsys)[ANA]
    assert choose(ANA, old) == 422
    assert choose(ANA, new) == 302
    assert main(["enrol", ANA, "--new-code"]) == 2
    assert "have chosen their password already" in capsys.readouterr().err
    assert main(["enrol", "nobody@council.example", "--new-code"]) == 2


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ([CLEO, "--name", "Cleo Quist", "--agency", "Elsewhere"], "There are: Westmarch Council."),
        ([ANA, "--name", "Ana", "--agency", "Westmarch Council"], "entered already"),
        ([CLEO, "--agency", "Westmarch Council"], "The name is empty"),
    ],
)
def test_nobody_is_entered_twice_or_nowhere(said, says, capsys):
    founded()
    capsys.readouterr()
    assert main(["enrol", *said]) == 2
    assert says in capsys.readouterr().err
    assert User.objects.count() == 2
