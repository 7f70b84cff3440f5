"""`kith enrol`: somebody new is entered without a role, or gets a new code for the first sign-in.

Whoever runs the machine opens nothing by this: a role is given afterwards, by two administrators.
"""

import datetime as dt
from typing import Annotated

import typer
from django.utils import timezone

from kith.apps.agencies.projections import Operator
from kith.apps.agencies.services import CODE_LASTS, CannotEnrol, Newcomer, enrol, renew_first_code
from kith.apps.installation.queries import installation_facts
from kith.kernel.days import day_words

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command()
def enter(
    email: Annotated[str, typer.Argument(help="Where they sign in.")],
    name: Annotated[str, typer.Option(help="What people call them.")] = "",
    agency: Annotated[str, typer.Option(help="The agency they work for, as it is called here.")] = "",
    job_title: Annotated[str, typer.Option(help="What they are.")] = "",
    new_code: Annotated[
        bool, typer.Option("--new-code", help="Only a new code: the first was lost or is old.")
    ] = False,
) -> None:
    """Enter somebody new, without a role; two administrators give them one."""
    if not installation_facts().is_live:
        raise CannotEnrol("Nobody is entered before the installation is founded: kith found does that.")
    now = timezone.now()
    if new_code:
        code = renew_first_code(by=Operator(), email=email, now=now)
    else:
        code = enrol(by=Operator(), newcomer=Newcomer(name, email, job_title), agency=agency, now=now)
    print(handed_over(email, code, now))
    if not new_code:
        print("They have no role yet: two administrators give them one.")


def handed_over(email: str, code: str, now: dt.datetime) -> str:
    until = timezone.localtime(now + CODE_LASTS)
    return f"  {email}  {code}  at /sign-in/first, once, until {day_words(until)} {until:%H:%M}"
