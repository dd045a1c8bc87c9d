"""The forms and panels of pages and records: models do not know them."""

from reports.checks.admin.panel import ChecksPanel
from reports.editorial.page_forms import PageForm, ReportForm
from reports.models import (
    AnnualReportPage,
    FundingRound,
    Incubator,
    Indicator,
    Service,
    Term,
)
from reports.models.pages import HeadlessPage
from reports.records.panel import UsesPanel
from reports.rollforward.admin.panel import LeftPanel

RECORDS = (Service, Incubator, Indicator, FundingRound, Term)


def install_forms() -> None:
    """Give each model its form and panels, before Wagtail builds its edit views."""
    HeadlessPage.base_form_class = PageForm
    AnnualReportPage.base_form_class = ReportForm
    AnnualReportPage.content_panels = [
        LeftPanel(heading="À remplir", icon="tasks"),
        ChecksPanel(heading="Contrôles", icon="check"),
        *AnnualReportPage.content_panels,
    ]
    for record in RECORDS:
        record.panels = [*record.panels, UsesPanel()]
