"""What the settings say of signing in: the county's own system, the second step, and the servers in front of Kith."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kith.project.environment import WrongSetting

OPENID = ("KITH_OIDC_SERVER", "KITH_OIDC_NAME", "KITH_OIDC_CLIENT", "KITH_OIDC_SECRET")
SAML = ("KITH_SAML_ENTITY", "KITH_SAML_NAME", "KITH_SAML_SIGN_IN_URL", "KITH_SAML_CERTIFICATE")


def providers(env: Mapping[str, str]) -> dict[str, Any]:
    """The ways in that were set up, as django-allauth wants them told; none by default."""
    found: dict[str, Any] = {}
    if _is_set_up(env, OPENID):
        found["openid_connect"] = {"APPS": [_openid(env)], "OAUTH_PKCE_ENABLED": True}
    if _is_set_up(env, SAML):
        found["saml"] = {"APPS": [_saml(env)]}
    return found


def second_factor(env: Mapping[str, str]) -> str:
    return _one_of(env, "KITH_SECOND_FACTOR", ("", "all", "offered"))


def proxies(env: Mapping[str, str]) -> int:
    text = env["KITH_PROXIES"]
    if not text.isdecimal():
        raise WrongSetting(f"KITH_PROXIES is a number such as 0 or 1, not {text!r}.")
    return int(text)


def _is_set_up(env: Mapping[str, str], names: tuple[str, ...]) -> bool:
    """All of them or none: half a way in would be found out by the first person who tries it."""
    missing = [name for name in names if not env[name]]
    if missing and len(missing) < len(names):
        raise WrongSetting(f"{missing[0]} is missing. {', '.join(names)} are set together.")
    return not missing


def _openid(env: Mapping[str, str]) -> dict[str, Any]:
    emails = _one_of(env, "KITH_OIDC_EMAILS", ("verified", "trusted"))
    return {
        "provider_id": "county",
        "name": env["KITH_OIDC_NAME"],
        "client_id": env["KITH_OIDC_CLIENT"],
        "secret": env["KITH_OIDC_SECRET"],
        "settings": {"server_url": env["KITH_OIDC_SERVER"]} | ({"verified_email": True} if emails == "trusted" else {}),
    }


def _saml(env: Mapping[str, str]) -> dict[str, Any]:
    return {
        "provider_id": env["KITH_SAML_ENTITY"],
        "name": env["KITH_SAML_NAME"],
        "client_id": "county",
        "settings": {
            "verified_email": True,  # the provider signs what it says
            "idp": {
                "entity_id": env["KITH_SAML_ENTITY"],
                "sso_url": env["KITH_SAML_SIGN_IN_URL"],
                "x509cert": _certificate(Path(env["KITH_SAML_CERTIFICATE"])),
            },
            "advanced": {"want_assertion_signed": True, "reject_idp_initiated_sso": True, "strict": True},
        },
    }


def _certificate(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        raise WrongSetting(f"KITH_SAML_CERTIFICATE: the file {path} cannot be read as a certificate.") from None


def _one_of(env: Mapping[str, str], name: str, allowed: tuple[str, ...]) -> str:
    if env[name] not in allowed:
        words = " or ".join(word for word in allowed if word)
        raise WrongSetting(f"{name} is {words}, not {env[name]!r}.")
    return env[name]
