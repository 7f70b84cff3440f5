"""Loading a family file in two steps."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kith.apps.access.queries import NothingHere
from kith.apps.files.services import CannotReadFile, read_family
from kith.apps.networks import queries
from kith.apps.networks.projections import FormPage
from kith.apps.people import services
from kith.apps.sentences.queries import unsafe_in
from kith.engines.drawing.formats import Reading
from kith.engines.drawing.network import Person
from kith.engines.drawing.output import sentences
from kith.kernel.errors import KithError
from kith.web.children.unsafe import ask_why, heed
from kith.web.loading.forms import ConfirmForm, FamilyFileForm, carried, uncarried
from kith.web.notices import Notice, tell
from kith.web.sent import posted

MOST_SENTENCES = 30
COUNTED = {
    "people": "people, the child among them",
    "unions": "couples and parents",
    "child links": "children with their parents",
    "households": "homes",
    "relations": "other ties",
}


@require_http_methods(["GET", "HEAD", "POST"])
def choose_file(request: HttpRequest, child_ref: str) -> HttpResponse:
    """Choose a file; a file that cannot be read gets its one sentence, and the page stays."""
    page = queries.load_page(request.actor, child_ref, now=request.now)
    form = FamilyFileForm(request.POST, request.FILES) if request.method == "POST" else FamilyFileForm()
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data["file"]
        name = form.file_name
        try:
            return _preview(request, page, data, read_family(data, name=name), name)
        except CannotReadFile as problem:
            form.add_error("file", problem.message)
    status = 422 if form.is_bound else 200
    return render(request, "load/choose.html", {"child": page.child, "form": form}, status=status)


@require_POST
def load(request: HttpRequest, child_ref: str) -> HttpResponse:
    """Do it: everybody in the file, or nobody."""
    page = queries.load_page(request.actor, child_ref, now=request.now)
    data = uncarried(posted(request, "carried"))
    name = posted(request, "name")[:200] or "file"
    try:
        reading = read_family(data, name=name)
    except CannotReadFile as problem:
        return _refused(request, page, name, problem)
    form = _confirm_form(page, reading, request)
    if not form.is_valid():
        return _preview(request, page, data, reading, name, form)
    network = replace(reading.network, about=form.cleaned_data["about"])
    cards = unsafe_in(request.actor, child_ref, network, now=request.now)
    try:
        heed(request, form, cards)
    except KithError as problem:
        form.add_error(None, problem.message)
        return _preview(request, page, data, reading, name, form)
    try:
        added = services.load_file(
            by=request.actor,
            child_ref=child_ref,
            network=network,
            data=data,
            file_format=reading.format,
            now=request.now,
        )
    except NothingHere:
        raise
    except KithError as problem:
        return _refused(request, page, name, problem)
    tell(request, Notice(f"{added:,} people are brought in."))
    return HttpResponseRedirect(reverse("children:picture", args=[child_ref]))


def _confirm_form(page: FormPage, reading: Reading, request: HttpRequest) -> ConfirmForm:
    return ConfirmForm(request.POST, people=reading.network.persons, child=page.child.first_name)


def _refused(request: HttpRequest, page: FormPage, name: str, problem: KithError) -> HttpResponse:
    context = _context(page, name) | {"problems": [problem.message], "would_create": [], "kept": [], "notes": []}
    return render(request, "load/dry_run.html", context | {"sentences": [], "form": None}, status=422)


def _preview(
    request: HttpRequest,
    page: FormPage,
    data: bytes,
    reading: Reading,
    name: str,
    form: ConfirmForm | None = None,
) -> HttpResponse:
    """What loading would do, before anything is stored."""
    people = reading.network.persons
    about = form["about"].value() if form else _likely(people, page.child.name)
    form = form or ConfirmForm(
        people=people,
        child=page.child.first_name,
        initial={"about": about, "carried": carried(data), "name": name},
    )
    cards = unsafe_in(request.actor, page.child.ref, replace(reading.network, about=about), now=request.now)
    if cards:
        ask_why(form)
    counted = [(says, reading.counts.get(what, 0)) for what, says in COUNTED.items()]
    would_create = [{"what": says, "count": number} for says, number in counted if number]
    kept = [{"tag": tag, "count": number} for tag, number in reading.kept_by_tag.items()]
    context = _context(page, name) | {
        "problems": [],
        "unsafe": cards,
        "form": form,
        "would_create": would_create,
        "sentences": [f"Read as {reading.format}.", *reading.warnings, *sentences(reading.network)[:MOST_SENTENCES]],
        "notes": list(reading.network.notes),
        "kept": kept,
    }
    return render(request, "load/dry_run.html", context, status=422 if form.is_bound else 200)


def _context(page: FormPage, name: str) -> dict[str, object]:
    return {"child": page.child, "source": name, "back": reverse("children:picture", args=[page.child.ref])}


def _likely(people: tuple[Person, ...], name: str) -> str:
    """The one person in the file with the child's name, if there is exactly one; a person decides."""
    same = [p.id for p in people if p.full_name.casefold() == name.casefold()]
    return same[0] if len(same) == 1 else ""
