"""Every route of Kith. Each one decides access; the route census holds the outcome of every one of them."""

from django.urls import include, path

from kith.web.health.views import health

handler400 = "kith.web.errors.views.not_readable"
handler404 = "kith.web.errors.views.not_found"
handler500 = "kith.web.errors.views.broken"

urlpatterns = [
    path("health", health, name="health"),
    path("", include("kith.web.account.urls")),
    path("", include("kith.web.help.urls")),
    path("", include("kith.web.today.urls")),
    path("", include("kith.web.children.urls")),
    path("", include("kith.web.directory.urls")),
    path("", include("kith.web.seeing.urls")),
    path("", include("kith.web.sharing.urls")),
    path("", include("kith.web.merging.urls")),
    path("", include("kith.web.destroying.urls")),
    path("", include("kith.web.sealing.urls")),
    path("", include("kith.web.tasks.urls")),
    path("", include("kith.web.workers.urls")),
    path("", include("kith.web.oversight.urls")),
    path("", include("kith.web.links.urls")),
    path("", include("kith.web.contacts.urls")),
    path("", include("kith.web.timescales.urls")),
    path("", include("kith.web.standing.urls")),
    path("", include("kith.web.disagreeing.urls")),
    path("", include("kith.web.sentences.urls")),
    path("", include("kith.web.pictures.urls")),
    path("", include("kith.web.voices.urls")),
    path("", include("kith.web.chronologies.urls")),
    path("", include("kith.web.pseudonyms.urls")),
    path("", include("kith.web.ownpages.urls")),
    path("", include("kith.web.supervision.urls")),
    path("", include("kith.web.teams.urls")),
    path("", include("kith.web.occasions.urls")),
    path("", include("kith.web.loading.urls")),
]
