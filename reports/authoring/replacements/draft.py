"""Reads the draft in a posted form, and returns its changed blocks in the form's format."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from wagtail.blocks import StreamBlock

from reports.authoring.replacements.blocks import Raw, replace_blocks
from reports.authoring.replacements.collector import Collector
from reports.authoring.replacements.page_fields import format_fields, read_fields, replace_fields
from reports.authoring.replacements.query import Refused
from reports.content.folding.signed_blocks import sign_block
from reports.content.folding.stored_blocks import Storage
from reports.content.folding.summary import summarize_block
from reports.content.models import AnnualReportPage
from reports.content.models.page_document import locale_of
from reports.content.models.pages import CURRENCIES, LANGUAGES
from reports.core.document import Document, read
from reports.core.figures.locale import Locale, use_locale

OUTDATED = (
    "Ce bilan a été modifié ailleurs depuis que vous avez ouvert cette page. Rien n’a "
    "changé\u00a0: enregistrez d’abord."
)
MAX_PASSAGES = 1_000  # passages that are shown and replaced at a time
GONE = "Le bilan n’est plus le même. Rien n’a changé\u00a0: recommencez."


@dataclass(frozen=True)
class PostedDraft:
    """A posted draft: its blocks in stored form, its fields and its locale."""

    blocks: list[Raw]
    locale: Locale
    fields: dict[str, str]
    """The words beside the blocks, by the names of their fields."""

    @classmethod
    def from_form(
        cls, page: AnnualReportPage, data: Mapping[str, Any], files: Any
    ) -> "PostedDraft":
        """Return the draft in a posted form. Raises Refused if another version was saved
        meanwhile.
        """
        choices = {"language": dict(LANGUAGES), "currency": dict(CURRENCIES)}
        posted = {name: data[name] for name, known in choices.items() if data.get(name) in known}
        locale = Locale.from_fields(locale_of(page)._asdict() | posted)
        with use_locale(locale):
            block = find_body_block()
            value = block.value_from_datadict(data, files, "body", storage=Storage(page, "body"))
            if value.outdated or value.vanished:
                raise Refused(OUTDATED)
            blocks = [child.get_prep_value() for child in value]
            return cls(blocks, locale, read_fields(data, files))

    @cached_property
    def document(self) -> Document:
        return read(self.blocks, self.locale)

    def answer(self, collector: Collector, chosen: Collection[str] | None) -> dict[str, Any]:
        """Return the `passages` that a collector finds, and their `count`; with `chosen` keys, the
        `blocks` and `fields` that these changes make, in the form's format.

        Raise Refused, without any change, if one would be too long or a chosen change is not found
        again.
        """
        with use_locale(self.locale):
            fields = replace_fields(collector, self.fields)
            changed = replace_blocks(collector, self.blocks)
            if chosen is None:
                shown = [each.as_json() for each in collector.passages[:MAX_PASSAGES]]
                return {"passages": shown, "count": len(collector.passages)}
            if collector.taken != len(chosen):
                raise Refused(GONE)
            return {"blocks": make_states(changed), "fields": format_fields(fields)}


def make_states(stored: list[Raw]) -> list[dict[str, Any]]:
    """Return stored blocks in the form's format, each with the digest that represents it until
    edited.
    """
    block = find_body_block()
    value = block.to_python(stored)
    states: list[dict[str, Any]] = StreamBlock.get_form_state(block, value)
    return [
        {name: state[name] for name in ("id", "type", "value")}
        | {
            "signed": sign_block(child.get_prep_value()),
            "summary": summarize_block(child.block, child.value),
        }
        for state, child in zip(states, value, strict=True)
    ]


def find_body_block() -> Any:
    return AnnualReportPage._meta.get_field("body").stream_block
