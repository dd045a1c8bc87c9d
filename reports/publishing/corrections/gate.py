"""Refuses to replace a public revision until its author has explained the changes.

Code that saves a page without publishing a revision does not pass through here (`recording.py`).
"""

from collections.abc import Mapping

from wagtail.models import Revision

from reports.content.models import AnnualReportPage
from reports.content.models.publication_context import get_publication_context
from reports.content.page_titles import title_with_year
from reports.publishing.corrections.answers import (
    Answer,
    AnswersRefused,
    check_answers,
    load_answers,
)
from reports.publishing.corrections.figure_changes import FigureChange
from reports.publishing.corrections.questions import (
    Question,
    ReportComparison,
    compare_with_latest,
)
from reports.publishing.models.correction import MAX_SENTENCE_CHARACTERS


class CorrectionsUnanswered(Exception):
    """Raised when a revision changes published content and its questions are not all answered."""

    def __init__(self, page: AnnualReportPage, questions: list[Question]) -> None:
        self.page, self.questions = page, questions
        super().__init__(describe_refusal(page, questions))

    @property
    def changes(self) -> list[FigureChange]:
        """The published figures that change."""
        return [question.change for question in self.questions if question.change]


def demand_answers(page: AnnualReportPage, revision_id: int | None) -> None:
    """Raise `CorrectionsUnanswered` if publishing a page in memory needs answers.

    Answers only count for the revision, and for the version that was public when they were given.
    """
    comparison = compare_with_latest(page)
    questions = comparison.questions if comparison else []
    if comparison and questions and find_answers(comparison, questions, revision_id) is None:
        raise CorrectionsUnanswered(page, questions)


def demand_revision_answers(revision: Revision) -> None:
    """Raise `CorrectionsUnanswered` if publishing a revision needs answers."""
    demand_answers(revision.as_object(), revision.pk)


def find_answers(
    comparison: ReportComparison, questions: list[Question], revision_id: int | None
) -> Mapping[str, Answer] | None:
    """Return the answers for a publication: the reason that a command gave, else the stored
    ones.
    """
    reason = get_publication_context().reason[:MAX_SENTENCE_CHARACTERS]
    if reason:
        return {each.key: Answer(each.kind, reason) for each in questions}
    try:
        return check_answers(questions, load_answers(revision_id, comparison.version))
    except AnswersRefused:
        return None


def propose_answers(questions: list[Question]) -> dict[str, Answer]:
    """Return the proposed answers, which code uses that cannot ask an author."""
    return {
        each.key: Answer(each.kind, each.sentence[:MAX_SENTENCE_CHARACTERS]) for each in questions
    }


def describe_refusal(page: AnnualReportPage, questions: list[Question]) -> str:
    """Return, in French, the questions to answer before a report is published."""
    count = len(questions)
    what = "1 changement" if count == 1 else f"{count} changements"
    return (
        f"« {title_with_year(page)} » n’est pas publié : dites d’abord aux lecteurs pourquoi il "
        f"change ({what} depuis la version publiée)."
    )
