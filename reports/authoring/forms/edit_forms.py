"""Sets the edit forms and panels of page and record models, which do not import them."""

from typing import Any

from wagtail.admin.panels import FieldPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.admin.panels.model_utils import expand_panel_list

from reports.authoring.forms.page_forms import PageForm, ReportForm
from reports.authoring.forms.waiting_panel import WaitingPanel
from reports.authoring.rollforward.panel import LeftPanel
from reports.checks.panel import ChecksPanel
from reports.content.models import AnnualReportPage, ContentPage, HomePage, ReportIndexPage
from reports.content.models.pages import HeadlessPage
from reports.content.models.record_kind import RecordKind, find_kind, list_models
from reports.content.records.panel import LookalikesPanel, UsesPanel

# What Wagtail's panel has, but a slug that is shown alone: that of a report is its year.
FOR_ENGINES = MultiFieldPanel(
    [
        FieldPanel("slug", read_only=True, help_text="L’adresse d’un bilan est son année."),
        FieldPanel("seo_title"),
        FieldPanel("search_description"),
    ],
    "Pour les moteurs de recherche",
)


def install_forms() -> None:
    """Set the form and panels of each model, before Wagtail builds its edit views."""
    HeadlessPage.base_form_class = PageForm
    AnnualReportPage.base_form_class = ReportForm
    for page in (HomePage, ReportIndexPage, ContentPage):
        page.content_panels = [WaitingPanel(), *page.content_panels]
    title = FieldPanel("title", classname="title")  # fills no slug
    AnnualReportPage.content_panels = [
        WaitingPanel(),
        LeftPanel(heading="À remplir", icon="tasks"),
        ChecksPanel(heading="Contrôles", icon="check"),
        *replace_panel(AnnualReportPage.content_panels, "title", title),
    ]
    AnnualReportPage.promote_panels = replace_panel(
        AnnualReportPage.promote_panels, "slug", FOR_ENGINES
    )
    for record in list_models():
        name, *others = getattr(record, "panels", None) or list_panels(find_kind(record))
        record.panels = [WaitingPanel(), name, LookalikesPanel(), *others, UsesPanel()]


def replace_panel(panels: list[Any], field: str, panel: Any) -> list[Any]:
    """Return panels in which another one replaces the panel with a field."""
    own = expand_panel_list(AnnualReportPage, panels)
    (place,) = (rank for rank, each in enumerate(own) if has_field(each, field))
    return [*own[:place], panel, *own[place + 1 :]]


def has_field(panel: Any, field: str) -> bool:
    """Return whether a panel or one of its children has a field. A panel may be a field name."""
    children = getattr(panel, "children", ())
    return field in (panel, getattr(panel, "field_name", "")) or any(
        has_field(child, field) for child in children
    )


def list_panels(kind: RecordKind) -> list[Any]:
    """Return the panels of a record kind without panels of its own: its fields, the name first."""
    names = (field.name for field in kind.public_fields if field.name != "name")
    return [TitleFieldPanel("name", targets=[kind.key_field]), *map(FieldPanel, names)]
