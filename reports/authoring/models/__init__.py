"""The step of approval in a workflow, and what next year's report was begun from."""

from reports.authoring.models.review import ReportApprovalTask
from reports.authoring.models.roll_forward import RollForward

__all__ = [
    "ReportApprovalTask",
    "RollForward",
]
