"""What is said about one person, once: who they are to the child, how old, whether they have died, how sure we are."""

from collections.abc import Iterator
from datetime import date

from kith.engines.drawing.network import Account, Person
from kith.engines.drawing.output.naming import Naming
from kith.engines.drawing.output.phrases import has, kept_apart, say, when
from kith.engines.drawing.symbols.ages import age_of
from kith.engines.drawing.symbols.shapes import has_died
from kith.kernel.partial_dates import Age


def person_sentences(
    person_id: str, naming: Naming, on: date | None, *, age_was_said: bool = False, kin_was_said: bool = False
) -> Iterator[str]:
    """Everything worth saying about somebody; nothing about a place that is kept open."""
    person = naming.person(person_id)
    if not person.unknown:
        age = None if age_was_said or has_died(person) else age_of(person, on)
        kinship = _kinship(person, naming, age, kin_was_said=kin_was_said)
        yield from kinship
        yield from _life(person, naming, age, age_was_said=age_was_said or bool(kinship and age))
        yield from _doubt(person, naming)


def _life(person: Person, naming: Naming, age: Age | None, *, age_was_said: bool) -> Iterator[str]:
    if person.loss:
        yield _loss(person, naming)
    elif person.kind == "pet":
        yield say("person.pet", name=naming.calls(person.id))
    elif has_died(person):
        yield _death(person, naming)
    elif person.kind == "unborn":
        yield from _unborn(person, naming)
    elif not age_was_said:
        yield from _age(person, naming, age)


def _kinship(person: Person, naming: Naming, age: Age | None, *, kin_was_said: bool) -> list[str]:
    """Who this is to the child, with the age where it was not told yet; whoever is "Mum" is always named.

    A loss without a name is nobody's brother or sister in words: how it ended is all that is said.
    """
    is_told_by_itself = bool(person.loss) and not person.names
    title, kin = naming.title(person.id), "" if kin_was_said or is_told_by_itself else naming.kin(person.id)
    ending = "_died" if has_died(person) else "_age" if age else ""
    filled = {"title": title, "name": naming.name(person.id), "kin": kin, "age": age}
    if title:
        return [say(f"person.title{ending}", **filled)]
    return [say(f"person.kin{ending}", **filled)] if kin else []


def _unborn(person: Person, naming: Naming) -> Iterator[str]:
    yield say("person.unborn", name=naming.calls(person.id))
    if person.birth:
        yield say("person.due", when=when(person.birth))


def _death(person: Person, naming: Naming) -> str:
    name, age = naming.calls(person.id), age_of(person, None)
    if person.death is None:
        return say("person.died_undated", name=name)
    return say("person.died_aged" if age else "person.died", name=name, when=when(person.death), age=age)


def _loss(person: Person, naming: Naming) -> str:
    """How a pregnancy ended; a kind of loss that has no words of its own is told as a baby who has died."""
    told = person.death or person.birth
    place = f"person.{person.loss}" if has(f"person.{person.loss}") else "person.died_undated"
    name = naming.calls(person.id)
    name = name[:1].upper() + name[1:]
    if told and has(f"{place}_when"):
        return say(f"{place}_when", name=name, when=when(told))
    return say(place, name=name)


def _age(person: Person, naming: Naming, age: Age | None) -> Iterator[str]:
    name = naming.calls(person.id)
    if age:
        yield say("person.age", name=name, age=age)
    elif person.birth:
        yield say("person.born", name=name, when=when(person.birth))


def _doubt(person: Person, naming: Naming) -> Iterator[str]:
    if not person.provisional:
        return
    has_full_name = any(name.kind == "legal" for name in person.names)
    yield say("person.not_sure" if has_full_name else "person.only_name", name=naming.calls(person.id))
    if person.account and person.account.told_by:
        yield _told(person.account, naming)


def _told(account: Account, naming: Naming) -> str:
    teller = naming.calls(account.told_by) if naming.is_here(account.told_by) else kept_apart(account.told_by)
    if account.told_on:
        return say("person.told", teller=teller, when=when(account.told_on))
    return say("person.told_undated", teller=teller)
