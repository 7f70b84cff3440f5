"""Under which name the words of a row that was not sent yet are kept."""

ROW = "chronologies.row"


def draft_name(came_of: str = "") -> str:
    """A row that comes of something known has a draft of its own, so that neither writes over the other."""
    return came_of or ROW
