"""What reaches the front door of the invented county, told and decided by the deeds that people there would do."""

import datetime as dt

from kith.apps.agencies.projections import Actor
from kith.apps.cases.projections import Teller, Told
from kith.apps.cases.services import decide_contact, tell_as_public, tell_as_worker

HUNGRY = Told(
    words="He asks for seconds every day and puts bread in his pockets. He said: nothing is at home until Friday.",
    child_name="Jaylen",
    child_age="9",
    child_where="Here at school, and with his grandmother at the weekend",
    others="Two younger sisters",
    family_knows="yes",
)
COLD = Told(
    words="Noor came without a coat again and slept through the morning. She said she was up with the baby.",
    child_name="Noor",
    child_age="11",
    others="A baby brother",
    family_knows="yes",
)
AT_NIGHT = Told(
    words="I hear shouting in the flat above, and a little one crying for a long time. It was every night this week.",
    child_where="The flat above the bakery in Quay Row",
)
TAUGHT_AT_HOME = Told(
    words="The boy next door is never out to play and has not been to a school that I know of. He looks thin.",
    child_name="Robin",
    child_age="about 8",
    child_where="Next door. I think he is taught at home",
)
COACH = Told(
    words="A trainer sends messages to girls late in the evening and offers them lifts home.",
    adult_name="Corin Hathersall",
    adult_work="Heronsea Rowing Club",
    adult_how="self_employed",
)
WHY_EARLY_HELP = "Food and heating are the worry, and Mum asks for help with both. Family help rings her this week."


def tell_in_town(*, school_lead: Actor, front_door: Actor, now: dt.datetime) -> None:
    """One decided, so that the school has heard; three that wait; and one in the closed queue."""
    earlier = now - dt.timedelta(days=5)
    heard = tell_as_worker(by=school_lead, told=HUNGRY, now=earlier)
    decide_contact(
        by=front_door,
        contact_ref=heard.ref,
        outcome="early_help",
        reason=WHY_EARLY_HELP,
        expected_version=1,
        now=earlier + dt.timedelta(hours=4),
    )
    tell_as_public(told=AT_NIGHT, teller=Teller(), now=now - dt.timedelta(hours=20))
    neighbour = Teller(name="Ada Fennimore", reach="01632 960188, after six")
    tell_as_public(told=TAUGHT_AT_HOME, teller=neighbour, now=now - dt.timedelta(hours=3))
    tell_as_worker(by=school_lead, told=COLD, now=now - dt.timedelta(hours=1))
    tell_as_worker(by=school_lead, told=COACH, is_about_adult=True, now=now - dt.timedelta(hours=2))
