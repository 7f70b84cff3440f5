"""Invents single people: their names, languages, dates of birth and death, and numbers."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from kith.engines.drawing.network import Account, Language, Name
from kith.kernel.partial_dates import PartialDate
from kith.testing.town import numbers
from kith.testing.town.cultures import Culture
from kith.testing.town.dates import age_on, between, exactly, known
from kith.testing.town.draft import Draft, Sketch
from kith.testing.town.naming import Spoken, in_own_script, is_taken, name_child, name_founder, name_in_marriage, whole
from kith.testing.town.shelf import data_file, listed, one_of

_NUMBERED_PER_FAMILY = 8


def add_adult(
    draft: Draft, culture: Culture, *, sex: str, born: date, generation: int = 1, spoken: Spoken | None = None
) -> Sketch:
    """A parent (generation 1) or grandparent (2); a very young parent may be a child still."""
    spoken = spoken or _fresh(draft, lambda: name_founder(draft.rng, culture, sex=sex, generation=generation))
    adult = Sketch(id=draft.next_id(), sex=sex, born=born, kind=_kind(draft, born), spoken=spoken)
    adult.birth = known(draft.rng, born, "date_of_elder" if generation == 2 else "date_of_adult")
    _dress(draft, adult, spoken)
    if generation == 1 and draft.rng.random() < 0.3 and not _numbered(draft):
        adult.identifiers = (numbers.nhs_number(_place(draft)),)
    return draft.add(adult)


def add_child(
    draft: Draft, culture: Culture, *, sex: str, born: date, parents: tuple[Spoken, ...], generation: int = 0
) -> Sketch:
    """A child of these parents; who is grown up by now is an adult on the picture."""
    spoken = _fresh(
        draft,
        lambda: name_child(draft.rng, culture, sex=sex, born=born, parents=parents, generation=generation),
    )
    child = Sketch(id=draft.next_id(), sex=sex, born=born, kind=_kind(draft, born), spoken=spoken)
    child.birth = exactly(born) if generation == 0 else known(draft.rng, born, "date_of_adult")
    _dress(draft, child, spoken)
    child.ethnicity = mixed_ethnicity(tuple(parent.culture for parent in parents), culture)
    if generation == 0:
        _number(draft, child)
        _add_own_words(draft, child)
    return draft.add(child)


def _kind(draft: Draft, born: date) -> str:
    return "adult" if age_on(born, draft.today) >= 18 else "child"


def _fresh(draft: Draft, name: Callable[[], Spoken]) -> Spoken:
    """A given name that nobody else in the family bears yet, as far as the lists are long enough."""
    used = {person.spoken.given for person in draft.people if person.spoken}
    for _ in range(12):
        spoken = name()
        if spoken.given not in used:
            break
    return spoken


def add_unborn(draft: Draft, due: date) -> Sketch:
    """A baby on the way: no name, no sex, and the birth is the day it is due."""
    return draft.add(Sketch(id=draft.next_id(), sex="", born=due, kind="unborn", birth=exactly(due), fact="due"))


def add_unknown(draft: Draft, *, born: date, asked: Sketch) -> Sketch:
    """A place kept open for a father about whom nobody has said anything yet."""
    account = Account(told_by=asked.id, certainty="not_sure", words="has not said who")
    return draft.add(
        Sketch(id=draft.next_id(), sex="M", born=born, unknown=True, provisional=True, fact="Who?", account=account)
    )


def add_nickname(draft: Draft, *, born: date, told_by: Sketch) -> Sketch:
    """Somebody we only know by what he is called."""
    words = data_file("words.toml")
    called = one_of(draft.rng, listed(words["nicknames"]))
    account = Account(told_by=told_by.id, told_on=recently(draft), certainty="not_sure")
    return draft.add(
        Sketch(
            id=draft.next_id(),
            sex="M",
            born=born,
            names=[Name(text=called, kind="known_as")],
            provisional=True,
            fact=one_of(draft.rng, listed(words["provisional_facts"])),
            account=account,
        )
    )


def recently(draft: Draft) -> PartialDate:
    """A day in the last year and a half on which somebody told us something."""
    return exactly(between(draft.rng, draft.today - timedelta(days=540), draft.today - timedelta(days=3)))


def marry(draft: Draft, wife: Sketch, husband: Sketch, wedding: PartialDate | None) -> None:
    """The wife takes the family name; the one before stays as a previous name."""
    if not wife.spoken or not husband.spoken or not wife.names:
        return
    family = name_in_marriage(wife.spoken, husband.spoken)
    if family == wife.spoken.family or is_taken(whole(wife.spoken.culture, wife.spoken.given, family)):
        return
    before = wife.names[0]
    wife.spoken.family = family
    previous = Name(text=before.text, kind="previous", given=before.given, family=before.family, until=wedding)
    wife.names[:1] = [_legal(wife.spoken, since=wedding), previous]


def die(draft: Draft, sketch: Sketch, day: date) -> None:
    sketch.died = day
    sketch.death = known(draft.rng, day, "date_of_event")
    sketch.addresses.clear()


_MIXED_WITH_WHITE = {"BCRB": "MWBC", "BAFR": "MWBA", "AIND": "MWAS", "APKN": "MWAS", "ABAN": "MWAS"}


def mixed_ethnicity(cultures: tuple[Culture, ...], own: Culture) -> str:
    """The census code of a child whose parents may differ."""
    codes = {culture.ethnicity for culture in cultures}
    others = sorted(code for code in codes if not code.startswith("W"))
    if len(codes) == 1 or not others:
        return own.ethnicity
    both = len(others) == 1  # the other parent is White
    return _MIXED_WITH_WHITE.get(others[0], "MOTH") if both else "MOTH"


def _legal(spoken: Spoken, since: PartialDate | None = None) -> Name:
    return Name(text=spoken.text, given=spoken.given, family=spoken.family, since=since)


def _dress(draft: Draft, sketch: Sketch, spoken: Spoken) -> None:
    """Names, languages and background."""
    culture = spoken.culture
    sketch.names.append(_legal(spoken))
    script = in_own_script(spoken) if culture.script else ""
    if script and draft.happens("own_script"):
        sketch.names.append(Name(text=script, kind="legal"))
    familiar = _familiar(draft, spoken)
    if familiar and not is_taken(familiar) and draft.happens("known_as"):
        sketch.names.append(Name(text=familiar, kind="known_as"))
    sketch.ethnicity = culture.ethnicity
    sketch.languages = _languages(draft, sketch.kind, culture)


def _familiar(draft: Draft, spoken: Spoken) -> str:
    """What everybody calls them: a chosen English name, or the short form of the given name; may be empty."""
    known = spoken.culture.known
    called = one_of(draft.rng, known) if known else _short_forms().get(spoken.given)
    return f"{called} {spoken.family}" if called else ""


@cache
def _short_forms() -> dict[str, str]:
    pairs = (pair.split(":") for pair in listed(data_file("words.toml")["short_forms"]))
    return {given.strip(): short.strip() for given, short in pairs}


def _languages(draft: Draft, kind: str, culture: Culture) -> tuple[Language, ...]:
    if culture.speaks_english_at_home:
        return tuple(Language(code=code) for code in culture.languages)
    needs = kind == "adult" and draft.happens("needs_interpreter")
    first = Language(code=culture.languages[0], needs_interpreter=needs)
    own = (first, *(Language(code=code) for code in culture.languages[1:]))
    return own if needs or "en" in culture.languages else (*own, Language(code="en"))


def _number(draft: Draft, child: Sketch) -> None:
    if _numbered(draft) == _NUMBERED_PER_FAMILY:
        return
    place = _place(draft)
    child.identifiers = (numbers.nhs_number(place),)
    if age_on(child.born, draft.today) >= 5:
        child.identifiers += (numbers.upn(place, child.born),)


def _place(draft: Draft) -> int:
    """A number's place in the town: every family has its own few, by the order of its people."""
    return draft.place_in_town * _NUMBERED_PER_FAMILY + _numbered(draft)


def _numbered(draft: Draft) -> int:
    return sum(1 for one in draft.people if one.identifiers)


def _add_own_words(draft: Draft, child: Sketch) -> None:
    if age_on(child.born, draft.today) >= 11 and draft.happens("gender_in_own_words"):
        child.gender, child.pronouns = listed(one_of(draft.rng, listed(data_file("words.toml")["genders"], "|")), ";")
