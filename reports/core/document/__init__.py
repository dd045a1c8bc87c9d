"""A report as immutable nodes, read from stored JSON of any age.

A node is one block, item, table or fact. Each of its fields is declared once, as a part with a
role: visible text, figure, reference and so on. All code that works on the content of a report
visits these nodes. The package is pure Python: no Django, no Wagtail, no GraphQL.
"""

from reports.core.document.body import Document, read

__all__ = ["Document", "read"]
