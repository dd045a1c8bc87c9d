"""The form for one answer, and the handling of all forms of a revision."""

from collections.abc import Mapping
from typing import Any

from django import forms

from reports.publishing.corrections.answers import Answer
from reports.publishing.corrections.questions import Question
from reports.publishing.models import CorrectionKind
from reports.publishing.models.correction import MAX_SENTENCE_CHARACTERS


class AnswerForm(forms.Form):
    """The form for an answer: why a figure changes, and the sentence for readers."""

    kind = forms.ChoiceField(
        label="C’est", choices=CorrectionKind.choices, widget=forms.RadioSelect
    )
    sentence = forms.CharField(
        label="Phrase publique",
        max_length=MAX_SENTENCE_CHARACTERS,
        error_messages={"required": "Écrivez la phrase que les lecteurs liront."},
    )

    def __init__(self, question: Question, data: Any = None, known: Answer | None = None) -> None:
        self.question = question
        shown = known or Answer(
            question.asked_kind, question.asked_sentence[:MAX_SENTENCE_CHARACTERS]
        )
        initial = {"kind": shown.kind, "sentence": shown.sentence}
        super().__init__(data, prefix=question.key, initial=initial, use_required_attribute=False)

    @property
    def answer(self) -> Answer:
        return Answer(self.cleaned_data["kind"], self.cleaned_data["sentence"])


def read_answers(forms_: list[AnswerForm]) -> Mapping[str, Answer] | None:
    """Return the answers of all forms; None if one is not valid."""
    valid = [form.is_valid() for form in forms_]  # each of them, so that each shows its errors
    return {form.question.key: form.answer for form in forms_} if all(valid) else None
