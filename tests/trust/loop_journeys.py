"""What people do with a child's ledger, as a script: who was told, what relatives sent, and a page for one of them."""

from collections.abc import Mapping

from django.urls import reverse

from kith.apps.occasions.models import Occasion
from tests.trust.occasions import invitation_of, sent_by
from tests.trust.teams import worker_of
from tests.trust.visitor import Visitor

Refs = Mapping[str, str]  # as in journeys


def keeping_in_the_loop(visitor: Visitor, refs: Refs) -> None:
    """Who of everybody's family was told: the ledger, its rows, parents, and a page for a relative."""
    told = {"told_on": "24 November 2026", "told_by": "Zed", "told_words": "Ask for Quillfeather.", "version": "0"}
    for name in ("mina", "lou", "hidden"):
        visitor.get(reverse("occasions:loop", args=[refs[name]]))
        visitor.post(reverse("occasions:add", args=[refs[name]]), kind="event", on="24/11/2026", words="Grace rang.")
        for one in Occasion.objects.filter(subject__ref=refs["mina"]).order_by("pk"):
            visitor.get(reverse("occasions:occasion", args=[refs[name], one.ref]))
            for seat in (refs["zed"], refs["tess"], worker_of("hidden")):
                row = reverse("occasions:team_row", args=[refs[name], one.ref, seat])
                visitor.get(row)
                visitor.post(row, **told)
            for whom in ("mum", "uncle", "hidden"):
                row = reverse("occasions:row", args=[refs[name], one.ref, refs[whom]])
                visitor.get(row)
                visitor.post(row, **told)
        for whom in ("mum", "uncle", "hidden"):
            visitor.get(reverse("occasions:parent", args=[refs[name], refs[whom]]))
            say = reverse("occasions:say", args=[refs[name], refs[whom], "spoken"])
            visitor.post(say, spoken_by="Zed", spoken_on="24/11/2026", view="7 Threnody Yard", version="0")
        visitor.get(reverse("occasions:loop", args=[refs[name]]))
    away = {"response": "trauma.slower", "seen": "She hides.", "together": "School", "look_again_on": "1/12/2026"}
    for whom in ("mum", "hidden"):
        visitor.post(reverse("occasions:add_not_coming", args=[refs["mina"]]), person=refs[whom], **away)
    answering_relatives(visitor, refs)
    inviting_people(visitor, refs)
    make, one = reverse("occasions:make", args=[refs["mina"]]), Occasion.objects.earliest("pk").ref
    chosen = {"look": "yes", "child_says": "agreed", "days": "7", "visits": "5", "telling": "phone", "occasions": one}
    for reader in ("mum", "uncle", "hidden"):
        visitor.post(make, **chosen, reader=refs[reader])
    visitor.get(reverse("occasions:make", args=[refs["hidden"]]))


def inviting_people(visitor: Visitor, refs: Refs) -> None:
    """The list of those who are to be invited: answered for, taken off, put back, and sent."""
    at = [refs["mina"], Occasion.objects.filter(subject__ref=refs["mina"]).earliest("pk").ref]
    visitor.get(reverse("occasions:invitations", args=at))
    visitor.post(reverse("occasions:invitations", args=at), invited_by="Zed")
    for whom in ("uncle", "hidden"):
        one = [*at, invitation_of(whom)]
        where = reverse("occasions:answer_invitation", args=one)
        visitor.get(where)
        visitor.post(where, safety="safe", hurt="Xanthe Quillfeather, of 7 Threnody Yard", version="1")
        for route, version in (("take_off_list", 2), ("put_back_on_list", 3), ("take_off_list", 1)):
            visitor.post(reverse(f"occasions:{route}", args=one), version=str(version))
    visitor.post(reverse("occasions:invitations", args=at), invited_by="Quillfeather")
    visitor.get(reverse("occasions:invitations", args=at))
    visitor.get(reverse("occasions:invitations", args=[refs["hidden"], at[1]]))


def answering_relatives(visitor: Visitor, refs: Refs) -> None:
    """What somebody sent from their page, also if it was somebody who may be hidden."""
    answer = {"done": "We rang Quillfeather.", "way": "met", "answered_on": "24/11/2026", "answered_by": "Zed"}
    for whom in ("uncle", "hidden"):
        where = reverse("occasions:answer", args=[refs["mina"], sent_by(whom)])
        visitor.get(where)
        visitor.post(where, **answer, version="1")
    visitor.get(reverse("occasions:loop", args=[refs["mina"]]))
    visitor.get("/")
