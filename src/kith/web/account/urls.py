"""Routes of signing in and out. Pages of the library that have no twin of ours are not mounted."""

from django.conf import settings
from django.urls import include, path

from kith.web.account import mine
from kith.web.account.confirming import confirm
from kith.web.account.first import first
from kith.web.account.sign_in import PasskeySignIn, SecondStep, SignIn, SignOut

urlpatterns = [
    path("sign-in", SignIn.as_view(), name="account_login"),
    path("sign-in/second-step", SecondStep.as_view(), name="mfa_authenticate"),
    path("sign-in/passkey", PasskeySignIn.as_view(), name="mfa_login_webauthn"),
    path("sign-in/first", first, name="account_first"),
    path("sign-out", SignOut.as_view(), name="account_logout"),
    path("confirm", confirm, name="account_confirm"),
    path("my-sign-in", mine.mine, name="account_mine"),
    path("my-sign-in/app", mine.AddApp.as_view(), name="account_add_app"),
    path("my-sign-in/app/remove", mine.remove_app, name="account_remove_app"),
    path("my-sign-in/passkey", mine.AddPasskey.as_view(), name="account_add_passkey"),
    path("my-sign-in/passkey/remove", mine.remove_passkey, name="account_remove_passkey"),
    path("my-sign-in/codes", mine.codes, name="account_codes"),
    path("my-sign-in/codes/new", mine.new_codes, name="account_new_codes"),
    path("my-sign-in/end-others", mine.end_others, name="account_end_others"),
]

# The county's own ways in are there only where they have been set up.
if "openid_connect" in settings.SOCIALACCOUNT_PROVIDERS:
    urlpatterns += [path("sign-in/", include("kith.web.account.urls_openid"))]
if "saml" in settings.SOCIALACCOUNT_PROVIDERS:
    urlpatterns += [path("sign-in/", include("kith.web.account.urls_saml"))]
