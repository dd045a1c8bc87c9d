"""Everything that has a table. Blocks are in `reports.blocks`: they live inside a page's body."""

from reports.models.account_session import AccountSession
from reports.models.acknowledgement import Acknowledgement, CheckSummary
from reports.models.audit import AuditEntry
from reports.models.change import Change, FeedPosition, PublicState
from reports.models.correction import (
    Correction,
    CorrectionAnswers,
    CorrectionKind,
    EarlierStatement,
)
from reports.models.identity import Identity, Invitation
from reports.models.imports import ImportRecord
from reports.models.media import Picture, Rendition, ReportDocument
from reports.models.mention import Mention
from reports.models.observation import Observation
from reports.models.outbox import OutboxEntry
from reports.models.outside_paths import OutsidePaths
from reports.models.pages import AnnualReportPage, ContentPage, HomePage, ReportIndexPage
from reports.models.preview_link import PreviewLink
from reports.models.release import Release, ReleaseItem, StagedDocument, StagedRedirect
from reports.models.report_pdf import ReportPdf
from reports.models.report_version import DeletedHidden, ReportVersion, StoredContent
from reports.models.review import ReportApprovalTask
from reports.models.roll_forward import RollForward
from reports.models.search import SearchEntry
from reports.models.sign_in_attempts import SignInAttempts
from reports.models.silenced_finding import SilencedFinding
from reports.models.site_identity import LicenceType, PublisherType, SiteIdentity
from reports.models.snippets import FundingRound, Incubator, Indicator, Service, Term
from reports.models.user import User
from reports.models.version import ContentVersion
from reports.models.version_file import VersionFile
from reports.models.webhook import Webhook, WebhookDelivery

__all__ = [
    "AccountSession",
    "Acknowledgement",
    "AnnualReportPage",
    "AuditEntry",
    "Change",
    "CheckSummary",
    "ContentPage",
    "ContentVersion",
    "Correction",
    "CorrectionAnswers",
    "CorrectionKind",
    "DeletedHidden",
    "EarlierStatement",
    "FeedPosition",
    "FundingRound",
    "HomePage",
    "Identity",
    "ImportRecord",
    "Incubator",
    "Indicator",
    "Invitation",
    "LicenceType",
    "Mention",
    "Observation",
    "OutboxEntry",
    "OutsidePaths",
    "Picture",
    "PreviewLink",
    "PublicState",
    "PublisherType",
    "Release",
    "ReleaseItem",
    "Rendition",
    "ReportApprovalTask",
    "ReportDocument",
    "ReportIndexPage",
    "ReportPdf",
    "ReportVersion",
    "RollForward",
    "SearchEntry",
    "Service",
    "SignInAttempts",
    "SilencedFinding",
    "SiteIdentity",
    "StagedDocument",
    "StagedRedirect",
    "StoredContent",
    "Term",
    "User",
    "VersionFile",
    "Webhook",
    "WebhookDelivery",
]
