"""Routes of signing in and out. Pages of the library that have no twin of ours are not mounted."""

from allauth.account.views import login, logout
from django.urls import path

urlpatterns = [
    path("sign-in", login, name="account_login"),
    path("sign-out", logout, name="account_logout"),
]
