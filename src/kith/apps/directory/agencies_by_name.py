"""Which agency of the partnership gives help under a name."""

from kith.apps.agencies.queries import agency_choices, agency_id_of
from kith.apps.directory.filling import name_key


class AgenciesByName:
    """Asked for once, and then by name."""

    def __init__(self) -> None:
        self._refs = {name_key(name): ref for ref, name in agency_choices()}

    def id_of(self, name: str) -> int | None:
        ref = self._refs.get(name_key(name))
        return agency_id_of(ref) if ref else None
