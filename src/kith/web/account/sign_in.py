"""The ways in: a password, a passkey, and the second step."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.models import Login
from allauth.account.utils import get_next_redirect_url
from allauth.account.views import LoginView, LogoutView
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.webauthn.forms import LoginWebAuthnForm
from allauth.mfa.webauthn.internal.flows import perform_passwordless_login
from allauth.mfa.webauthn.views import LoginWebAuthnView
from django.contrib.auth import get_user_model
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.decorators import method_decorator
from fido2.utils import websafe_decode

from kith.apps.chronologies.queries import own_taken
from kith.apps.pictures.queries import own_tablets
from kith.web.account import second_steps, sessions
from kith.web.account.adapter import not_let_in
from kith.web.account.our_pages import OurPage
from kith.web.account.single_sign_on import doors
from kith.web.limits import Place, take

ASKED_BY = ["get", "head", "post"]


class SignIn(OurPage, LoginView):
    """Email address and password; after a time-out it says why the page is locked."""

    template_name = "account/login.html"
    http_method_names = ASKED_BY

    def words(self) -> dict[str, Any]:
        return {
            "lock": self.request.session.get(sessions.LOCKED),
            "doors": doors(self.get_next_url() or ""),
            "passkey_url": self.passthrough_next_url(reverse("mfa_login_webauthn")),
        }


class SignOut(OurPage, LogoutView):
    """What was made on this device without network is sent first; the page's script looks whether there is any."""

    def words(self) -> dict[str, Any]:
        actor, now = self.request.actor, self.request.now
        return {"tablets": own_tablets(actor, now=now), "forms": own_taken(actor, now=now)}


class SecondStep(OurPage, AuthenticateView):
    """A code or a passkey, after the password."""

    template_name = "account/second_step.html"
    http_method_names = ASKED_BY

    def post(self, request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        place = one_try_of(self.stage.login.user)
        if not self.form.is_valid():
            return self.form_invalid(self.form)
        place.give_back()
        return self.form_valid(self.form)

    def get_context_data(self, **given: Any) -> dict[str, Any]:
        context = super().get_context_data(**given)
        options = context.pop("js_data")["request_options"]
        has_passkey = second_steps.has_passkey(self.stage.login.user)
        return context | {"has_passkey": has_passkey, "passkey_options": options if has_passkey else None}


class PasskeyForm(LoginWebAuthnForm):
    """Whose passkey it is stands in the passkey, as a ref."""

    def clean_credential(self) -> Any:
        self.user = user_of(self.cleaned_data["credential"])
        if self.user is None:
            raise second_steps.SecondSteps().validation_error("incorrect_code")
        return super().clean_credential()


@method_decorator(login_not_required, name="dispatch")
class PasskeySignIn(LoginWebAuthnView):
    """A passkey that has checked a finger, a face or a PIN is both steps in one."""

    form_class = PasskeyForm
    http_method_names = ASKED_BY

    def dispatch(self, request: HttpRequest, *args: Any, **options: Any) -> HttpResponseBase:
        if request.method == "POST":
            take("passkeys", get_adapter().get_client_ip(request))
        return super().dispatch(request, *args, **options)

    def get_form_class(self) -> type[PasskeyForm]:
        return PasskeyForm

    def form_invalid(self, form: Any) -> HttpResponse:
        return not_let_in(self.request)

    def form_valid(self, form: Any) -> HttpResponse:
        row = form.cleaned_data["credential"]
        login = Login(user=row.user, redirect_url=get_next_redirect_url(self.request))
        return perform_passwordless_login(self.request, row, login)


def user_of(credential: Any) -> Any:
    """The active user whose ref the passkey names; None for anything else."""
    try:
        ref = websafe_decode(credential["response"]["userHandle"]).decode()
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
    return get_user_model().objects.filter(ref=ref, is_active=True).first()


def one_try_of(user: Any) -> Place:
    return take("codes", user.ref)
