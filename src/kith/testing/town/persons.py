"""Invents single people: their names, languages, dates of birth and death, and numbers."""

from datetime import date, timedelta

from kith.engines.drawing.network import Account, Language, Name
from kith.kernel.partial_dates import PartialDate
from kith.testing.town import numbers
from kith.testing.town.cultures import Culture
from kith.testing.town.dates import age_on, between, exactly, known
from kith.testing.town.draft import Draft, Sketch
from kith.testing.town.naming import Spoken, in_own_script, name_child, name_founder, name_in_marriage
from kith.testing.town.shelf import data_file, listed, one_of

_NUMBERED_PER_FAMILY = 8


def add_adult(
    draft: Draft, culture: Culture, *, sex: str, born: date, generation: int = 1, spoken: Spoken | None = None
) -> Sketch:
    """A grown-up, generation 1 for parents and 2 for their parents."""
    spoken = spoken or name_founder(draft.rng, culture, sex=sex, generation=generation)
    adult = Sketch(id=draft.next_id(), sex=sex, born=born, spoken=spoken)
    adult.birth = known(draft.rng, born, "date_of_elder" if generation == 2 else "date_of_adult")
    _dress(draft, adult, spoken)
    if generation == 1 and draft.rng.random() < 0.3 and not _numbered(draft):
        adult.identifiers = (numbers.nhs_number(_place(draft)),)
    return draft.add(adult)


def add_child(
    draft: Draft, culture: Culture, *, sex: str, born: date, parents: tuple[Spoken, ...], generation: int = 0
) -> Sketch:
    """A child of these parents; who is grown up by now is an adult on the picture."""
    spoken = name_child(draft.rng, culture, sex=sex, born=born, parents=parents, generation=generation)
    grown_up = age_on(born, draft.today) >= 18
    child = Sketch(id=draft.next_id(), sex=sex, born=born, kind="adult" if grown_up else "child", spoken=spoken)
    child.birth = exactly(born) if generation == 0 else known(draft.rng, born, "date_of_adult")
    _dress(draft, child, spoken)
    child.ethnicity = mixed_ethnicity(tuple(parent.culture for parent in parents), culture)
    if generation == 0:
        _number(draft, child)
        _add_own_words(draft, child)
    return draft.add(child)


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
    if family == wife.spoken.family:
        return
    before = wife.names[0]
    wife.spoken.family = family
    wife.names[0] = _legal(wife.spoken, since=wedding)
    wife.names.append(Name(text=before.text, kind="previous", given=before.given, family=before.family, until=wedding))


def die(draft: Draft, sketch: Sketch, day: date) -> None:
    sketch.died = day
    sketch.death = known(draft.rng, day, "date_of_event")
    sketch.addresses.clear()


def mixed_ethnicity(cultures: tuple[Culture, ...], own: Culture) -> str:
    """The census code of a child whose parents may differ."""
    codes = {culture.ethnicity for culture in cultures}
    if len(codes) == 1:
        return codes.pop()
    white = any(code.startswith("W") for code in codes)
    others = [code for code in codes if not code.startswith("W")]
    if white and not others:
        return own.ethnicity
    if white and len(others) == 1:
        return {"BCRB": "MWBC", "BAFR": "MWBA", "AIND": "MWAS", "APKN": "MWAS", "ABAN": "MWAS"}.get(others[0], "MOTH")
    return "MOTH"


def _legal(spoken: Spoken, since: PartialDate | None = None) -> Name:
    return Name(text=spoken.text, given=spoken.given, family=spoken.family, since=since)


def _dress(draft: Draft, sketch: Sketch, spoken: Spoken) -> None:
    """Names, languages and background."""
    culture = spoken.culture
    sketch.names.append(_legal(spoken))
    script = in_own_script(spoken) if culture.script else ""
    if script and draft.happens("own_script"):
        sketch.names.append(Name(text=script, kind="legal"))
    if draft.happens("known_as"):
        sketch.names.append(Name(text=_familiar(draft, spoken), kind="known_as"))
    sketch.ethnicity = culture.ethnicity
    sketch.languages = _languages(draft, sketch.kind, culture)


def _familiar(draft: Draft, spoken: Spoken) -> str:
    """What everybody calls them: an English name beside a Chinese one, or the first part of the given name."""
    if spoken.culture.known:
        return f"{one_of(draft.rng, spoken.culture.known)} {spoken.family}"
    first = spoken.given.split()[-1].split("-")[0]
    return first if len(first) < 5 else first[: 3 + (first[2] in "aeiou")]


def _languages(draft: Draft, kind: str, culture: Culture) -> tuple[Language, ...]:
    if culture.speaks_english_at_home:
        return tuple(Language(code=code) for code in culture.languages)
    needs = kind == "adult" and draft.happens("needs_interpreter")
    own = tuple(Language(code=code, needs_interpreter=needs and not place) for place, code in enumerate(culture.languages))
    return own if needs else (*own, Language(code="en"))


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
        child.gender, child.pronouns = listed(
            one_of(draft.rng, listed(data_file("words.toml")["genders"], "|")), ";"
        )

