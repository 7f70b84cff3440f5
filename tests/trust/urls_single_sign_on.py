"""Every route of Kith and the county's own ways in, as where they have been set up."""

from django.urls import include, path

from kith.project import urls

handler400, handler404, handler500 = urls.handler400, urls.handler404, urls.handler500
urlpatterns = [
    path("sign-in/", include("kith.web.account.urls_openid")),
    path("sign-in/", include("kith.web.account.urls_saml")),
    *urls.urlpatterns,
]
