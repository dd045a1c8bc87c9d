"""Refuses to publish a report that has open errors.

Unfilled content stops every publication; other errors stop only those that a user requests.
"""

from collections.abc import Iterable

from wagtail.models import Page, Revision

from reports.checks.check_result import CheckResult, check_latest, check_report
from reports.checks.finding import Finding
from reports.checks.fullness import describe_remaining, measure_fullness
from reports.content.models import AnnualReportPage
from reports.content.page_titles import title_with_year


class PublicationRefused(Exception):
    """Raised when `errors` stop the publication of a report.

    They are among those that the checks of the report, `checked`, have found.
    """

    def __init__(self, checked: CheckResult, errors: list[Finding]) -> None:
        self.checked, self.errors = checked, errors
        super().__init__(describe_refusal(checked, errors))


def demand_no_errors(revision: Revision) -> None:
    """Raise `PublicationRefused` where the report in `revision` has open errors."""
    checked = check_report(revision.as_object())
    if checked.errors:
        raise PublicationRefused(checked, checked.errors)


def demand_filled(page: AnnualReportPage) -> None:
    """Raise `PublicationRefused` where `page`, as it is in memory, was begun from another report
    and is not filled in. Code without a user answers for all other errors itself.
    """
    if measure_fullness(page).unfilled:
        checked = check_report(page)
        raise PublicationRefused(checked, checked.unfilled)


def is_at_last_step(page: Page) -> bool:
    """Say whether the next approval of a page publishes it."""
    state = page.current_workflow_state
    if state is None or state.current_task_state is None:
        return False
    last = state.workflow.tasks.last()  # in their order, those that are active
    return last is not None and last.pk == state.current_task_state.task_id


def find_refused(pages: Iterable[Page]) -> list[CheckResult]:
    """Return the results of those of these pages whose latest draft has open errors."""
    reports = AnnualReportPage.objects.filter(pk__in=[page.pk for page in pages])
    return [checked for report in reports if (checked := check_latest(report)).errors]


def describe_refusal(checked: CheckResult, errors: list[Finding]) -> str:
    """Return, in French, why publication is refused: below the heading, a line for each error."""
    lines = [f"– {e.issue.place} : {e.issue.message} {e.issue.hint}" for e in errors]
    return "\n".join([build_refusal_heading(checked, errors), *lines])


def build_refusal_heading(checked: CheckResult, errors: list[Finding]) -> str:
    """Return « Bilan 2025 » n’est pas publié : 41 éléments à remplir ou à relire, 1 erreur à
    corriger.
    """
    others = sum(error not in checked.unfilled for error in errors)
    broken = f"{others} erreur{'s' if others > 1 else ''} à corriger" if others else ""
    remaining = describe_remaining(checked.remaining) if others < len(errors) else ""
    counts = ", ".join(filter(None, (remaining, broken)))
    return f"« {title_with_year(checked.page)} » n’est pas publié : {counts}."
