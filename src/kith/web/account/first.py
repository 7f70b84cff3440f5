"""The first sign-in: a code from whoever entered somebody is exchanged for a password that only they know."""

from typing import Any

from allauth.account.adapter import get_adapter
from django import forms
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kith.apps.agencies.services import choose_first_password
from kith.kernel.text import LIMITS
from kith.web.account.adapter import tries_of

NOT_RIGHT = "That email address or that code is not right, or the code is too old. Ask for a new one."
NOT_THE_SAME = "The two passwords are not the same. Type both again."
LONGEST_PASSWORD = 1_000


class FirstPasswordForm(forms.Form):
    """Who they are, the code, and the password twice; no password comes back to the page."""

    email = forms.CharField(
        label="Email address", max_length=LIMITS["email"], error_messages={"required": "Enter your email address."}
    )
    code = forms.CharField(
        label="Code", max_length=LIMITS["line"], error_messages={"required": "Enter the code you were given."}
    )
    password = forms.CharField(
        label="New password",
        strip=False,
        max_length=LONGEST_PASSWORD,
        widget=forms.PasswordInput,
        help_text="12 characters or more. Three words that only you would put together are good.",
        error_messages={"required": "Choose a password."},
    )
    again = forms.CharField(
        label="The same password again",
        strip=False,
        max_length=LONGEST_PASSWORD,
        widget=forms.PasswordInput,
        error_messages={"required": "Type the password again."},
    )

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password)
        return password

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if {"password", "again"} <= said.keys() and said["password"] != said["again"]:
            self.add_error("again", NOT_THE_SAME)
        return said


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def first(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        return HttpResponseRedirect(reverse("today:home"))
    form = FirstPasswordForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and _is_chosen(request, form):
        return HttpResponseRedirect(reverse("account_login"))
    return render(request, "account/first.html", {"form": form}, status=422 if form.is_bound else 200)


def _is_chosen(request: HttpRequest, form: FirstPasswordForm) -> bool:
    """Each try takes a place in the limits of signing in, which a right one gives back."""
    said = form.cleaned_data
    places = tries_of(get_adapter().get_client_ip(request), said["email"])
    if not choose_first_password(email=said["email"], code=said["code"], password=said["password"], now=request.now):
        form.add_error(None, NOT_RIGHT)
        return False
    for place in places:
        place.give_back()
    return True
