"""The one refusal of a layout."""

from kith.kernel.errors import KithError


class CannotDraw(KithError):
    """Says why this network has no drawing in which children stand below their parents."""
