"""A feed of services in two steps, and the whole directory as one to take away."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kith.apps.directory import queries, services
from kith.engines.referral_feeds import CannotReadFeed, read_feed
from kith.web.directory.forms import ConfirmFeedForm
from kith.web.loading.forms import FileForm, carried, file_field, uncarried
from kith.web.notices import Notice, tell
from kith.web.sent import posted

HINT = "A page of services in Open Referral UK (JSON). At most 2 MB."
LARGER = "Larger feeds are brought in with the command kith directory load"
MOST_NAMED = 12


class FeedFileForm(FileForm):
    """Which feed."""

    too_large = f"This file is over 2 MB. {LARGER}; ask your administrator."
    file = file_field(f"{HINT} {LARGER}.", holds="the services")


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """Choose a feed; one with faults is refused with all of them, and the page stays."""
    queries.require_loader(request.actor, now=request.now)
    form = FeedFileForm(request.POST, request.FILES) if request.method == "POST" else FeedFileForm()
    if request.method == "POST" and form.is_valid():
        return _preview(request, form.cleaned_data["file"], form.file_name)
    return render(request, "directory/feed_choose.html", {"form": form}, status=422 if form.is_bound else 200)


def _preview(request: HttpRequest, data: bytes, name: str) -> HttpResponse:
    """What bringing it in would do, before anything is stored."""
    try:
        reading = read_feed([(name[:100], data)])
    except CannotReadFeed as problem:
        return _refused(request, name, problem)
    plan = services.plan_feed(by=request.actor, reading=reading, now=request.now)
    form = ConfirmFeedForm(initial={"carried": carried(data), "name": name[:100]})
    context = {"source": name, "faults": (), "plan": plan, "form": form, "most": MOST_NAMED}
    return render(request, "directory/feed_plan.html", context)


@require_POST
def load(request: HttpRequest) -> HttpResponse:
    """Do it: the whole feed, or nothing."""
    queries.require_loader(request.actor, now=request.now)
    name = posted(request, "name")[:100] or "file"
    try:
        reading = read_feed([(name, uncarried(posted(request, "carried")))])
    except CannotReadFeed as problem:
        return _refused(request, name, problem)
    try:
        written = services.load_feed(by=request.actor, reading=reading, now=request.now)
    except services.ChangedMeanwhile as problem:
        tell(request, Notice(problem.message))
        return HttpResponseRedirect(reverse("directory:choose_feed"))
    tell(request, Notice(f"Brought in: {written:,} new or changed." if written else "Nothing was new in this feed."))
    return HttpResponseRedirect(reverse("directory:look"))


def _refused(request: HttpRequest, name: str, problem: CannotReadFeed) -> HttpResponse:
    context = {"source": name, "faults": problem.faults, "plan": None, "form": None, "most": MOST_NAMED}
    return render(request, "directory/feed_plan.html", context, status=422)


@require_safe
def take_away(request: HttpRequest) -> HttpResponse:
    response = HttpResponse(queries.feed_file(request.actor, now=request.now), content_type="application/json")
    response["Content-Disposition"] = 'attachment; filename="directory.json"'
    return response
