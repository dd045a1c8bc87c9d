"""Executes `report.graphql` for a draft in memory, without drawing its charts.

`import_renderer` calls it for the import, which compares the answer with the imported file.
"""

from typing import Any

from wagtail.models import Site

from reports.content.models import AnnualReportPage
from reports.content.visibility.drafts import Drafts
from reports.core.document.figure_blocks import Chart
from reports_graphql.context import Context
from reports_graphql.schema import schema
from reports_graphql.shipped_documents import Unanswered, read_text


class UndrawnContext(Context):
    """A context that draws no charts, because drawing takes longer than all the rest."""

    def draw_chart(self, chart: Chart) -> str | None:
        return None


def answer_draft(report: AnnualReportPage) -> dict[str, Any]:
    """Return the answer to `report.graphql` for a draft. Raises `Unanswered` if it failed."""
    site = report.get_site() or Site.objects.get(is_default_site=True)
    context = UndrawnContext(site, Drafts((report,)))
    operation = schema.prepare(read_text("report"), {"year": report.year})
    result = operation.run(context)
    if result.errors or not result.data or result.data["report"] is None:
        raise Unanswered("report")
    answer: dict[str, Any] = result.data["report"]
    return answer
