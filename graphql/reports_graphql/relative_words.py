"""Compares words of two reports, for other parts of this server that match answers."""

from reports.core.document.relative_words import normalize_words

__all__ = ["normalize_words"]
