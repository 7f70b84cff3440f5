"""A picture without network: taking it along, and the empty page that opens it there.

The page and its worker are the same for everybody and hold nothing of anybody. What is taken along is handed out once,
and the browser locks it up at once under a PIN that stays in the worker's head.
"""

import hashlib
import json
from dataclasses import asdict
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from csp.constants import NONE
from csp.decorators import csp_replace
from django.contrib.auth.decorators import login_not_required
from django.contrib.staticfiles.finders import find
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from kith.apps.access.queries import NothingHere
from kith.apps.helplines.queries import help_strip
from kith.apps.networks.queries import child_head
from kith.apps.pictures import queries, services
from kith.apps.pictures.projections import PlacedCard, Taken
from kith.apps.pictures.vocabulary import PictureKind, directions, item_kinds, line_kinds, picture_kinds
from kith.engines.drawing import scenes
from kith.web.account.confirming import needs_confirming
from kith.web.sent import posted_all

WORKER = "kith/offline/worker.js"
MODULES = ("shell", "cipher", "store", "drawing", "listing", "acts", "lines", "made", "hand", "words", "writing")
FILES = (
    "vendor/govuk.css",
    "fonts/fonts.css",
    "fonts/noto-sans-latin-regular.woff2",
    "fonts/noto-sans-latin-bold.woff2",
    *(f"kith/{name}" for name in ("tokens.css", "kith.css", "together.css", "offline.css", "entry.css", "icon.svg")),
    *(f"kith/offline/{name}.js" for name in MODULES),
)
OF_PLACED = (
    *("words", "why", "workers_why", "part", "workers_part"),
    *("farness", "turn", "state", "at", "period", "again"),
)


@login_not_required
@require_safe
@csp_replace({"connect-src": [NONE]})
def shell(request: HttpRequest) -> HttpResponse:
    """It can send nothing anywhere: what is drawn goes back from the page for sending, signed in."""
    return render(request, "pictures/offline_shell.html")


@login_not_required
@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker: at the shell's own address, so that it reaches the shell and nothing else."""
    files = [reverse("pictures:shell"), *map(static, FILES)]
    told = f"const VERSION = {json.dumps(_version(repr(help_strip())))};\nconst FILES = {json.dumps(files)};\n"
    return HttpResponse(told + _text_of(WORKER).decode(), content_type="text/javascript")


@lru_cache(maxsize=2)
def _version(numbers: str) -> str:
    """Another one as soon as one of the files is, or a number that people can ring."""
    page = Path(__file__).parent.parent / "templates" / "pictures" / "offline_shell.html"
    whole = b"".join([numbers.encode(), page.read_bytes(), *map(_text_of, (*FILES, WORKER))])
    return hashlib.sha256(whole).hexdigest()[:16]


@cache
def _text_of(name: str) -> bytes:
    return Path(str(find(name))).read_bytes()


@require_safe
@needs_confirming
def take_along(request: HttpRequest, child_ref: str, picture_ref: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    page = queries.drawn_page(request.actor, child_ref, picture_ref, now=request.now)
    if not (page.picture.may_draw and page.may_export):
        raise NothingHere
    names = queries.may_be_offered(request.actor, child_ref, picture_ref, now=request.now)
    return render(request, "pictures/offline_take.html", {"child": child, "page": page, "names": names})


@require_POST
@needs_confirming
def check_out(request: HttpRequest, child_ref: str, picture_ref: str) -> HttpResponse:
    child_head(request.actor, child_ref, now=request.now)
    try:
        ref = services.check_out(by=request.actor, child_ref=child_ref, picture_ref=picture_ref, now=request.now)
    except services.CannotDraw as problem:
        return JsonResponse({"says": problem.message})
    offered = posted_all(request, "offered")
    taken = queries.taken_along(request.actor, child_ref, picture_ref, ref, offered=offered, now=request.now)
    page = queries.drawn_page(request.actor, child_ref, picture_ref, now=request.now)
    kind = picture_kinds()[page.picture.kind]
    return JsonResponse({
        "ref": taken.check_out,
        "of": request.actor.ref,
        "from": round(request.now.timestamp() * 1000),
        "until": round(taken.until.timestamp() * 1000),
        "send_to": reverse("pictures:on_tablet", args=[child_ref, picture_ref, ref]),
        "locked": {"queue_key": taken.queue_key, "picture": handed(taken, kind)},
    })  # fmt: skip


def handed(taken: Taken, kind: PictureKind) -> dict[str, Any]:
    """One picture as plain values, and the words that its own buttons need."""
    return {
        "title": taken.scene.title,
        "centre": taken.scene.centre,
        "scene": taken.scene.kind,
        "parts": [{"id": part.id, "title": part.title} for part in kind.parts],
        "steps": [{"farness": step.farness, "title": step.title} for step in kind.steps],
        "kinds": [{"id": name, "title": item_kinds()[name].for_child} for name in kind.items],
        "asks_period": kind.asks_period,
        "asks_both_reasons": kind.asks_both_reasons,
        "placed": list(map(_placed, taken.placed)),
        "made": [{"key": one.key, "version": one.version} | asdict(one.made) for one in taken.made],
        "tools": scenes.plain_tools(),
        "people": [{"id": called, "name": name} for called, name in taken.to_place],
        "line_kinds": _line_kinds(kind, taken.scene.look),
        "directions": {name: one.for_child for name, one in directions().items() if name},
        "lines": [{"key": one.key, "version": one.version} | asdict(one.line) for one in taken.lines],
    }


def _line_kinds(kind: PictureKind, look: str) -> list[dict[str, str]]:
    """Those that this kind draws: the word on the button, as the look has it, and the one in a sentence."""
    return [
        {"id": name, "title": one.words.get(look) or one.title, "says": one.title.lower()}
        for name, one in ((name, line_kinds()[name]) for name in kind.lines)
    ]


def _placed(card: PlacedCard) -> dict[str, Any]:
    own = {name: getattr(card.placing, name) for name in OF_PLACED}
    face = {"image": card.face.image, "says": card.face.what} if card.face else None
    return {"key": card.key, "version": card.version, "kind": card.kind, "name": card.name, "face": face, **own}
