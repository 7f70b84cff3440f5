"""Journeys of somebody who writes with a thumb: unsent words, what is known already, attachments, and a device."""

from collections.abc import Mapping

from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from kith.apps.chronologies.models import Attachment, Entry, TakenChild, TakenForm
from kith.apps.chronologies.projections.known import MARK
from tests.trust.county import CHILDREN
from tests.trust.crawling import NOBODY
from tests.trust.hostile.pictures import picture
from tests.trust.rows_told import attached_to, row_of
from tests.trust.visitor import Visitor
from tests.trust.voices import voice_of

Refs = Mapping[str, str]
GUESS = "Threnody Okafor is at 7 Threnody Yard, EM7 7QZ, with Quillfeather"
SAID = {"on": "today", "fact": GUESS, "childs_words": GUESS, "rag": "green"}


def writing_with_a_thumb(visitor: Visitor, refs: Refs) -> None:
    """Everybody's form, with words that guess; kept unsent, thrown away, and sent, also about whoever may be hidden."""
    visitor.post(reverse("children:understood"), words=GUESS)
    for name in (*CHILDREN, "dad", "hidden"):
        add = reverse("chronologies:add", args=[refs[name]])
        visitor.post(add, **SAID, draft="by_itself")
        visitor.get(add)
        visitor.post(add, draft="afresh")
        for part in ("", "?part=story"):
            visitor.get(f"{reverse('chronologies:known', args=[refs[name]])}{part}")
        for start in (GUESS, "2026", "20 November 2026"):
            visitor.post(reverse("chronologies:near", args=[refs[name]]), on="other", start=start)
        for source in ("step", "contact", "occasion", "moved"):
            visitor.get(reverse("chronologies:add_known", args=[refs[name], source, NOBODY]))
            visitor.post(reverse("chronologies:take_over", args=[refs[name], source, NOBODY]), mark=GUESS)
    _taking_over(visitor, refs)
    visitor.get("/")
    _attaching(visitor, refs)
    _going_along(visitor, refs)


def _taking_over(visitor: Visitor, refs: Refs) -> None:
    """What Mina said, and what whoever may be hidden did: left out, offered again, taken over, and taken back."""
    for name, whose in (("mina", "mina"), ("mina", "hidden"), ("hidden", "hidden")):
        at = [refs[name], "voice", voice_of(whose)]
        for route in ("add_known", "set_aside", "offer_again"):
            visitor.get(reverse(f"chronologies:{route}", args=at))
        for route in ("set_aside", "offer_again"):
            visitor.post(reverse(f"chronologies:{route}", args=at), why="not_right")
        shown = visitor.client.get(reverse("chronologies:known", args=at[:1])).content.decode()
        mark = shown.partition(reverse("chronologies:take_over", args=at))[2].partition('name="mark" value="')[2][:MARK]
        visitor.post(reverse("chronologies:take_over", args=at), mark=mark)
        visitor.get(f"{reverse('chronologies:page', args=at[:1])}?known=open")
        made = Entry.objects.filter(came_of=":".join(at[1:])).order_by("pk").values_list("ref", flat=True)
        for row in (*made, row_of("hidden")):
            visitor.post(f"{reverse('chronologies:take_back', args=[at[0], row])}?version=1")
        visitor.post(
            reverse("chronologies:add_known", args=at), **SAID | {"fact": f"{GUESS} {whose}"}, others=refs["hidden"]
        )
        visitor.get(reverse("chronologies:known", args=at[:1]))


def _attaching(visitor: Visitor, refs: Refs) -> None:
    said = {"what": GUESS, "basis": "public_task", "kept_at": GUESS, "number": "7"}
    for name, row in (("mina", row_of("mina")), ("mina", row_of("hidden")), ("hidden", row_of("hidden"))):
        at = [refs[name], row]
        for route in ("attach_photograph", "attach_recording"):
            visitor.get(reverse(f"chronologies:{route}", args=at))
        visitor.post(reverse("chronologies:attach_recording", args=at), **said)
        photo = SimpleUploadedFile(f"{GUESS}.png", picture("PNG"), content_type="image/png")
        visitor.post(reverse("chronologies:attach_photograph", args=at), **said, picture=photo)
        own = Attachment.objects.filter(entry__ref=row_of("mina")).order_by("pk").values_list("ref", flat=True)
        for one in (*own, attached_to("hidden")):
            for route in ("take_out_attachment", "put_back_attachment"):
                visitor.post(reverse(f"chronologies:{route}", args=[*at, one]))
            visitor.get(reverse("chronologies:attachment", args=[*at, one]))
        visitor.get(reverse("chronologies:row", args=at))


def _going_along(visitor: Visitor, refs: Refs) -> None:
    """On a device, for Mina and for whoever may be hidden; what comes back is about either."""
    visitor.get(reverse("chronologies:along"))
    for names in (["hidden"], ["mina", "hidden"], ["mina"]):
        cache.clear()
        visitor.post(reverse("chronologies:take_along"), children=[refs[name] for name in names])
    visitor.get(reverse("chronologies:along"))
    mine = TakenForm.objects.exclude(taken_by__ref=refs["zed"]).filter(ended_at=None).order_by("pk").last()
    called = TakenChild.objects.filter(taken=mine).values_list("called", flat=True) if mine else ()
    for taken in (mine.ref if mine else NOBODY, NOBODY):
        visitor.get(reverse("chronologies:on_device", args=[taken]))
        send = reverse("chronologies:send", args=[taken])
        for act, child in ((act, child) for act in ("row", "row", "unfinished") for child in (NOBODY, *called)):
            answer = visitor.client.post(send, {"id": "1", "act": act, "start": "2026", "fact": GUESS, "child": child})
            visitor.post(reverse("children:understood"), words=answer.content.decode())
        visitor.post(reverse("chronologies:keep_on", args=[taken]))
        visitor.post(reverse("chronologies:end", args=[taken]))
    visitor.get(reverse("account_logout"))
