"""The one way in which an uploaded file is refused."""

from kith.kernel.errors import KithError


class CannotReadFile(KithError):
    """The file cannot be read; the sentence says what is wrong and what to do."""
