"""Normalises texts for comparison: words that carry no meaning are left out."""

from reports.core.text.stems import fold_accents, normalize_text


def fold_wording(text: str) -> str:
    """Return a text without accents, capitals, spaces, stops and kinds of apostrophes."""
    return fold_accents(normalize_text(text))
