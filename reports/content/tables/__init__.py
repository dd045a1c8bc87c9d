"""Blocks and widgets for tables, with one stored shape for indicators, awards and chart data."""

from reports.content.tables.block import TableBlock
from reports.content.tables.kept import KeptTableBlock
from reports.core.document.table import Cell, Column, Row, Table

__all__ = ["Cell", "Column", "KeptTableBlock", "Row", "Table", "TableBlock"]
