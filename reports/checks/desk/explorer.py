"""The count of findings in the list of reports."""

from django.db.models import QuerySet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from reports.checks.checked import check_latest
from reports.checks.told import summary
from reports.models import AnnualReportPage, CheckSummary


class FindingsColumn(Column):
    """« 1 erreur, 12 avertissements » about the latest draft."""

    def get_value(self, instance: AnnualReportPage) -> str:
        found = current(instance)
        return summary(found.errors, found.warnings, found.acknowledged)


def current(page: AnnualReportPage) -> CheckSummary:
    """The counts about the latest draft; read again if it has changed since."""
    found = getattr(page, "check_summary", None)
    if found is None or found.revision != page.latest_revision_id:
        check_latest(page)
        found = CheckSummary.objects.get(report_id=page.pk)
    return found


class ReportIndexView(ExplorableIndexView):
    """Wagtail's list of a page's children, with what the checks found."""

    def annotate_queryset(self, pages: QuerySet[Page]) -> QuerySet[Page]:
        annotated: QuerySet[Page] = super().annotate_queryset(pages)
        return annotated.prefetch_related("check_summary")


class ReportViewSet(PageViewSet):
    model = AnnualReportPage
    index_view_class = ReportIndexView

    @property
    def columns(self) -> list[Column]:
        own = list(self.index_view_class.base_columns)
        place = next(n for n, column in enumerate(own) if column.name == "status")
        return [*own[:place], FindingsColumn("checks", label="Contrôles"), *own[place:]]
