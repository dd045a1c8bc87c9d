"""The forms and panels of pages and records: models do not know them."""

from reports.authoring.forms.page_forms import PageForm, ReportForm
from reports.authoring.rollforward.panel import LeftPanel
from reports.checks.panel import ChecksPanel
from reports.content.models import AnnualReportPage
from reports.content.models.pages import HeadlessPage
from reports.content.models.record_kind import list_models
from reports.content.records.panel import LookalikesPanel, UsesPanel


def install_forms() -> None:
    """Give each model its form and panels, before Wagtail builds its edit views."""
    HeadlessPage.base_form_class = PageForm
    AnnualReportPage.base_form_class = ReportForm
    AnnualReportPage.content_panels = [
        LeftPanel(heading="À remplir", icon="tasks"),
        ChecksPanel(heading="Contrôles", icon="check"),
        *AnnualReportPage.content_panels,
    ]
    for record in list_models():
        name, *others = record.panels
        record.panels = [name, LookalikesPanel(), *others, UsesPanel()]
