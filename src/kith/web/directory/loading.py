"""The county's own thresholds in two steps: choose the file and see what it would change, then load it."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kith.apps.directory import queries, services
from kith.web.children.saving import FORM
from kith.web.directory.forms import ConfirmFeedForm
from kith.web.loading.forms import FileForm, carried, file_field, uncarried
from kith.web.notices import Notice, tell
from kith.web.sent import posted

LARGEST = 256 * 1024
TOO_LARGE = "This file is over 256 KB. Thresholds are a few pages of text: look whether it is the right file."
LONGEST_NAME = 100


class ThresholdsFileForm(FileForm):
    """Which file; a document of a few pages."""

    largest, too_large = LARGEST, TOO_LARGE
    file = file_field(
        "One text file (TOML, in UTF-8) of at most 256 KB, with its version and the day from which it holds.",
        holds="the thresholds",
        at_most="256 KB",
    )


@require_http_methods(FORM)
def choose(request: HttpRequest) -> HttpResponse:
    queries.require_loader(request.actor, now=request.now)
    form = ThresholdsFileForm(request.POST, request.FILES) if request.method == "POST" else ThresholdsFileForm()
    if form.is_bound and form.is_valid():
        return _preview(request, form, form.cleaned_data["file"], form.file_name[:LONGEST_NAME])
    return _asked(request, form)


def _asked(request: HttpRequest, form: FileForm) -> HttpResponse:
    return render(request, "directory/thresholds_choose.html", {"form": form}, status=422 if form.is_bound else 200)


def _preview(request: HttpRequest, form: FileForm, data: bytes, name: str) -> HttpResponse:
    try:
        plan = services.plan_thresholds(by=request.actor, data=data, name=name, now=request.now)
    except services.CannotReadCountyData as problem:
        form.add_error("file", problem.message)
        return _asked(request, form)
    confirm = ConfirmFeedForm(initial={"carried": carried(data), "name": name})
    return render(request, "directory/thresholds_plan.html", {"source": name, "plan": plan, "form": confirm})


@require_POST
def load(request: HttpRequest) -> HttpResponse:
    """The same file again, as the browser carried it; what stands already is not written a second time."""
    queries.require_loader(request.actor, now=request.now)
    name = posted(request, "name")[:LONGEST_NAME] or "file"
    data = uncarried(posted(request, "carried"))[: LARGEST + 1]
    try:
        kept = services.bring_in_thresholds(by=request.actor, data=data, name=name, now=request.now)
    except services.CannotReadCountyData as problem:
        form = ThresholdsFileForm(request.POST, request.FILES)
        form.errors.clear()
        form.add_error("file", problem.message)
        return _asked(request, form)
    tell(request, Notice("Loaded." if kept else "This version stands already. Nothing was changed."))
    return HttpResponseRedirect(reverse("directory:thresholds"))
