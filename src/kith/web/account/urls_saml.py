"""Routes of signing in by SAML; `county` is the one provider there is. Signing out there does not sign out here."""

from allauth.socialaccount.providers.saml import views
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import path

from kith.web.account.single_sign_on import told_nothing
from kith.web.errors.pages import nothing_here


@login_not_required
def no_signing_out_from_elsewhere(request: HttpRequest, organization_slug: str) -> HttpResponse:
    """The library needs the address; a message from elsewhere signs nobody out."""
    return nothing_here()


HERE = "saml/<slug:organization_slug>"

urlpatterns = [
    path(HERE, views.login, name="saml_login"),
    path(f"{HERE}/back", views.acs, name="saml_acs"),
    path(f"{HERE}/in", told_nothing(views.finish_acs), name="saml_finish_acs"),
    path(f"{HERE}/out", no_signing_out_from_elsewhere, name="saml_sls"),
    path(f"{HERE}/metadata", views.metadata, name="saml_metadata"),
]
