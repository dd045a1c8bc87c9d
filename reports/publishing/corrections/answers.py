"""Checks and stores the answers to a revision's questions until the revision is published."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wagtail.models import Revision

from reports.publishing.corrections.questions import Question, compare_with_latest
from reports.publishing.models import CorrectionAnswers, CorrectionKind, ReportVersion
from reports.publishing.models.correction import MAX_SENTENCE_CHARACTERS


@dataclass(frozen=True)
class Answer:
    """An author's answer about a change: its kind, and the sentence for readers."""

    kind: str
    sentence: str


class AnswersRefused(ValueError):
    """Raised for missing or invalid answers; `errors` has a French sentence by each question's
    key.
    """

    def __init__(self, errors: Mapping[str, str]) -> None:
        self.errors = dict(errors)
        super().__init__(" ".join(self.errors.values()))


def check_answers(questions: Sequence[Question], given: Mapping[str, Answer]) -> dict[str, Answer]:
    """Return an answer for each question; raise `AnswersRefused` if one is missing or invalid."""
    answers, errors = {}, {}
    for question in questions:
        answer = given.get(question.key)
        if answer is None or answer.kind not in CorrectionKind.values:
            errors[question.key] = "Dites si c’est une correction, une coquille ou du nouveau."
        elif not answer.sentence.strip():
            errors[question.key] = "Écrivez la phrase que les lecteurs liront."
        elif len(answer.sentence.strip()) > MAX_SENTENCE_CHARACTERS:
            errors[question.key] = f"La phrase a plus de {MAX_SENTENCE_CHARACTERS} caractères."
        else:
            answers[question.key] = Answer(answer.kind, " ".join(answer.sentence.split()))
    if errors:
        raise AnswersRefused(errors)
    return answers


def save_answers(
    revision: Revision, version: ReportVersion, answers: Mapping[str, Answer], author: Any
) -> None:
    """Store an author's answers about a revision, in place of earlier ones."""
    stored = {key: {"kind": a.kind, "sentence": a.sentence} for key, a in answers.items()}
    CorrectionAnswers.objects.update_or_create(
        revision=revision,
        defaults={"compared_with": version, "answers": stored, "author": author},
    )


def keep_answers(revision: Revision, given: Mapping[str, Mapping[str, str]], author: Any) -> None:
    """Store the answers given in a dialog, if they match the questions of the revision."""
    comparison = compare_with_latest(revision.as_object()) if given else None
    if comparison is None:
        return
    answers = {
        key: Answer(str(each.get("kind")), str(each.get("sentence"))) for key, each in given.items()
    }
    try:
        save_answers(
            revision, comparison.version, check_answers(comparison.questions, answers), author
        )
    except AnswersRefused:
        return  # the gate asks again


def load_answers(revision_id: int | None, version: ReportVersion) -> dict[str, Answer]:
    """Return the answers about a revision that were given when it was compared with that
    version.
    """
    found = CorrectionAnswers.objects.filter(revision=revision_id, compared_with=version).first()
    return {key: Answer(**each) for key, each in found.answers.items()} if found else {}
