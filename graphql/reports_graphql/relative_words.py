"""Re-exports `normalize_words` for `cms`, which uses it to match the rows of two reports."""

from reports.core.document.relative_words import normalize_words

__all__ = ["normalize_words"]
