"""Normalises texts for comparison: accents, capitals, spaces and punctuation are ignored."""

from reports.core.text.stems import fold_accents, normalize_text


def fold_wording(text: str) -> str:
    """Return a text without accents, capitals, spaces, stops and kinds of apostrophes."""
    return fold_accents(normalize_text(text))
