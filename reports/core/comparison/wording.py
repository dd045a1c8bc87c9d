"""Texts as they are compared: without what says nothing."""

from reports.core.text.stems import fold_accents, normalize_text


def fold_wording(text: str) -> str:
    """Return a text without accents, capitals, spaces, stops and kinds of apostrophes."""
    return fold_accents(normalize_text(text))
