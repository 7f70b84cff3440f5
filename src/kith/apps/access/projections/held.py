"""With whom the workers of an agency work, for whoever watches over it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A subject with whom workers of an agency work themselves; keys stay inside."""

    subject_id: int
    subject_ref: str
    has_case: bool
    user_ids: tuple[int, ...]
