"""What four children of the invented county say and show, what came of it, a label with its view, and a waiting."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import actors_by_id
from kith.apps.voices.projections import AnswerSaid, RatingSaid, ViewSaid, VoiceSaid, WaitingSaid
from kith.apps.voices.services import answer_voice, begin_waiting, hear_voice, rate_again, set_label
from kith.kernel.partial_dates import PartialDate

NOOR, ELI, JAYLEN = "noor.noor", "noor.eli", "jaylen.jaylen"
HEARD = (NOOR, ELI, JAYLEN)
YOUTH_WORKER, HEALTH_VISITOR, LEAD = "rowan-achterberg", "gwen-tallis", "sam-whitlock-rai"
POLICE = "DC Imre Voss, Eastmarch Police"


def hear_in_town(refs: Mapping[str, str], workers: Mapping[str, int], *, now: dt.datetime) -> None:
    """By the deeds that their workers would do; where the stories are not in the county, nothing."""
    if not all(key in refs for key in HEARD):
        return
    wanted = {key: workers[key] for key in (YOUTH_WORKER, HEALTH_VISITOR, LEAD)}
    found = {actor.id: actor for actor in actors_by_id(wanted.values(), on=now.date())}
    by = {key: found[user_id] for key, user_id in wanted.items()}
    _noor(by[YOUTH_WORKER], refs[NOOR], now)
    _eli(by[HEALTH_VISITOR], refs[ELI], now)
    _jaylen(by[YOUTH_WORKER], by[LEAD], refs[JAYLEN], now)


def _ago(now: dt.datetime, days: int) -> PartialDate:
    return PartialDate.of(now.date() - dt.timedelta(days=days))


def _noor(by: Actor, ref: str, now: dt.datetime) -> None:
    at: dict[str, Any] = {"by": by, "child_ref": ref, "now": now}
    about = VoiceSaid(
        on=_ago(now, 14),
        way="spoken",
        words="I like swimming, Anneanne’s lentil soup and being asked, not told.",
        is_about_me=True,
    )
    heard = hear_voice(said=about, **at)
    meeting = "Read out at the start of the review. The chair asked Noor what she wants before anybody else spoke."
    came = (
        AnswerSaid(kind="used", what="meeting", words=meeting, on=_ago(now, 12)),
        AnswerSaid(
            kind="changed",
            what="changed",
            words="Reviews begin with her, and end by four so that she does not miss swimming.",
            on=_ago(now, 12),
            by_whom="The chair of the review",
        ),
        AnswerSaid(
            kind="told",
            what="talking",
            words="That reviews start with her from now on.",
            on=_ago(now, 10),
            reply="Good. Can Dad come to the gala?",
        ),
    )
    for said in came:
        answer_voice(voice_ref=heard, said=said, **at)
    gala = VoiceSaid(
        on=_ago(now, 10),
        way="drawn",
        drew="The pool with five lanes. Dad stands at the end with a towel; Mum sits in the first row. Two suns.",
        words="Both of them. On the same day. It is only one gala.",
    )
    hear_voice(said=gala, **at)
    turkish = VoiceSaid(on=_ago(now, 2), way="spoken", language="tr", words="Anneannemde kalınca iyi uyuyorum.")
    hear_voice(said=turkish, **at)


def _eli(by: Actor, ref: str, now: dt.datetime) -> None:
    shown = VoiceSaid(
        on=_ago(now, 21),
        way="behaviour",
        did="Stops crying when Hana picks him up. Turns to her voice, not to the door. Holds his cup in both hands.",
        meaning="Hana may be whom he looks for when he is upset. Worth asking who puts him to bed.",
        is_about_me=True,
    )
    hear_voice(by=by, child_ref=ref, said=shown, now=now)


def _jaylen(youth_worker: Actor, lead: Actor, ref: str, now: dt.datetime) -> None:
    today = now.date()
    about = VoiceSaid(
        on=_ago(now, 30),
        way="spoken",
        words="I fix bikes. I am not a case. If you want to know something, come when I am in the workshop.",
        is_about_me=True,
    )
    hear_voice(by=youth_worker, child_ref=ref, said=about, now=now)
    first = RatingSaid(
        kind="exploitation",
        rating="medium",
        on=today - dt.timedelta(days=120),
        made_by=POLICE,
        reason="Stopped twice with older men whom he did not name.",
        view=ViewSaid(
            stance="differently",
            words="They pay me for bikes. You never asked about the bikes.",
            on=today - dt.timedelta(days=112),
        ),
    )
    label = set_label(by=lead, child_ref=ref, said=first, now=now)
    later = RatingSaid(
        kind="exploitation",
        rating="standard",
        on=today - dt.timedelta(days=20),
        made_by=POLICE,
        reason="Nothing new since the summer. The workshop gives him paid hours.",
        who_asks="Rowan Achterberg, youth worker",
        ask_by=today + dt.timedelta(days=5),
    )
    rate_again(by=lead, child_ref=ref, label_ref=label, said=later, expected_version=1, now=now)
    waiting = WaitingSaid(
        what_for="adult mental health care after his birthday",
        waits_on="service",
        since=today - dt.timedelta(days=40),
        keeps_in_touch="Rowan Achterberg, youth worker",
        how="At the workshop on Tuesdays, and a message on Sunday evenings",
        next_on=today + dt.timedelta(days=2),
        words="I can wait if somebody tells me for how long.",
    )
    begin_waiting(by=youth_worker, child_ref=ref, said=waiting, now=now)
