"""The model of `exchange`: the record of the last import of a report."""

from reports.exchange.models.imports import ImportRecord

__all__ = [
    "ImportRecord",
]
