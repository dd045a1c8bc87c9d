"""Everything that has a table. Blocks are in `reports.blocks`: they live inside a page's body."""

from reports.models.acknowledgement import Acknowledgement, CheckSummary
from reports.models.imports import ImportRecord
from reports.models.media import Picture, Rendition, ReportDocument
from reports.models.observation import Observation
from reports.models.outbox import OutboxEntry
from reports.models.pages import AnnualReportPage, ContentPage, HomePage, ReportIndexPage
from reports.models.preview_link import PreviewLink
from reports.models.review import ReportApprovalTask
from reports.models.roll_forward import RollForward
from reports.models.search import SearchEntry
from reports.models.snippets import FundingRound, Incubator, Indicator, Service, Term
from reports.models.user import User
from reports.models.version import ContentVersion

__all__ = [
    "Acknowledgement",
    "AnnualReportPage",
    "CheckSummary",
    "ContentPage",
    "ContentVersion",
    "FundingRound",
    "HomePage",
    "ImportRecord",
    "Incubator",
    "Indicator",
    "Observation",
    "OutboxEntry",
    "Picture",
    "PreviewLink",
    "Rendition",
    "ReportApprovalTask",
    "ReportDocument",
    "ReportIndexPage",
    "RollForward",
    "SearchEntry",
    "Service",
    "Term",
    "User",
]
