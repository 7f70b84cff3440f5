"""The base of every error whose message may be shown to a person."""


class KithError(Exception):
    """An error that says, in one plain sentence, what could not be done and what to do about it."""

    @property
    def message(self) -> str:
        """The sentence to show.

        >>> KithError("The date was not understood.").message
        'The date was not understood.'
        """
        return str(self)


def file_trouble(name: str, done: str, problem: OSError) -> str:
    """Why a file cannot be opened or written, as a sentence.

    >>> file_trouble("family.ged", "opened", FileNotFoundError(2, "No such file or directory"))
    'family.ged cannot be opened: no such file or directory.'
    """
    return f"{name} cannot be {done}: {(problem.strerror or 'unknown reason').lower()}."
