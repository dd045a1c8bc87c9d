"""Tables: one stored shape for indicators, awards, surveys and chart data."""

from reports.tables.block import TableBlock
from reports.tables.kept import KeptTableBlock
from reports.tables.table import Cell, Column, Row, Table

__all__ = ["Cell", "Column", "KeptTableBlock", "Row", "Table", "TableBlock"]
