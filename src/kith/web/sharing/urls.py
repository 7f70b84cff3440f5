"""Routes about what is shared of a child."""

from django.urls import path

from kith.web.sharing import views

app_name = "sharing"
SHARING = "children/<slug:child_ref>/sharing"

urlpatterns = [
    path(SHARING, views.overview, name="overview"),
    path(f"{SHARING}/guide", views.guide, name="guide"),
    path(f"{SHARING}/decide", views.decide, name="decide"),
    path(f"{SHARING}/decisions/<slug:decision_ref>", views.decision, name="decision"),
    path(f"{SHARING}/agreement", views.add_consent, name="add_consent"),
    path(f"{SHARING}/agreements/<slug:consent_ref>/take-back", views.withdraw_consent, name="withdraw_consent"),
    path(f"{SHARING}/shares/<slug:share_ref>/end", views.end_share, name="end_share"),
]
