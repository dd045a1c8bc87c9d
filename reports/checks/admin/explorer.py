"""Adds two columns to the admin's list of reports: what a draft lacks, and its findings."""

from django.db.models import QuerySet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from reports.checks.check_result import check_latest
from reports.checks.fullness import describe_remaining
from reports.checks.models import CheckSummary
from reports.checks.serializers import format_summary
from reports.content.models import AnnualReportPage


class FullnessColumn(Column):
    """Says in one sentence what the latest draft lacks, with a link to the list of it."""

    cell_template_name = "reports/checks/fullness_cell.html"

    def get_value(self, instance: AnnualReportPage) -> str:
        summary = get_current_summary(instance)
        return describe_remaining(summary.unfilled, summary.expected)


class FindingsColumn(Column):
    """Counts the findings about the latest draft: « 1 erreur, 12 avertissements »."""

    def get_value(self, instance: AnnualReportPage) -> str:
        summary = get_current_summary(instance)
        return format_summary(
            summary.errors, summary.warnings, summary.acknowledged, silenced=summary.silenced
        )


def get_current_summary(page: AnnualReportPage) -> CheckSummary:
    """Return the counts about the latest draft, which is checked again if it has changed since."""
    summary = getattr(page, "check_summary", None)
    if summary is None or summary.revision != page.latest_revision_id:
        check_latest(page)
        summary = CheckSummary.objects.get(report_id=page.pk)
    return summary


class ReportIndexView(ExplorableIndexView):
    """Wagtail's list of a page's children, which also fetches the counts of findings."""

    def annotate_queryset(self, pages: QuerySet[Page]) -> QuerySet[Page]:
        annotated: QuerySet[Page] = super().annotate_queryset(pages)
        return annotated.prefetch_related("check_summary")


class ReportViewSet(PageViewSet):
    """Lists reports in the admin's explorer with the two columns of this module."""

    model = AnnualReportPage
    index_view_class = ReportIndexView

    @property
    def columns(self) -> list[Column]:
        columns = list(self.index_view_class.base_columns)
        place = next(n for n, column in enumerate(columns) if column.name == "status")
        columns[place:place] = [
            FullnessColumn("fullness", label="Rempli"),
            FindingsColumn("checks", label="Contrôles"),
        ]
        return columns
