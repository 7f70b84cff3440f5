"""Routes of signing in by OpenID Connect; `county` is the one provider there is."""

from allauth.socialaccount.providers.openid_connect import views
from django.urls import path

from kith.web.account.single_sign_on import told_nothing

COUNTY = {"provider_id": "county"}

urlpatterns = [
    path("openid", views.login, COUNTY, name="openid_connect_login"),
    path("openid/back", told_nothing(views.callback), COUNTY, name="openid_connect_callback"),
]
