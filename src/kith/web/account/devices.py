"""Where somebody is signed in, said in words: the browser and the machine, and since when."""

import datetime as dt
from dataclasses import dataclass

# The first that a browser names is what it is: several name others for good measure.
BROWSERS = (("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))
MACHINES = (
    ("iPhone", "an iPhone"),
    ("iPad", "an iPad"),
    ("Android", "an Android device"),
    ("CrOS", "a Chromebook"),
    ("Windows", "Windows"),
    ("Mac OS X", "a Mac"),
    ("Linux", "Linux"),
)


@dataclass(frozen=True, slots=True)
class Device:
    """One place where a person is signed in."""

    says: str
    since: dt.datetime
    is_this_one: bool


def device(user_agent: str, *, since: dt.datetime, is_this_one: bool) -> Device:
    browser, machine = _first(BROWSERS, user_agent), _first(MACHINES, user_agent)
    says = f"{browser or 'A browser'} on {machine}" if machine else browser or "A browser"
    return Device(says, since, is_this_one)


def _first(words: tuple[tuple[str, str], ...], user_agent: str) -> str:
    return next((says for sign, says in words if sign in user_agent), "")
