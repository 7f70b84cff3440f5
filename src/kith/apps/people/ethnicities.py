"""The ethnic groups that people may say they belong to, in words; the codes and their source are data."""

from collections.abc import Mapping
from functools import cache

from kith.kernel.data_files import toml_of
from kith.kernel.errors import KithError

WOULD_RATHER_NOT_SAY = ("REFU", "They would rather not say")


class UnknownEthnicity(KithError):
    """A group that is not in the data file."""


@cache
def ethnic_groups() -> Mapping[str, Mapping[str, str]]:
    """Headings, each with its groups by code, in the order of the census."""
    data = toml_of("kith.apps.people", "data/ethnicity_2021.toml")
    return {spec["says"]: spec["groups"] for spec in data.values() if isinstance(spec, dict)}


def ethnicity_words(code: str) -> str:
    """The group as the census words it; a code of another list stays as it is."""
    known = {each: says for groups in ethnic_groups().values() for each, says in groups.items()}
    return WOULD_RATHER_NOT_SAY[1] if code == WOULD_RATHER_NOT_SAY[0] else known.get(code, code)


def is_ethnicity(code: str) -> bool:
    return not code or code == WOULD_RATHER_NOT_SAY[0] or any(code in groups for groups in ethnic_groups().values())
