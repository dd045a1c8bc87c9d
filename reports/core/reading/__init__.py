"""A report as the rules of checks read it: its texts, facts, tables, cards, links and figures.

`visitor` collects them in one pass over the document.
"""

from reports.core.reading.report import Reading

__all__ = ["Reading"]
