"""Under which names the words of the forms of supervision that were not sent yet are kept."""

ASK, TRIAGE = "supervision.ask", "triage"


def draft_name(form: str, request_ref: str = "") -> str:
    """Of a form about a request for each request, so that none writes over another."""
    return f"{form}:{request_ref}" if request_ref else form
