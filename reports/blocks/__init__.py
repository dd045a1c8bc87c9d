"""What a report is made of. One noun per block, by family; `body` composes them."""

from reports.blocks.body import ReportBody

__all__ = ["ReportBody"]
