"""The rich text feature for notes: a mark in the text that contains the note."""

import hashlib
import re
from typing import Any

import nh3
from draftjs_exporter.dom import DOM
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineEntityElementHandler
from wagtail.rich_text.feature_registry import FeatureRegistry

from reports.authoring.rich_text.module_feature import ModuleFeature
from reports.core.text.addresses import SCHEMES
from reports.core.text.notes import CONTENT, ELEMENT
from reports.core.text.rich_text import ATTRIBUTES, checked_attribute, plain

FEATURE = "note"
TYPE = "NOTE"
IDENTIFIER = re.compile(r"[\w-]{1,64}", re.ASCII)
TAGS = {"a", "b", "br", "code", "del", "em", "i", "s", "span", "strong", "sub", "sup"}


def register_note_feature(features: FeatureRegistry) -> None:
    """Register the button « Note », and the conversion of its markup."""
    button = {
        "type": TYPE,
        "label": "Note",
        "description": "Note : ses mots sont à la fin du bilan",
        "attributes": ["id", "content"],
    }
    features.register_editor_plugin(
        "draftail",
        FEATURE,
        ModuleFeature(button, module="reports/note.js", css={"all": ["reports/note.css"]}),
    )
    features.register_converter_rule(
        "contentstate",
        FEATURE,
        {
            "from_database_format": {ELEMENT: NoteElementHandler(TYPE)},
            "to_database_format": {"entity_decorators": {TYPE: write_entity}},
        },
    )


class NoteElementHandler(InlineEntityElementHandler):
    """Reads a note, whose content `fold_notes` has moved to an attribute."""

    mutability = "IMMUTABLE"

    def get_attribute_data(self, attrs: dict[str, str]) -> dict[str, str]:
        return {"id": attrs.get("id", ""), "content": attrs.get(CONTENT, "")}


def write_entity(props: dict[str, Any]) -> Any:
    """Return the stored element of a note; None if it has no text."""
    content = clean_content(props.get("content"))
    if not plain(content):
        return None
    id = str(props.get("id") or "")
    if not IDENTIFIER.fullmatch(id):
        id = f"n{hashlib.sha256(content.encode()).hexdigest()[:10]}"
    return DOM.create_element(ELEMENT, {"id": id}, DOM.parse_html(content))


def clean_content(html: Any) -> str:
    """Return the inline HTML that a note may hold."""
    if not isinstance(html, str):
        return ""
    return nh3.clean(
        html,
        tags=TAGS,
        attributes={name: ATTRIBUTES[name] for name in ("a", "*")},
        url_schemes=set(SCHEMES),
        link_rel=None,
        attribute_filter=checked_attribute,
    ).strip()
