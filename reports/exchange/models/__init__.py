"""The file from which a report was imported."""

from reports.exchange.models.imports import ImportRecord

__all__ = [
    "ImportRecord",
]
