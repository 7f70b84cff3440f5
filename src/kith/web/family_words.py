"""The words of family pages, by id, from `words/family.toml`."""

from collections.abc import Mapping
from functools import cache

from kith.kernel.data_files import toml_of


def say(key: str) -> str:
    """One entry, such as "strip.danger"; an unknown id is a mistake of the page and raises KeyError."""
    return family_words()[key]


@cache
def family_words() -> Mapping[str, str]:
    """Every entry by its id."""
    data = toml_of("kith.web", "words/family.toml")
    sections = {name: part for name, part in data.items() if isinstance(part, dict)}
    return {f"{name}.{key}": words for name, part in sections.items() for key, words in part.items()}
