"""Models of versions, corrections, releases, change feed, outbox, webhooks and preview links."""

from reports.publishing.models.change import Change, FeedPosition, PublicState
from reports.publishing.models.correction import (
    Correction,
    CorrectionAnswers,
    CorrectionKind,
    EarlierStatement,
)
from reports.publishing.models.outbox import OutboxEntry
from reports.publishing.models.preview_link import PreviewLink
from reports.publishing.models.release import Release, ReleaseItem, StagedDocument, StagedRedirect
from reports.publishing.models.report_pdf import ReportPdf
from reports.publishing.models.report_version import DeletedHidden, ReportVersion, StoredContent
from reports.publishing.models.version_file import VersionFile
from reports.publishing.models.webhook import Webhook, WebhookDelivery

__all__ = [
    "Change",
    "Correction",
    "CorrectionAnswers",
    "CorrectionKind",
    "DeletedHidden",
    "EarlierStatement",
    "FeedPosition",
    "OutboxEntry",
    "PreviewLink",
    "PublicState",
    "Release",
    "ReleaseItem",
    "ReportPdf",
    "ReportVersion",
    "StagedDocument",
    "StagedRedirect",
    "StoredContent",
    "VersionFile",
    "Webhook",
    "WebhookDelivery",
]
