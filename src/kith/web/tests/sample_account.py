"""Invented contexts for the pages of signing in."""

from datetime import datetime
from types import SimpleNamespace as Record
from typing import Any
from zoneinfo import ZoneInfo

from kith.web.tests.sample_fields import SampleField, SampleForm

MOMENT = datetime(2026, 11, 24, 10, 4, tzinfo=ZoneInfo("Europe/London"))
OPTIONS = {"publicKey": {"challenge": "c2FtcGxl", "rpId": "localhost"}}
LOGIN_FORM = SampleForm((SampleField("login", "Login"), SampleField("password", "Password", "password")))
REFUSED_LOGIN = SampleForm(
    LOGIN_FORM.fields, is_bound=True, faults=("That email address or that password is not right.",)
)
CODE_FORM = SampleForm((SampleField("code", "Code"),))
WRONG_CODE = SampleForm((SampleField("code", "Code", errors=("That code is not right.",)),), is_bound=True)
FIRST_FORM = SampleForm(
    (
        SampleField("email", "Email address"),
        SampleField("code", "Code"),
        SampleField("password", "New password", "password", help_text="12 characters or more."),
        SampleField("again", "The same password again", "password"),
    )
)
REFUSED_FIRST = SampleForm(
    FIRST_FORM.fields, is_bound=True, faults=("That email address or that code is not right, or the code is too old.",)
)
PASSWORD_FORM = SampleForm((SampleField("password", "Password", "password"),))
NAME_FORM = SampleForm((SampleField("name", "Name", held="My passkey"),))
LOGIN: dict[str, Any] = {"redirect_field": "", "lock": None, "doors": [], "passkey_url": "/sign-in/passkey"}
AWAY = "You were away 15 minutes, so we locked the page."
DOORS = [Record(says="Sign in with Eastmarch Council", url="/sign-in/openid")]
CONFIRM = {
    "form": PASSWORD_FORM,
    "passkey_failed": False,
    "has_step": False,
    "has_password": True,
    "passkey_options": None,
    "doors": [],
    "has_words": False,
    "back": "/",
}
NO_STEPS = Record(app_added_on=None, passkeys=[], codes_left=0, has_one=False)
STEPS = Record(
    app_added_on=MOMENT,
    passkeys=[Record(key="k1", name="Work laptop", added_on=MOMENT), Record(key="k2", name="Key", added_on=MOMENT)],
    codes_left=8,
    has_one=True,
)
DEVICES = [
    Record(says="Chrome on Windows", since=MOMENT, is_this_one=True),
    Record(says="Safari on an iPhone", since=MOMENT, is_this_one=False),
]

ACCOUNT_SAMPLES: dict[str, tuple[str, dict[str, Any]]] = {
    "login": ("account/login.html", {**LOGIN, "form": LOGIN_FORM}),
    "login-wrong": ("account/login.html", {**LOGIN, "form": REFUSED_LOGIN}),
    "login-locked": (
        "account/login.html",
        {**LOGIN, "form": LOGIN_FORM, "lock": Record(says=AWAY, is_kept=True), "doors": DOORS},
    ),
    "login-locked-empty": (
        "account/login.html",
        {**LOGIN, "form": LOGIN_FORM, "lock": Record(says=AWAY, is_kept=False)},
    ),
    "first-sign-in": ("account/first.html", {"form": FIRST_FORM}),
    "first-sign-in-wrong": ("account/first.html", {"form": REFUSED_FIRST}),
    "logout": ("account/logout.html", {"redirect_field": "", "tablets": (), "forms": ()}),
    "second-step": ("account/second_step.html", {"form": CODE_FORM, "has_passkey": False, "passkey_options": None}),
    "second-step-wrong": (
        "account/second_step.html",
        {"form": WRONG_CODE, "has_passkey": True, "passkey_options": OPTIONS},
    ),
    "confirm": ("account/confirm.html", CONFIRM),
    "confirm-step": (
        "account/confirm.html",
        {**CONFIRM, "form": CODE_FORM, "has_step": True, "passkey_options": OPTIONS, "has_words": True},
    ),
    "confirm-wrong-passkey": (
        "account/confirm.html",
        {**CONFIRM, "form": CODE_FORM, "has_step": True, "passkey_options": OPTIONS, "passkey_failed": True},
    ),
    "confirm-elsewhere": ("account/confirm.html", {**CONFIRM, "has_password": False, "doors": DOORS}),
    "mine": ("account/mine.html", {"steps": STEPS, "must_add": False, "devices": DEVICES}),
    "mine-must-add": ("account/mine.html", {"steps": NO_STEPS, "must_add": True, "devices": []}),
    "add-app": (
        "account/add_app.html",
        {
            "form": WRONG_CODE,
            "totp_svg_data_uri": "data:image/svg+xml;base64,PHN2Zy8+",
            "secret_in_groups": "ABCD EFGH",
        },
    ),
    "add-passkey": ("account/add_passkey.html", {"form": NAME_FORM, "passkey_options": OPTIONS}),
    "codes": ("account/codes.html", {"codes": ["12345678", "87654321"]}),
    "not-let-in": ("account/not_let_in.html", {}),
}
