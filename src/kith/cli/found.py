"""`kith found`: a live installation begins, with its first agency and two administrators."""

from typing import Annotated

import typer
from django.utils import timezone

from kith.apps.agencies.projections import Operator
from kith.apps.agencies.queries import agency_kinds
from kith.apps.agencies.services import Founding, Newcomer, found_partnership, refuse_where_in_use
from kith.cli.enrol import handed_over
from kith.cli.migrate import bring_up_to_date
from kith.cli.own_keys import misplaced_keys

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)

ROLE = "administrator"
Answer = Annotated[str | None, typer.Option(help="Asked for where it is left out.")]


@app.command()
def found(
    partnership: Answer = None,
    agency: Answer = None,
    kind: Answer = None,
    first_name: Answer = None,
    first_email: Answer = None,
    second_name: Answer = None,
    second_email: Answer = None,
) -> None:
    """Found a live installation in an empty database, once: its first agency and two administrators."""
    bring_up_to_date()
    refuse_where_in_use()
    wish = Founding(
        partnership=said(partnership, "Name of the partnership"),
        agency=said(agency, "Name of the first agency"),
        kind=said(kind, f"What kind of agency it is ({', '.join(agency_kinds())})"),
        administrators=(
            Newcomer(said(first_name, "First administrator, name"), said(first_email, "and email"), ROLE),
            Newcomer(said(second_name, "Second administrator, name"), said(second_email, "and email"), ROLE),
        ),
    )
    now = timezone.now()
    codes = found_partnership(by=Operator(), wish=wish, role=ROLE, now=now)
    print("Founded. Hand each administrator their own code, and to nobody else.")
    for person, code in zip(wish.administrators, codes, strict=True):
        print(handed_over(person.email, code, now))
    print(misplaced_keys() or "kith serve opens it.")


def said(given: str | None, asks: str) -> str:
    return typer.prompt(asks) if given is None else given
