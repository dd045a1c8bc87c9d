"""Records the corrections of a new version, in the transaction that publishes it."""

from collections.abc import Mapping

from reports.content.models import AnnualReportPage
from reports.publishing.corrections.answers import Answer
from reports.publishing.corrections.earlier import list_earlier_statements
from reports.publishing.corrections.figure_changes import FigureChange
from reports.publishing.corrections.gate import find_answers, propose_answers
from reports.publishing.corrections.questions import Question, compare_with
from reports.publishing.models import Correction, EarlierStatement, ReportVersion
from reports.publishing.models.correction import MAX_ID_CHARACTERS, MAX_WORDS_CHARACTERS

NO_FIGURE = FigureChange("", "", "", "", "", "")


def record_corrections(
    page: AnnualReportPage, version: ReportVersion, before: ReportVersion
) -> list[Correction]:
    """Store the changes since the version before, with their answers.

    Code that saves a report without publishing a revision is not asked for answers. Its changes are
    published with the proposed sentences, so that no figure changes silently.
    """
    if before.withdrawn_at:
        return []
    comparison = compare_with(page, before)
    questions = comparison.questions
    answers = find_answers(comparison, questions, page.live_revision_id)
    made = Correction.objects.bulk_create(
        build_correction(question, answers or propose_answers(questions), version, before, order)
        for order, question in enumerate(questions, 1)
    )
    EarlierStatement.objects.bulk_create(list_earlier_statements(comparison, made))
    return made


def build_correction(
    question: Question,
    answers: Mapping[str, Answer],
    version: ReportVersion,
    before: ReportVersion,
    order: int,
) -> Correction:
    change, answer = question.change or NO_FIGURE, answers[question.key]
    return Correction(
        version=version,
        compared_with=before.number,
        order=order,
        kind=answer.kind,
        sentence=answer.sentence,
        place=change.place[:MAX_WORDS_CHARACTERS],
        block=change.block[:MAX_ID_CHARACTERS],
        row=change.row[:MAX_ID_CHARACTERS],
        column=change.column[:MAX_ID_CHARACTERS],
        before=change.before[:MAX_WORDS_CHARACTERS],
        after=change.after[:MAX_WORDS_CHARACTERS],
    )
