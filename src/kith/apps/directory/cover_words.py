"""The county's data about cover: office hours, when an alert is due, and who advises on the years from 16 to 25."""

import datetime as dt

from kith.apps.directory.county_files import Body, CannotReadCountyData, text_of, texts_of
from kith.apps.directory.projections import CoverData

MOST_DAYS, MOST_WORKERS, OLDEST = 1_000, 100, 99


def read_cover(body: Body) -> CoverData:
    """The data, or one sentence about what of it cannot be."""
    office, alerts, adviser = (_table(body, name) for name in ("office", "alerts", "adviser"))
    found = CoverData(
        opens=_time(office, "opens"),
        closes=_time(office, "closes"),
        away_within_days=_number(alerts, "away_within_days", MOST_DAYS),
        most_workers=_number(alerts, "most_workers", MOST_WORKERS),
        counted_days=_number(alerts, "counted_days", MOST_DAYS),
        adviser_from_age=_number(adviser, "from_age", OLDEST),
        adviser_to_age=_number(adviser, "to_age", OLDEST),
        adviser_titles=texts_of(adviser, "titles", "adviser"),
    )
    if found.opens >= found.closes:
        raise CannotReadCountyData("office: closes has to be later in the day than opens.")
    if found.adviser_from_age > found.adviser_to_age:
        raise CannotReadCountyData("adviser: to_age has to be at least from_age.")
    return found


def _table(body: Body, name: str) -> Body:
    table = body.get(name)
    if not isinstance(table, dict):
        raise CannotReadCountyData(f"{name} has to be a table, headed [{name}].")
    return table


def _time(table: Body, field: str) -> dt.time:
    text = text_of(table, field, "office", most=5)
    try:
        return dt.time.fromisoformat(text)
    except ValueError:
        raise CannotReadCountyData(f"office: {field} has to be a time such as 09:00.") from None


def _number(table: Body, field: str, most: int) -> int:
    value = table.get(field)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= most:
        raise CannotReadCountyData(f"{field} has to be a whole number from 1 to {most:,}.")
    return value
