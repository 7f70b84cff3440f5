"""The parts of a service in a feed: places, hours, whom to ask, what it costs, what it is for."""

from collections.abc import Iterator

from kith.engines.referral_feeds.entries import Place
from kith.engines.referral_feeds.fields import Notes, Table, line, mail_address, table_in, tables, text

OUR_TAXONOMY = "kith"
OUR_TEXTS = ("waiting", "how_to_refer", "eligibility", "assured_by")
FOR = "for"
_DAYS = {"MO": "Monday", "TU": "Tuesday", "WE": "Wednesday", "TH": "Thursday", "FR": "Friday"}
_DAYS |= {"SA": "Saturday", "SU": "Sunday"}
_ADDRESS = ("address_1", "address_2", "city", "state_province")


def places(table: Table, notes: Notes) -> Iterator[Place]:
    for linked in tables(table, "service_at_locations", notes):
        location = table_in(linked, "location", notes)
        if not location:
            continue
        if linked.get("id") and linked.get("id") == location.get("id"):
            notes.warn("the link to the place has the id of the place itself", "service_at_locations.id")
        yield place(location, notes)


def place(location: Table, notes: Notes) -> Place:
    _check_position(location, notes)
    address = next(tables(location, "addresses", notes, path="location."), {})
    access = (line(one, "description", notes, most=5_000) for one in tables(location, "accessibility", notes))
    said = (line(address, part, notes, path="addresses.") for part in _ADDRESS)
    return Place(
        name=line(location, "name", notes, path="location."),
        address=", ".join(part for part in said if part),
        postcode=line(address, "postal_code", notes, most=12, path="addresses."),
        access=" ".join(part for part in access if part),
    )


def _check_position(location: Table, notes: Notes) -> None:
    for name, most in (("latitude", 90), ("longitude", 180)):
        value = location.get(name)
        if value is not None and not (isinstance(value, int | float) and abs(value) <= most):
            notes.warn(f"this is nowhere on earth, where it runs from -{most} to {most}", name)


def hours(table: Table, notes: Notes) -> Iterator[str]:
    for schedule in tables(table, "schedules", notes):
        said = line(schedule, "description", notes, most=5_000, path="schedules.")
        days = [_DAYS.get(day[-2:], "") for day in line(schedule, "byday", notes, path="schedules.").split(",")]
        opens, closes = (line(schedule, name, notes)[:5] for name in ("opens_at", "closes_at"))
        times = f"{opens} to {closes}" if opens and closes else ""
        said = said or " ".join(part for part in (", ".join(filter(None, days)), times) if part)
        if said:
            yield said


def fees(table: Table, notes: Notes) -> str:
    said = [text(table, "fees", notes) or text(table, "fees_description", notes)]
    for cost in tables(table, "cost_options", notes):
        option = line(cost, "option", notes, path="cost_options.")
        amount = line(cost, "amount", notes, path="cost_options.")
        money = f"£{amount} {line(cost, 'amount_description', notes, path='cost_options.')}".strip() if amount else ""
        said.append(": ".join(part for part in (option, money) if part))
    return ". ".join(part for part in said if part)


def contact(table: Table, notes: Notes) -> dict[str, str]:
    """Whom to ask for, as a role; a person's name stays behind."""
    first: dict[str, str] = {"asks_for": "", "phone": _phone(table, notes), "email": ""}
    for one in tables(table, "contacts", notes):
        if line(one, "name", notes):
            notes.warn("somebody's name is left behind; their role, number and address are kept", "contacts.name")
        first["asks_for"] = first["asks_for"] or line(one, "title", notes)
        first["phone"] = first["phone"] or _phone(one, notes)
        first["email"] = first["email"] or mail_address(one, "email", notes, path="contacts.")
    return first


def _phone(table: Table, notes: Notes) -> str:
    numbers = (line(one, "number", notes, most=40, path="phones.") for one in tables(table, "phones", notes))
    return next((number for number in numbers if number), "")


def names_of(table: Table, name: str, notes: Notes, *, also: str = "") -> Iterator[str]:
    for one in tables(table, name, notes):
        said = line(one, "name", notes, most=500) or (line(one, also, notes, most=500) if also else "")
        if said:
            yield said
        else:
            notes.warn("one of these has no name and is left out", name)


def terms(table: Table, notes: Notes) -> Iterator[tuple[str, str, str]]:
    """Each attribute as (code, name, description); the code is empty where the taxonomy is not ours."""
    for attribute in tables(table, "attributes", notes):
        term = table_in(attribute, "taxonomy_term", notes)
        is_ours = term.get("taxonomy") == OUR_TAXONOMY
        code = line(term, "code", notes) if is_ours else ""
        yield code, line(term, "name", notes), text(term, "description", notes)
