"""Publishing a relative's page in the small county, as tests do it."""

import datetime as dt
import re
from dataclasses import replace

from kith.apps.access.projections import PublishedLink
from kith.apps.audit.services import reading
from kith.apps.occasions import queries, services
from kith.apps.occasions.models import Occasion
from kith.apps.occasions.projections import LoopChoices, LoopWish, OccasionSaid, RowSaid
from kith.testing.factories import NOW, Partnership

TODAY = NOW.date()
UNSAFE = RowSaid(why_not="unsafe", why_words="Zorblatt hit him.")


def keep(county: Partnership, whom: str, said: RowSaid, occasion: str) -> None:
    services.keep_row(
        by=county.actor("pru"),
        child_ref=county.refs["mina"],
        occasion_ref=occasion,
        person_ref=county.refs[whom],
        said=said,
        expected_version=0,
        now=NOW,
    )


def told_mum(county: Partnership, words: str = "Mina is safe, and home again.") -> list[str]:
    """Mum was told of the hospital and is trusted with the clinic; the friend was kept out; of a raid nobody speaks."""
    by, child = county.actor("pru"), county.refs["mina"]
    clinic = OccasionSaid(
        kind="appointment", on=TODAY + dt.timedelta(days=3), words="Sexual health clinic Vantongue", at="9:30"
    )
    raid = OccasionSaid(kind="event", on=TODAY, words="Drugs found in the Quimble flat")
    hospital = Occasion.objects.get(subject__ref=child, words="A night in hospital").ref
    planned, secret = (services.keep_occasion(by=by, child_ref=child, said=one, now=NOW) for one in (clinic, raid))
    keep(county, "mum", RowSaid(told_on=TODAY, told_by="Pru", told_words=words, why_words=""), hospital)
    keep(county, "mum", RowSaid(helps_words="You take Mina there.", invited_on=TODAY, invited_by="Pru"), planned)
    keep(county, "mum", UNSAFE, secret)
    keep(county, "friend", UNSAFE, hospital)
    return [hospital, planned, secret]


def publish(
    county: Partnership, occasions: list[str], *, reader: str = "mum", workers: frozenset[str] = frozenset()
) -> PublishedLink:
    by = county.actor("pru")
    wish = LoopWish(
        child_ref=county.refs["mina"],
        reader_ref=county.refs[reader],
        choices=LoopChoices(occasions=frozenset(occasions), workers=workers, child_says="agreed"),
        days=7,
        visits=5,
        code_for="phone",
    )
    with reading("test", by=by, now=NOW):
        seen = queries.relative_preview(by, wish, now=NOW).mark
        return services.publish_relative_page(by=by, wish=replace(wish, seen=seen), now=NOW)


def words_of(html: str) -> str:
    body = html[html.index("<main") : html.index("</main>")]
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())
