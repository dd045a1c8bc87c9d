"""Reads whether a remark in a row (« Atteint », ✓, « rouge ») says that the target was reached."""

import re

STATED = re.compile(
    r"(?:(?:objectif|cible|target) )?(?P<denied>(?:non|pas|not)[ -])?"
    r"(?:atteinte?s?|dépassée?s?|tenue?s?|met|achieved|reached|exceeded)\.?",
    re.IGNORECASE,
)
DONE, FAILED = re.compile("[✓✔✅☑]\ufe0f?"), re.compile("[✗✘❌✖☒]\ufe0f?")
GOOD = re.compile(r"(?:oui|yes|vert|green|🟢)\.?", re.IGNORECASE)
BAD = re.compile(
    r"(?:non|no|rouge|red|orange|amber|🔴|🟠|missed|manquée?|(?:partiellement|partly|partially)"
    r" (?:atteinte?|met|achieved))\.?",
    re.IGNORECASE,
)


def read_status(remark: str) -> bool | None:
    """Return whether a remark says that the target was reached; None if it says neither."""
    if stated := STATED.fullmatch(remark):
        return stated["denied"] is None
    if DONE.fullmatch(remark):
        return True
    return False if FAILED.fullmatch(remark) else None


def read_colour(remark: str) -> bool | None:
    """Return the same as `read_status`, but read colours, yes and no too.

    A table may have given these to a result that only nearly reached its target.
    """
    status = read_status(remark)
    if status is not None:
        return status
    if GOOD.fullmatch(remark):
        return True
    return False if BAD.fullmatch(remark) else None
