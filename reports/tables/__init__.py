"""Tables: one stored shape for indicators, awards, surveys and chart data."""

from reports.document.table import Cell, Column, Row, Table
from reports.tables.block import TableBlock
from reports.tables.kept import KeptTableBlock

__all__ = ["Cell", "Column", "KeptTableBlock", "Row", "Table", "TableBlock"]
