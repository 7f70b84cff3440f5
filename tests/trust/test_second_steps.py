"""The second step: an app with codes, spare codes and passkeys; nobody is in before it, and its secrets are sealed."""

import datetime as dt
import html
import json
import re
from collections.abc import Iterator

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from kith.apps.audit.models import AuditRow
from kith.apps.installation.services import found
from kith.testing.factories import NOW, OPERATOR, email_of
from kith.web.account.second_steps import SecondSteps
from tests.trust.signing import PASSWORD, SoftKey, add_app, code_of, page_of_mina, sign_in, signed_in, small_world
from tests.trust.test_contexts import stored_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock_and_page() -> Iterator[tuple]:
    with small_world() as (clock, made):
        yield clock, page_of_mina(made)


@pytest.fixture
def clock(clock_and_page):
    return clock_and_page[0]


@pytest.fixture
def child_page(clock_and_page):
    return clock_and_page[1]


def test_an_app_is_added_with_one_code_and_spare_codes_are_shown_once(child_page):
    client = signed_in()
    add_app(client)
    shown = client.get("/my-sign-in/codes").content.decode()
    assert len(re.findall(r"<li class=\"kith-number\">\d{4} \d{4}</li>", shown)) == 10
    again = client.get("/my-sign-in/codes")
    assert again.headers["Location"] == "/my-sign-in"
    mine = client.get("/my-sign-in").content.decode()
    assert "Added on 24 November 2026" in mine and "10 codes left" in mine


def test_a_wrong_code_adds_nothing(child_page):
    client = signed_in()
    client.get("/my-sign-in/app")
    said = client.post("/my-sign-in/app", {"code": "000000"}).content.decode()
    assert "That code is not right" in said
    assert not Authenticator.objects.exists()


def test_secrets_are_sealed_in_the_database(child_page):
    secret = add_app(signed_in())
    rows = {row.type: row.data for row in Authenticator.objects.all()}
    assert secret not in json.dumps(rows["totp"])
    assert SecondSteps().decrypt(rows["totp"]["secret"]) == secret
    assert len(SecondSteps().decrypt(rows["recovery_codes"]["seed"])) == 80


def test_with_a_second_step_the_password_alone_opens_nothing(child_page, clock):
    secret = add_app(signed_in())
    clock.shift(dt.timedelta(minutes=2))
    client = Client()
    asked = sign_in(client, next=child_page)
    assert asked.headers["Location"] == "/sign-in/second-step"
    assert client.get(child_page).headers["Location"].startswith("/sign-in")
    form = client.get("/sign-in/second-step")
    assert not list(stored_in(form.context_data, "context", set()))
    assert "That code is not right" in client.post("/sign-in/second-step", {"code": "000000"}).content.decode()
    before = client.cookies["__Host-kith-session"].value
    assert client.post("/sign-in/second-step", {"code": code_of(secret)}).headers["Location"] == child_page
    assert client.cookies["__Host-kith-session"].value != before
    assert client.get(child_page).status_code == 200


def test_a_code_opens_once(child_page, clock):
    secret = add_app(signed_in())
    clock.shift(dt.timedelta(minutes=2))
    first, second = Client(), Client()
    for client in (first, second):
        sign_in(client)
        client.post("/sign-in/second-step", {"code": code_of(secret)})
    assert first.get(child_page).status_code == 200
    assert second.get(child_page).status_code == 302


def test_a_spare_code_opens_once(child_page):
    client = signed_in()
    add_app(client)
    spare = re.findall(r"(\d{4}) (\d{4})</li>", client.get("/my-sign-in/codes").content.decode())[0]
    outcomes = []
    for _ in range(2):
        other = Client()
        sign_in(other)
        other.post("/sign-in/second-step", {"code": "".join(spare)})
        outcomes.append(other.get(child_page).status_code)
    assert outcomes == [200, 302]


def test_after_five_wrong_codes_even_the_right_one_has_to_wait(child_page, clock):
    secret = add_app(signed_in())
    clock.shift(dt.timedelta(minutes=2))
    client = Client()
    sign_in(client)
    for number in range(5):
        assert client.post("/sign-in/second-step", {"code": f"00000{number}"}).status_code == 200
    assert client.post("/sign-in/second-step", {"code": code_of(secret)}).status_code == 429
    assert AuditRow.objects.filter(event="audit.access.refused", payload__contains="limit.codes").count() == 1


def test_where_it_is_demanded_nothing_opens_without_one(child_page, settings):
    settings.SECOND_FACTOR = "all"
    client = signed_in()
    for path in ("/", child_page):
        assert client.get(path).headers["Location"] == "/my-sign-in"
    assert "Add a second step" in client.get("/my-sign-in").content.decode()
    add_app(client)
    assert client.get(child_page).status_code == 200


@pytest.mark.parametrize(("kind", "status"), [("live", 302), ("demo", 200)])
def test_without_a_setting_it_is_demanded_where_kith_is_live(child_page, kind, status):
    found(by=OPERATOR, kind=kind, partnership="Eastmarch", seed="", now=NOW)
    assert signed_in().get(child_page).status_code == status


def test_taking_a_step_out_asks_who_you_are_and_stands_on_the_record(child_page, clock):
    client = signed_in()
    secret = add_app(client)
    clock.shift(dt.timedelta(minutes=6))
    back = {"Referer": "http://testserver/my-sign-in"}
    assert client.post("/my-sign-in/app/remove", headers=back).headers["Location"] == "/confirm"
    assert Authenticator.objects.count() == 2
    assert client.post("/confirm", {"code": code_of(secret)}).headers["Location"] == "/my-sign-in"
    client.post("/my-sign-in/app/remove")
    assert not Authenticator.objects.exists(), "the spare codes go with the last step"
    said = list(AuditRow.objects.filter(event__contains="second_step").order_by("pk").values_list("event", "payload"))
    assert said == [
        ("account.second_step.added", '{"kind":"app"}'),
        ("account.second_step.removed", '{"kind":"app"}'),
    ]


def test_new_spare_codes_end_the_old_ones(child_page):
    client = signed_in()
    add_app(client)
    old = set(re.findall(r"\d{4} \d{4}", client.get("/my-sign-in/codes").content.decode()))
    assert client.post("/my-sign-in/codes/new").headers["Location"] == "/my-sign-in/codes"
    assert not old & set(re.findall(r"\d{4} \d{4}", client.get("/my-sign-in/codes").content.decode()))


def test_signing_out_everywhere_else(child_page):
    here, there = signed_in(), signed_in()
    devices = here.get("/my-sign-in").content.decode().split("Where you are signed in")[1]
    assert devices.count("Since 24 November 2026") == 2 and devices.count("(here)") == 1
    here.post("/my-sign-in/end-others")
    assert here.get(child_page).status_code == 200
    assert there.get(child_page).status_code == 302


@pytest.fixture
def key(child_page) -> SoftKey:
    """Ana has a passkey and no app."""
    made, client = SoftKey(), signed_in(SERVER_NAME="localhost")
    options = options_on(client.get("/my-sign-in/passkey"))
    assert options["publicKey"]["user"]["id"] not in ("MQ", "Mg", "Mw"), "no key of the database leaves it"
    answer = client.post("/my-sign-in/passkey", {"name": "Work laptop", "credential": json.dumps(made.made(options))})
    assert answer.headers["Location"] == "/my-sign-in/codes"
    return made


def options_on(response) -> dict:
    return json.loads(html.unescape(re.search(r"data-options='([^']*)'", response.content.decode())[1]))


def test_a_passkey_is_a_second_step(child_page, key):
    client = Client(SERVER_NAME="localhost")
    sign_in(client)
    shown = key.shown(options_on(client.get("/sign-in/second-step")))
    client.post("/sign-in/second-step", {"credential": json.dumps(shown)})
    assert client.get(child_page).status_code == 200


def test_a_passkey_alone_opens_too_and_leads_on(child_page, key):
    client = Client(SERVER_NAME="localhost")
    asked = client.get("/sign-in/passkey", headers={"Accept": "application/json"}).json()["request_options"]
    shown = json.dumps(key.shown(asked))
    opened = client.post("/sign-in/passkey", {"credential": shown}, query_params={"next": child_page})
    assert opened.headers["Location"] == child_page
    assert client.get(child_page).status_code == 200


@pytest.mark.parametrize("wrong", ["owner", "origin", "challenge", "signature", "nonsense"])
def test_a_passkey_that_is_not_right_opens_nothing(child_page, key, wrong):
    client = Client(SERVER_NAME="localhost")
    asked = client.get("/sign-in/passkey", headers={"Accept": "application/json"}).json()["request_options"]
    if wrong == "challenge":
        client.get("/sign-in/passkey", headers={"Accept": "application/json"})
    if wrong == "origin":
        key.origin = "https://evil.example"
    shown = key.shown(asked)
    if wrong == "owner":
        shown["response"]["userHandle"] = "MQ"
    if wrong == "signature":
        shown["response"]["signature"] = shown["response"]["signature"][:-6] + "AAAAAA"
    answer = client.post("/sign-in/passkey", {"credential": json.dumps(shown) if wrong != "nonsense" else "[1]"})
    assert answer.status_code == 422
    assert client.get(child_page).status_code == 302


def test_a_passkey_of_somebody_who_left_opens_nothing(child_page, key, django_user_model):
    django_user_model.objects.filter(email=email_of("ana")).update(is_active=False)
    client = Client(SERVER_NAME="localhost")
    asked = client.get("/sign-in/passkey", headers={"Accept": "application/json"}).json()["request_options"]
    assert client.post("/sign-in/passkey", {"credential": json.dumps(key.shown(asked))}).status_code == 422


def test_a_passkey_is_taken_out_by_its_owner_only(child_page, key):
    mine = signed_in_with(key)
    named = re.search(r'name="passkey" value="(\w+)"', mine.get("/my-sign-in").content.decode())[1]
    signed_in("ben").post("/my-sign-in/passkey/remove", {"passkey": named})
    assert Authenticator.objects.filter(type="webauthn").count() == 1
    mine.post("/my-sign-in/passkey/remove", {"passkey": named})
    assert not Authenticator.objects.exists()


def signed_in_with(key: SoftKey) -> Client:
    client = Client(SERVER_NAME="localhost")
    asked = client.get("/sign-in/passkey", headers={"Accept": "application/json"}).json()["request_options"]
    client.post("/sign-in/passkey", {"credential": json.dumps(key.shown(asked))})
    return client


def test_no_page_of_signing_in_holds_a_stored_row(child_page, key):
    client = signed_in_with(key)
    for path, said in (("/my-sign-in/passkey", {"name": "x"}), ("/my-sign-in/app", {"code": "1"})):
        for answer in (client.get(path), client.post(path, said)):
            assert not list(stored_in(answer.context_data, "context", set())), path
    assert PASSWORD not in str(client.session.items())
