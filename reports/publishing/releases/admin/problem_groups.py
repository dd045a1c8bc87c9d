"""Groups the problems of a release by page or record, as its admin page shows them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page

from reports.checks.refused_publication import build_refusal_context
from reports.content.page_titles import title_with_year
from reports.core.text.grouping import group_values
from reports.publishing.releases.problems import Problem


@dataclass
class ProblemGroup:
    """The problems of one page or record, called `name`; those of the whole release have no
    name.
    """

    name: str = ""
    url: str = ""
    messages: list[str] = field(default_factory=list)
    refusals: list[dict[str, Any]] = field(default_factory=list)
    """What `reports/checks/refusal.html` shows of the errors of a report."""


def group_problems(problems: Iterable[Problem], user: Any) -> list[ProblemGroup]:
    """Return the problems grouped by their subject, in order."""
    pairs = ((problem.subject, problem) for problem in problems)
    return [build_group(subject, held, user) for subject, held in group_values(pairs).items()]


def build_group(subject: Any, problems: list[Problem], user: Any) -> ProblemGroup:
    refusals = [each.checked for each in problems if each.checked]
    group = ProblemGroup(
        messages=[each.message for each in problems if not each.checked],
        refusals=[build_refusal_context(checked, checked.errors) for checked in refusals],
    )
    if subject is not None:
        group.name = title_with_year(subject) if isinstance(subject, Page) else str(subject)
        group.url = AdminURLFinder(user).get_edit_url(subject) or ""
    return group


def split_stored(problems: Iterable[str]) -> list[tuple[str, list[str]]]:
    """Return the sentence and the further lines of each problem that was stored as text."""
    return [(first, rest) for first, *rest in (problem.split("\n") for problem in problems)]
