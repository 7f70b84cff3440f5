"""The child at the centre of a page, and people to choose in a form: what most pages need."""

from dataclasses import dataclass

from kith.kernel.partial_dates import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildFace:
    """The child at the centre of a page."""

    ref: str
    name: str
    first_name: str
    initials: str
    age: str
    born: str
    pronouns: str
    facts: tuple[str, ...] = ()
    expected: str = ""  # of a baby who is not born yet, in the place of an age
    birth: PartialDate | None = None
    look: str = ""  # what somebody should look at, in a sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Somebody who may be chosen in a form."""

    ref: str
    name: str
    kin: str
