"""How a reason joins the sentence that it explains."""

_CLAUSES = ("da ", "fordi ", "idet ", "because ", "since ", "as ")


def wording(reason: str) -> str:
    """Which wording a reason takes: a clause follows a comma, anything else a colon.

    `.clause`, `.reason`, or nothing where there is no reason: the end of a message id.
    """
    if not reason.strip():
        return ""
    return ".clause" if reason.lstrip().lower().startswith(_CLAUSES) else ".reason"
