"""Models of authoring: the approval step of workflows, and the source of next year's report."""

from reports.authoring.models.review import ReportApprovalTask
from reports.authoring.models.roll_forward import RollForward

__all__ = [
    "ReportApprovalTask",
    "RollForward",
]
