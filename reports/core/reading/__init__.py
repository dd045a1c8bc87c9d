"""A report as rules read it: one pass over the body, sorted into its parts."""

from reports.core.reading.report import Reading

__all__ = ["Reading"]
