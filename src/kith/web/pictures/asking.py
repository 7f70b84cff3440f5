"""Questions asked one at a time while a picture is made, and what an answer becomes: only what was chosen for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from kith.apps.access.queries import NothingHere, day_of
from kith.apps.networks.queries import child_head
from kith.apps.people.services import add_person
from kith.apps.pictures import queries, services
from kith.apps.pictures.projections import DrawnPage, Placing
from kith.apps.pictures.question_bank import Asking, asking, every_question, offers
from kith.apps.pictures.rules import CHILD
from kith.apps.pictures.vocabulary import picture_kinds
from kith.apps.voices.projections import VoiceSaid
from kith.apps.voices.services import hear_voice
from kith.engines.drawing.network import Account, Name, Person
from kith.kernel.errors import KithError
from kith.kernel.partial_dates import PartialDate
from kith.web.account import keeping
from kith.web.notices import Notice, forget, tell
from kith.web.sent import in_address, posted, posted_all, typed

ITEM, PERSON, VOICE = "item", "person", "voice"
SPOKEN = "spoken"
PERSON_ITEM = "person"
EMPTY = "Say it in a few words first."
NOTHING_KEPT = "We talked about it. Nothing is kept."
KEPT = {ITEM: "It is in the picture.", PERSON: "They are one of your people now.", VOICE: "Your words are kept."}


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said, to which question, and what it shall become."""

    words: str
    name: str
    kind: str
    part: str
    question: str
    becomes: frozenset[str]


def asked_now(request: HttpRequest, page: DrawnPage) -> Asking:
    """By the id in the address, so that it works without a script and a page that is loaded again asks the same."""
    ask, after = in_address(request, "ask"), in_address(request, "after")
    return asking(page.picture.kind, page.band, asked=ask, after=after)


def may_become(page: DrawnPage, now: Asking) -> dict[str, str]:
    """What an answer may become, in the words in which it is offered to a child."""
    question = now.question
    if question is None or not page.picture.may_draw:
        return {}
    words = {name: one.for_child for name, one in offers().items()}
    is_own = page.picture.whose_code == CHILD
    wanted = [ITEM, *([PERSON] if PERSON in question.offers else []), *([VOICE] if is_own else [])]
    return {name: words[name] for name in wanted}


@require_POST
def answer(request: HttpRequest, child_ref: str, picture_ref: str) -> HttpResponse:
    """One deed after the other, each with its own place on record; where one is refused the words stay in the form."""
    child_head(request.actor, child_ref, now=request.now)
    page = queries.drawn_page(request.actor, child_ref, picture_ref, now=request.now)
    if not page.may_write:
        raise NothingHere
    said = _said(request, page)
    forget(request)
    done: list[str] = []
    try:
        _require_words(said)
        for name in _deeds(request, page, child_ref, said):
            done.append(name)
    except NothingHere:
        raise
    except KithError as problem:
        keeping.keep(request, user_ref=request.actor.ref, now=request.now)
        tell(request, Notice(_in_words(done, problem.message)))
        page_before = keeping.page_before(request)
        return HttpResponseRedirect(page_before) if page_before else _back(child_ref, picture_ref, ask=said.question)
    tell(request, Notice(_in_words(done) or NOTHING_KEPT))
    return _back(child_ref, picture_ref, after=said.question)


class CannotAnswer(KithError):
    """An answer without any words."""


def _require_words(said: Answer) -> None:
    if not said.words.strip():
        raise CannotAnswer(EMPTY)


def _said(request: HttpRequest, page: DrawnPage) -> Answer:
    kind = picture_kinds()[page.picture.kind]
    parts = [part.id for part in kind.parts]
    words = typed(request, "words")
    return Answer(
        words=words,
        name=typed(request, "name") or words,
        kind=posted(request, "kind") or kind.items[0],
        part=posted(request, "part") or "".join(parts[-1:]),
        question=posted(request, "question"),
        becomes=frozenset(posted_all(request, "becomes")),
    )


def _deeds(request: HttpRequest, page: DrawnPage, child_ref: str, said: Answer) -> Iterator[str]:
    """Somebody new first, so that the one on the picture is the same one."""
    who = ""
    by, now = request.actor, request.now
    if PERSON in said.becomes:
        who = add_person(by=by, child_ref=child_ref, person=_newcomer(said, child_ref, request), now=now)
        yield PERSON
    if ITEM in said.becomes:
        kind = PERSON_ITEM if who else said.kind
        placing = Placing(kind=kind, person=who, name="" if who else said.name, part=said.part)
        services.place(by=by, child_ref=child_ref, picture_ref=page.picture.ref, placing=placing, now=now)
        yield ITEM
    if VOICE in said.becomes and page.picture.whose_code == CHILD:
        voice = VoiceSaid(on=PartialDate.of(day_of(now)), way=SPOKEN, words=_with_question(said))
        hear_voice(by=by, child_ref=child_ref, said=voice, now=now)
        yield VOICE


def _newcomer(said: Answer, child_ref: str, request: HttpRequest) -> Person:
    """Not sure yet: a name, and that the child told us today."""
    told = Account(told_by=child_ref, told_on=PartialDate.of(day_of(request.now)), certainty="not_sure")
    return Person(id="new", names=(Name(text=said.name, kind="known_as"),), provisional=True, account=told)


def _with_question(said: Answer) -> str:
    """An answer says little without what was asked."""
    question = every_question().get(said.question)
    return f"{said.words}\n(Asked: {question.asks})" if question else said.words


def _in_words(done: list[str], problem: str = "") -> str:
    return " ".join([*(KEPT[name] for name in done), *([problem] if problem else [])])


def _back(child_ref: str, picture_ref: str, **asked: str) -> HttpResponse:
    where = reverse("pictures:together", args=[child_ref, picture_ref])
    known = {name: one for name, one in asked.items() if one in every_question()}
    return HttpResponseRedirect(f"{where}?{urlencode(known)}" if known else where)
