"""Models of pages, records, media, users, the audit log, and rows projected from public reports."""

from reports.content.models.audit import AuditEntry
from reports.content.models.file_failure import FileFailure
from reports.content.models.media import Picture, Rendition, ReportDocument
from reports.content.models.mention import Mention
from reports.content.models.observation import Observation
from reports.content.models.outside_paths import OutsidePaths
from reports.content.models.pages import AnnualReportPage, ContentPage, HomePage, ReportIndexPage
from reports.content.models.search import SearchEntry
from reports.content.models.site_identity import LicenceType, PublisherType, SiteIdentity
from reports.content.models.snippets import FundingRound, Incubator, Indicator, Service, Term
from reports.content.models.user import User
from reports.content.models.version import ContentVersion

__all__ = [
    "AnnualReportPage",
    "AuditEntry",
    "ContentPage",
    "ContentVersion",
    "FileFailure",
    "FundingRound",
    "HomePage",
    "Incubator",
    "Indicator",
    "LicenceType",
    "Mention",
    "Observation",
    "OutsidePaths",
    "Picture",
    "PublisherType",
    "Rendition",
    "ReportDocument",
    "ReportIndexPage",
    "SearchEntry",
    "Service",
    "SiteIdentity",
    "Term",
    "User",
]
