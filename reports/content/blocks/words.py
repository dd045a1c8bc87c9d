"""Blocks for text: one line, one long line, or rich text."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.widgets import Script
from wagtail import blocks
from wagtail.rich_text import RichText

from reports.content.validation import lengths, site_addresses

MARKED = ["bold", "italic", "lang-en", "link", "document-link"]
UNREADABLE = "\0"  # what a form gives in place of rich text that cannot be read


def list_features(has_notes: bool = True, has_lists: bool = True) -> list[str]:
    """Return the features of the editor of a rich text."""
    return [
        *MARKED,
        *(["note", "citation"] if has_notes else []),
        *(["ol", "ul"] if has_lists else []),
    ]


INLINE = list_features(has_lists=False)
PROSE = list_features()
TRANSCRIPTION = list_features(has_notes=False)


def validate_line(text: str) -> None:
    lengths.refuse_longer(text, lengths.MAX_LINE_CHARACTERS)


class LineBlock(blocks.CharBlock):
    """Words on one line.

    A validator limits their length: with `max_length`, browsers would cut a paste without notice.
    The form refuses a paste that is too long with a message (`long_pastes.js`).
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"validators": (validate_line,), **kwargs})
        self.field.widget.attrs["data-bilan-longest"] = lengths.MAX_LINE_CHARACTERS


class SentenceInput(forms.Textarea):
    """An input for one line that grows in height, so that all of its words are visible."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"rows": 1, "data-bilan-sentence": "", **(attrs or {})})

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        value = super().value_from_datadict(data, files, name)
        return value and " ".join(filter(None, map(str.strip, value.splitlines())))

    class Media:
        js = (Script("reports/sentence.js", type="module"),)
        css = {"all": ("reports/editor.css",)}


class UnreadableText(RichText):
    """The value of a rich text field whose posted form could not be read; it is refused."""


class ProseBlock(blocks.RichTextBlock):
    """Rich text; links that lead nowhere for readers are removed."""

    def value_from_form(self, value: Any) -> RichText:
        return UnreadableText("") if value == UNREADABLE else super().value_from_form(value)

    def clean(self, value: Any) -> RichText:
        """Refuse what cannot be read or is too long; take out links that lead nowhere."""
        if isinstance(value, UnreadableText):
            raise ValidationError("Ce texte n’a pas pu être lu : rechargez la page.")
        value = super().clean(value)
        lengths.refuse_longer(value.source, lengths.MAX_RICH_TEXT_CHARACTERS)
        source = site_addresses.clean_links(value.source)
        return value if source == value.source else RichText(source)
