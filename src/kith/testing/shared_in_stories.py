"""Decisions to share, yes and no, by the leads of the story families: so that the pages of sharing are not empty."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kith.apps.access.services import Answered, Offer, Weighed, decide_sharing, record_consent
from kith.apps.agencies.queries import actors_by_id, agency_choices

FOR_HOW_LONG = dt.timedelta(days=182)
YES = Weighed(
    who_asked="The children's charity, by telephone",
    what="Who is in the family, and who belongs together",
    purpose="s17",
    recipient_words="The youth workers of the charity",
    basis="public_task",
    condition="none",
    informed="yes",
    necessity="They plan Saturdays with the family and keep asking who may come along",
    proportionality="Names and ties. No address, no numbers",
    accuracy="Gone through with the mother last week",
    detriment="Silence means that the child is sent home with the wrong person",
)
NO = replace(
    YES,
    who_asked="A tutor, by e-mail",
    what="Where the family lives",
    recipient_words="A private tutor",
    necessity="It is not needed. The lessons are at school",
    proportionality="Nothing is the right amount here",
    detriment="An address in one more inbox is a risk, and nobody is helped by it",
    follow_up="The tutor was rung and told why",
)


def said_in_stories(today: dt.date) -> tuple[Answered, ...]:
    """A yes, a no with what stands beside it, and a young person's own view."""
    return (
        Answered(
            kind="share",
            is_yes=True,
            given_by="Mum",
            words="The charity may know who belongs to our family",
            given_on=today,
        ),
        Answered(
            kind="service",
            is_yes=False,
            given_by="Mum’s partner",
            words="I am not going to any group",
            given_on=today,
            reasoning="Nobody is less safe without the group. We go on meeting him at home, and ask again",
            look_again_on=today + FOR_HOW_LONG / 4,
        ),
        Answered(
            kind="supervision",
            is_yes=True,
            given_by="The young person",
            words="You can talk about us if you tell me what came out of it",
            given_on=today,
            is_childs_own=True,
            competence="Said in their own words who would be there and what a no would change",
        ),
    )


@dataclass(frozen=True, slots=True)
class Story:
    """A story's first child and the worker who leads."""

    child_ref: str
    lead_id: int
    key: str


def share_in_stories(stories: Iterable[Story], *, receiver: str, now: dt.datetime) -> None:
    """One yes, one no and what people agreed to for each, by the deeds that a worker would do."""
    receiver_ref = next(ref for ref, name in agency_choices() if name == receiver)
    for story in stories:
        (lead,) = actors_by_id([story.lead_id], on=now.date())
        if lead.agency_ref == receiver_ref:
            continue
        offer = Offer(
            receiver_ref=receiver_ref,
            kinds=("tie",),
            roles=("practitioner", "manager"),
            level="read",
            since_on=now.date(),
            until_on=now.date() + FOR_HOW_LONG,
        )
        decide_sharing(by=lead, subject_ref=story.child_ref, weighed=YES, outcome="shared", offer=offer, now=now)
        decide_sharing(by=lead, subject_ref=story.child_ref, weighed=NO, outcome="refused", now=now)
        for answered in said_in_stories(now.date()):
            record_consent(by=lead, subject_ref=story.child_ref, answered=answered, now=now)
