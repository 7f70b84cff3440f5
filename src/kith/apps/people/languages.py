"""Languages by their codes, in English words."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from kith.engines.drawing.network import Language
from kith.kernel.errors import KithError

MOST_LANGUAGES = 8


class CannotSetLanguages(KithError):
    """The languages cannot be kept as they were given."""


@cache
def languages() -> Mapping[str, str]:
    """English names by code, in the order of the names."""
    text = (files("kith.apps.people") / "data" / "languages.toml").read_text(encoding="utf-8")
    names: dict[str, str] = tomllib.loads(text)["names"]
    return dict(sorted(names.items(), key=lambda pair: pair[1]))


def language_name(code: str) -> str:
    return languages().get(code, code)


def checked_languages(spoken: Iterable[Language]) -> tuple[Language, ...]:
    """Each language once, in the order given; an interpreter need said anywhere counts."""
    needs: dict[str, bool] = {}
    for language in spoken:
        if language.code not in languages():
            raise CannotSetLanguages("Choose each language from the list.")
        needs[language.code] = needs.get(language.code, False) or language.needs_interpreter
    if len(needs) > MOST_LANGUAGES:
        raise CannotSetLanguages(f"Choose at most {MOST_LANGUAGES} languages.")
    return tuple(Language(code=code, needs_interpreter=need) for code, need in needs.items())
