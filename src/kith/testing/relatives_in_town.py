"""More of Noor's story in the invented county: who else was told and asked, and a relative who says what is wrong."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from kith.apps.access.services import open_with_code
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import reading
from kith.apps.cases.projections import CheckAnswerTold
from kith.apps.cases.services import answer_check
from kith.apps.networks.queries import check_to_answer
from kith.apps.occasions.projections import ChildSaid, LoopChoices, LoopWish, RepresentationSaid, RowSaid
from kith.apps.occasions.queries import occasion_page, relative_preview
from kith.apps.occasions.services import (
    ask_child,
    keep_row,
    keep_team_row,
    publish_relative_page,
    send_representation,
)

STORY = "noor"
CHILD, MUM, ANNEANNE, AUNT = (f"{STORY}.{name}" for name in ("noor", "safiya", "emine", "abena"))
DAY = dt.timedelta(days=1)
READS = "testing.relatives"
SCHOOL_LEAD, WHO = "Marcus Feld-Ibrahim", "Priyanka Oduya"
MORNING = "Noor goes to the asthma clinic. It is in the morning."
WRONG = RepresentationSaid(
    kind="wrong",
    words="I did take her to the clinic in March. Your paper says that nobody came.",
    reach="By telephone after 6. Please speak Turkish with me.",
)
NO_HEALTH = CheckAnswerTold(
    answer="in_hand",
    words="The school nurse was asked. She joins the team after the asthma clinic.",
    until=dt.date.max,
    who=SCHOOL_LEAD,
)


def tell_the_rest(refs: Mapping[str, str], lead: Actor, occasion_ref: str, *, now: dt.datetime) -> None:
    """Of an occasion to come: by the deeds that the lead would do, and the one that a grandmother would."""
    asked = ChildSaid(
        answer="agreed", asked_on=now.date() - 4 * DAY, asked_by=WHO, words="Both of my nans. And Mum, if she can."
    )
    ask_child(by=lead, child_ref=refs[CHILD], occasion_ref=occasion_ref, said=asked, now=now)
    _tell_relatives(refs, lead, occasion_ref, now=now)
    _tell_school(refs[CHILD], lead, occasion_ref, now=now)
    _hear_anneanne(refs, lead, occasion_ref, now=now)
    _answer_a_check(refs[CHILD], lead, now=now)


def _tell_relatives(refs: Mapping[str, str], lead: Actor, occasion_ref: str, *, now: dt.datetime) -> None:
    today = now.date()
    told = RowSaid(told_on=today - 3 * DAY, told_by=WHO, told_words=MORNING)
    rows = {
        MUM: replace(told, asked_words="Can you come from your shift?", invited_on=today - 3 * DAY, invited_by=WHO),
        ANNEANNE: replace(told, told_words="Noor goes to the asthma clinic. Comfort takes her there."),
        AUNT: RowSaid(why_not="not_thought_of", tried="Comfort has her number", look_again_on=today + 4 * DAY),
    }
    for ref, said in rows.items():
        keep_row(
            by=lead,
            child_ref=refs[CHILD],
            occasion_ref=occasion_ref,
            person_ref=refs[ref],
            said=said,
            expected_version=0,
            now=now,
        )


def _tell_school(child_ref: str, lead: Actor, occasion_ref: str, *, now: dt.datetime) -> None:
    said = RowSaid(told_on=now.date() - 2 * DAY, told_by=WHO, told_words="Noor is at the clinic that morning.")
    with reading(READS, by=lead, now=now):
        team = occasion_page(lead, child_ref, occasion_ref, now=now).team
        for row in (one for one in team if one.name == SCHOOL_LEAD):
            keep_team_row(
                by=lead,
                child_ref=child_ref,
                occasion_ref=occasion_ref,
                seat_ref=row.person_ref,
                said=said,
                expected_version=0,
                now=now,
            )


def _hear_anneanne(refs: Mapping[str, str], lead: Actor, occasion_ref: str, *, now: dt.datetime) -> None:
    """She gets a page of her own, opens it, and says what is wrong. Nobody has answered her yet."""
    sent = now - DAY
    wish = LoopWish(
        child_ref=refs[CHILD],
        reader_ref=refs[ANNEANNE],
        choices=LoopChoices(occasions=frozenset({occasion_ref}), child_says="agreed"),
        days=14,
        visits=20,
        code_for="phone",
    )
    with reading(READS, by=lead, now=now):
        seen = relative_preview(lead, wish, now=sent).mark
        link = publish_relative_page(by=lead, wish=replace(wish, seen=seen), now=sent)
    secret = open_with_code(token=link.token, code=link.code, now=sent)
    send_representation(secret=secret, said=WRONG, now=sent)


def _answer_a_check(child_ref: str, lead: Actor, *, now: dt.datetime) -> None:
    told = replace(NO_HEALTH, until=now.date() + 21 * DAY)
    with reading(READS, by=lead, now=now):
        check = check_to_answer(lead, child_ref, "no_health", "child", now=now).check
        answer_check(by=lead, child_ref=child_ref, check=check, told=told, expected_version=0, now=now)
