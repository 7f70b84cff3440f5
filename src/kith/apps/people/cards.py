"""How ties and responsibilities are shown: in the words of practice, with who told us."""

from collections.abc import Mapping, Sequence

from kith.apps.agencies.queries import organisation_names
from kith.apps.people.kinds import tie_kind
from kith.apps.people.models import Account, ParentalResponsibility, Tie
from kith.apps.people.projections import AccountCard, ResponsibilityCard, TieCard
from kith.engines.drawing import network as net
from kith.kernel.partial_dates import PartialDate

HOLDS = {
    "birth": "gave birth",
    "marriage": "married to the birth mother",
    "birth_registration": "named on the birth certificate",
    "agreement": "by agreement",
    "court_order": "by a court order",
    "adoption_order": "by adoption",
    "special_guardianship_order": "as special guardian",
    "care_order": "by a care order",
}


def tie_cards(ties: Sequence[Tie], people: Mapping[int, net.Person]) -> tuple[TieCard, ...]:
    """Ties between these people, each with the accounts given of it."""
    accounts: dict[int, list[AccountCard]] = {tie.pk: [] for tie in ties}
    for account in Account.objects.filter(tie_id__in=list(accounts)).order_by("pk"):
        accounts[account.tie_id].append(
            AccountCard(
                agrees=account.agrees, told_by=account.told_by, told_on=day(account.told_on), words=account.words
            )
        )
    agencies = organisation_names({tie.organisation_id for tie in ties if tie.organisation_id})
    return tuple(
        _tie_card(tie, people, tuple(accounts[tie.pk]), agencies.get(tie.organisation_id or 0, "")) for tie in ties
    )


def _tie_card(tie: Tie, people: Mapping[int, net.Person], accounts: tuple[AccountCard, ...], agency: str) -> TieCard:
    kind, a, b = tie_kind(tie.kind), people[tie.a_id], people[tie.b_id]
    teller = people.get(tie.told_by_person_id or 0)
    return TieCard(
        ref=tie.ref,
        version=tie.version,
        kind=kind.name,
        group=kind.group,
        a=a.called,
        b=b.called,
        a_ref=a.id,
        b_ref=b.id,
        says=kind.says,
        when=when(tie.since, tie.until),
        told_by=teller.called if teller else tie.told_by,
        told_on=day(tie.told_on),
        certainty=tie.certainty,
        recorded_at=tie.recorded_at,
        agency=agency,
        words=tie.words,
        accounts=accounts,
        is_withdrawn=tie.withdrawn_at is not None,
        withdrawn_why=tie.withdrawn_why,
    )


def responsibility_card(row: ParentalResponsibility, holder: str, child: str) -> ResponsibilityCard:
    how = HOLDS.get(row.how, row.how)
    return ResponsibilityCard(holder=holder, child=child, how=how, when=when(row.since, row.until))


def day(on: PartialDate | None) -> str:
    return str(on) if on else ""


def when(since: PartialDate | None, until: PartialDate | None) -> str:
    """ "since 2019", "2019 to 2021", "until 2021" or nothing."""
    if since and until:
        return f"{since} to {until}"
    return f"since {since}" if since else f"until {until}" if until else ""
