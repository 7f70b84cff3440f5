"""Languages by their codes, in English words."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache

from kith.engines.drawing.network import Language
from kith.kernel.data_files import toml_of
from kith.kernel.errors import KithError
from kith.kernel.text import folded, folded_tokens

MOST_LANGUAGES = 8


class CannotSetLanguages(KithError):
    """The languages cannot be kept as they were given."""


@cache
def languages() -> Mapping[str, str]:
    """English names by code, in the order of the names."""
    names: dict[str, str] = toml_of("kith.apps.people", "data/languages.toml")["names"]
    return dict(sorted(names.items(), key=lambda pair: pair[1]))


def language_name(code: str) -> str:
    return languages().get(code, code)


def language_code(words: str) -> str:
    """The code of a language by its name, whole or in part ("Mandarin"); a near miss is named in the refusal."""
    asked = folded(words).strip()
    exact = [code for code, name in languages().items() if folded(name) == asked]
    near = [code for code, name in languages().items() if asked and asked in folded_tokens(name)]
    if len(exact or near) == 1:
        return (exact or near)[0]
    likely = [language_name(code) for code in near] or get_close_matches(words.title(), languages().values(), n=2)
    hint = f" Do you mean {' or '.join(likely)}?" if likely else " Write it in English, for example “Turkish”."
    raise CannotSetLanguages(f"We do not know a language called “{words.strip()}”.{hint}")


def checked_languages(spoken: Iterable[Language]) -> tuple[Language, ...]:
    """Each language once, in the order given."""
    checked = each_once(spoken)
    if any(language.code not in languages() for language in checked):
        raise CannotSetLanguages("Choose each language from the list.")
    if len(checked) > MOST_LANGUAGES:
        raise CannotSetLanguages(f"Choose at most {MOST_LANGUAGES} languages.")
    return checked


def each_once(spoken: Iterable[Language]) -> tuple[Language, ...]:
    """An interpreter need said anywhere counts."""
    needs: dict[str, bool] = {}
    for language in spoken:
        needs[language.code] = needs.get(language.code, False) or language.needs_interpreter
    return tuple(Language(code=code, needs_interpreter=need) for code, need in needs.items())
