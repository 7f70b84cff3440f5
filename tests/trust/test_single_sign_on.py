"""The county's own sign-in: it opens the door for workers Kith knows, makes nobody, and answers all others alike."""

import base64
import datetime as dt
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from django.http import HttpResponse
from django.test import Client
from lxml import etree
from onelogin.saml2.utils import OneLogin_Saml2_Utils

from kith.apps.agencies.models import User
from kith.project.environment import WrongSetting, read_environment
from kith.project.single_sign_on import providers
from kith.testing.factories import NOW, email_of
from kith.web.account import single_sign_on
from tests.trust.signing import add_app, code_of, page_of_mina, signed_in, small_world

pytestmark = pytest.mark.django_db

SERVER = "https://county.example"
OPENID = {
    "KITH_OIDC_NAME": "Eastmarch Council",
    "KITH_OIDC_SERVER": SERVER,
    "KITH_OIDC_CLIENT": "kith",
    "KITH_OIDC_SECRET": "sesame",
}
AWAY = "nobody@elsewhere.example"


@pytest.fixture
def set_up(settings, tmp_path) -> Iterator[Callable[..., str]]:
    """Sets up the ways in and answers the address of Mina's page."""
    with small_world() as (_, made):
        User.objects.filter(email=email_of("fay")).update(is_active=False)

        def ways_in(**env: str) -> str:
            settings.SOCIALACCOUNT_PROVIDERS = providers(read_environment(env))
            settings.ROOT_URLCONF = "tests.trust.urls_single_sign_on"
            return page_of_mina(made)

        yield ways_in


@pytest.fixture
def county(monkeypatch) -> dict[str, Any]:
    """The county's provider, as far as Kith can see it: who has just signed in there."""
    said: dict[str, Any] = {"sub": "1", "email": email_of("ana"), "email_verified": True}
    config = {
        "issuer": SERVER,
        "authorization_endpoint": f"{SERVER}/authorise",
        "token_endpoint": f"{SERVER}/token",
        "userinfo_endpoint": f"{SERVER}/who",
        "jwks_uri": f"{SERVER}/keys",
    }

    def answer(session: requests.Session, method: str, url: str, **_: Any) -> requests.Response:
        claims = {**said, "iss": said.get("iss", SERVER), "aud": "kith", "exp": NOW.timestamp() + 600}
        token = {"access_token": "x", "id_token": jwt.encode(claims, "k" * 32, "HS256")}
        bodies = {"/.well-known/openid-configuration": config, "/token": token, "/who": said}
        response = requests.Response()
        response.status_code, response.headers["content-type"] = 200, "application/json"
        response._content = requests.compat.json.dumps(bodies[urlsplit(url).path]).encode()
        return response

    monkeypatch.setattr(requests.Session, "request", answer)
    return said


def come_back(client: Client, **query: str) -> HttpResponse:
    """Go to the county's provider and come back from it."""
    gone = client.get("/sign-in/openid", query)
    asked = parse_qs(urlsplit(gone.headers["Location"]).query)
    assert gone.headers["Location"].startswith(f"{SERVER}/authorise?")
    assert asked["redirect_uri"] == ["http://testserver/sign-in/openid/back"] and "code_challenge" in asked
    return client.get("/sign-in/openid/back", {"state": asked["state"][0], "code": "c"})


def test_without_settings_there_is_no_such_way_in(client):
    for path in ("/sign-in/openid", "/sign-in/saml/county", "/sign-in/saml/county/metadata"):
        assert client.get(path).status_code == 404
    assert "Sign in with" not in client.get("/sign-in").content.decode().replace("Sign in with a passkey", "")


def test_a_worker_whom_kith_knows_comes_in_where_they_wanted_to_go(set_up, county, client):
    page = set_up(**OPENID)
    assert "Sign in with Eastmarch Council" in client.get("/sign-in").content.decode()
    assert come_back(client, next=page).headers["Location"] == page
    assert client.get(page).status_code == 200
    assert User.objects.get(email=email_of("ana")).has_usable_password(), "the password still works"
    assert not SocialAccount.objects.exists(), "nothing of the provider is stored"


@pytest.mark.parametrize(
    "said",
    [
        {"email": AWAY},
        {"email": email_of("fay")},
        {"email_verified": False},
        {"email": ""},
        {"iss": "https://another.example"},
    ],
    ids=["unknown", "left", "not verified", "nobody", "another issuer"],
)
def test_everybody_else_gets_one_page_and_nobody_is_made(set_up, county, client, said):
    page = set_up(**OPENID)
    workers = User.objects.count()
    refused = refusal(come_back(Client()))
    county.update(said)
    assert refused == ""
    answer = come_back(client)
    assert answer.status_code == 422
    assert AWAY not in answer.content.decode()
    county.update({"email": AWAY, "iss": SERVER})
    assert refusal(come_back(Client())) == refusal(answer)
    assert client.get(page).status_code == 302
    assert User.objects.count() == workers


def refusal(answer: HttpResponse) -> str:
    return answer.content.decode() if answer.status_code == 422 else ""


def test_an_address_that_is_only_said_is_enough_where_the_provider_is_trusted(set_up, county, client):
    page = set_up(**OPENID, KITH_OIDC_EMAILS="trusted")
    del county["email_verified"]
    come_back(client)
    assert client.get(page).status_code == 200


def test_an_answer_that_was_not_asked_for_opens_nothing(set_up, county, client):
    page = set_up(**OPENID)
    for query in ({"code": "c"}, {"code": "c", "state": "made-up"}, {"error": "access_denied"}):
        assert client.get("/sign-in/openid/back", query).status_code == 422
    assert client.get(page).status_code == 302


def test_nobody_joins_their_account_to_another(set_up, county):
    set_up(**OPENID)
    client = signed_in("ben")
    assert come_back(client, process="connect").status_code == 422
    assert not SocialAccount.objects.exists()


def test_the_second_step_is_asked_here_too(set_up, county):
    page = set_up(**OPENID)
    secret, client = add_app(signed_in()), Client()
    assert come_back(client).headers["Location"] == "/sign-in/second-step"
    assert client.get(page).status_code == 302
    client.post("/sign-in/second-step", {"code": code_of(secret)})
    assert client.get(page).status_code == 200


@pytest.mark.parametrize(
    "wrong",
    [
        {"KITH_OIDC_SERVER": SERVER},
        {**OPENID, "KITH_OIDC_EMAILS": "some"},
        {"KITH_SAML_ENTITY": "x"},
    ],
)
def test_half_a_way_in_stops_the_start(wrong):
    with pytest.raises(WrongSetting, match=r"set together|verified or trusted"):
        providers(read_environment(wrong))


class Provider:
    """A SAML provider of a test: its certificate, and what it says of who signed in there."""

    def __init__(self) -> None:
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "county.example")])
        builder = x509.CertificateBuilder(
            name, name, self.key.public_key(), 1, NOW - dt.timedelta(1), NOW + dt.timedelta(9)
        )
        self.certificate = _text(builder.sign(self.key, hashes.SHA256()))

    def says(self, asked: str, email: str, *, is_signed: bool = True, audience: str = "") -> str:
        here = "http://kith.example/sign-in/saml/county"
        said = ASSERTION.format(
            asked=asked,
            email=email,
            at=f"{NOW:%Y-%m-%dT%H:%M:%SZ}",
            until=f"{NOW + dt.timedelta(minutes=5):%Y-%m-%dT%H:%M:%SZ}",
            back=f"{here}/back",
            audience=audience or f"{here}/metadata",
        )
        secret = self.key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        signed = OneLogin_Saml2_Utils.add_sign(said, secret.decode(), self.certificate) if is_signed else said.encode()
        return base64.b64encode(
            RESPONSE.format(asked=asked, at=f"{NOW:%Y-%m-%dT%H:%M:%SZ}", back=f"{here}/back")
            .encode()
            .replace(b"@@", signed)
        ).decode()


def _text(certificate: x509.Certificate) -> str:
    return certificate.public_bytes(serialization.Encoding.PEM).decode()


NAMES = 'xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"'
ASSERTION = (
    f'<saml:Assertion {NAMES} ID="_a1" Version="2.0" IssueInstant="{{at}}"><saml:Issuer>{SERVER}</saml:Issuer>'
    '<saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">{email}</saml:NameID>'
    '<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">'
    '<saml:SubjectConfirmationData NotOnOrAfter="{until}" Recipient="{back}" InResponseTo="{asked}"/>'
    '</saml:SubjectConfirmation></saml:Subject><saml:Conditions NotOnOrAfter="{until}"><saml:AudienceRestriction>'
    "<saml:Audience>{audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions>"
    '<saml:AuthnStatement AuthnInstant="{at}"><saml:AuthnContext><saml:AuthnContextClassRef>'
    "urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>"
    '<saml:AttributeStatement><saml:Attribute Name="urn:oid:0.9.2342.19200300.100.1.3">'
    "<saml:AttributeValue>{email}</saml:AttributeValue></saml:Attribute></saml:AttributeStatement></saml:Assertion>"
)
RESPONSE = (
    f'<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" {NAMES} ID="_r1" Version="2.0" '
    'IssueInstant="{at}" Destination="{back}" InResponseTo="{asked}">'
    f"<saml:Issuer>{SERVER}</saml:Issuer>"
    '<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>'
    "@@</samlp:Response>"
)


@pytest.fixture
def saml(set_up, settings, tmp_path) -> tuple[Provider, str]:
    settings.ALLOWED_HOSTS = ["testserver", "kith.example"]
    provider, file = Provider(), tmp_path / "county.pem"
    file.write_text(provider.certificate, encoding="ascii")
    return provider, set_up(
        KITH_SAML_NAME="Eastmarch Council",
        KITH_SAML_ENTITY=SERVER,
        KITH_SAML_SIGN_IN_URL=f"{SERVER}/saml",
        KITH_SAML_CERTIFICATE=str(file),
    )


def browser() -> Client:
    """The SAML library reads the name of the host by itself."""
    return Client(headers={"Host": "kith.example"})


def asked_by(client: Client, **query: str) -> str:
    """Go to the provider; the id of what was asked there."""
    gone = client.get("/sign-in/saml/county", query).headers["Location"]
    assert gone.startswith(f"{SERVER}/saml?")
    packed = base64.b64decode(parse_qs(urlsplit(gone).query)["SAMLRequest"][0])
    return etree.fromstring(zlib.decompress(packed, -15)).get("ID")


def bring(client: Client, response: str) -> HttpResponse:
    client.post("/sign-in/saml/county/back", {"SAMLResponse": response})
    return client.get("/sign-in/saml/county/in")


def test_kith_tells_a_saml_provider_about_itself(saml):
    client = browser()
    told = etree.fromstring(client.get("/sign-in/saml/county/metadata").content)
    assert told.get("entityID") == "http://kith.example/sign-in/saml/county/metadata"
    assert b"http://kith.example/sign-in/saml/county/back" in etree.tostring(told)


def test_saml_lets_a_worker_in_whom_kith_knows(saml):
    (provider, page), client = saml, browser()
    answer = bring(client, provider.says(asked_by(client, next=page), email_of("ana")))
    assert answer.headers["Location"] == page
    assert client.get(page).status_code == 200


@pytest.mark.parametrize("who", [AWAY, email_of("fay")], ids=["unknown", "left"])
def test_saml_makes_nobody(saml, who):
    (provider, page), client = saml, browser()
    workers = User.objects.count()
    assert bring(client, provider.says(asked_by(client), who)).status_code == 422
    assert client.get(page).status_code == 302
    assert User.objects.count() == workers


def test_saml_believes_only_what_the_provider_signed_for_us_and_was_asked(saml):
    provider, page = saml
    forgeries: list[Callable[[str], str]] = [
        lambda asked: provider.says(asked, email_of("ana"), is_signed=False),
        lambda asked: Provider().says(asked, email_of("ana")),
        lambda asked: provider.says(asked, email_of("ana"), audience="https://another.example"),
        lambda asked: provider.says("_never_asked", email_of("ana")),
        lambda asked: "nonsense",
        lambda asked: base64.b64encode(b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>").decode(),
    ]
    for forge in forgeries:
        client = browser()
        assert bring(client, forge(asked_by(client))).status_code == 422
        assert client.get(page).status_code == 302


def test_saml_opens_once(saml):
    provider, page = saml
    first, second = browser(), browser()
    said = provider.says(asked_by(first), email_of("ana"))
    bring(first, said)
    assert bring(second, said).status_code == 422
    assert second.get(page).status_code == 302


def test_a_message_from_elsewhere_signs_nobody_out(saml):
    _, page = saml
    client = signed_in()
    assert client.get("/sign-in/saml/county/out", {"SAMLRequest": "x"}).status_code == 404
    assert client.get(page).status_code == 200


def test_a_certificate_that_is_not_there_stops_the_start(tmp_path):
    env = {
        "KITH_SAML_NAME": "x",
        "KITH_SAML_ENTITY": "x",
        "KITH_SAML_SIGN_IN_URL": "x",
        "KITH_SAML_CERTIFICATE": str(Path(tmp_path) / "none.pem"),
    }
    with pytest.raises(WrongSetting, match="cannot be read as a certificate"):
        providers(read_environment(env))


def test_the_doors_are_those_that_were_set_up(set_up):
    set_up(**OPENID)
    assert [door.url for door in single_sign_on.doors("/x")] == ["/sign-in/openid?next=%2Fx"]
