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
