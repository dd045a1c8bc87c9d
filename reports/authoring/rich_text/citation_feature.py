"""The rich text feature for citations: numbers that name the figures which they repeat."""

from typing import Any

from draftjs_exporter.dom import DOM
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineEntityElementHandler
from wagtail.rich_text.feature_registry import FeatureRegistry

from reports.authoring.rich_text.module_feature import ModuleFeature
from reports.core.citations.ways import Way
from reports.core.figure_addresses.address import parse_address
from reports.core.figure_addresses.segments import AddressError
from reports.core.text.citations import ADDRESSES, ELEMENT
from reports.core.text.citations import WAY as WAY_ATTRIBUTE

FEATURE = "citation"
TYPE = "CITATION"
TYPED = "bilan-citation"
"""The name of the plugin that opens the dialog when somebody types « @ »."""


class CitationFeature(ModuleFeature):
    """The entity with its button, and the plugin that listens to keys."""

    def construct_options(self, options: dict[str, Any]) -> None:
        super().construct_options(options)
        options.setdefault("plugins", []).append({"type": TYPED})


def register_citation_feature(features: FeatureRegistry) -> None:
    """Register the button « Chiffre », and the conversion of its markup."""
    button = {
        "type": TYPE,
        "label": "Chiffre",
        "description": "Chiffre du bilan : le nombre suit son tableau (@)",
        "attributes": ["of", "way"],
    }
    features.register_editor_plugin(
        "draftail",
        FEATURE,
        CitationFeature(
            button,
            module="reports/citations/opening.js",
            css={"all": ["reports/records.css", "reports/citations/citations.css"]},
        ),
    )
    features.register_converter_rule(
        "contentstate",
        FEATURE,
        {
            "from_database_format": {ELEMENT: CitationElementHandler(TYPE)},
            "to_database_format": {"entity_decorators": {TYPE: write_entity}},
        },
    )


class CitationElementHandler(InlineEntityElementHandler):
    """Reads a citation: its words stay in the text, and can be typed in."""

    mutability = "MUTABLE"

    def get_attribute_data(self, attrs: dict[str, str]) -> dict[str, str]:
        return {"of": attrs.get(ADDRESSES, ""), "way": attrs.get(WAY_ATTRIBUTE, "")}


def write_entity(props: dict[str, Any]) -> Any:
    """Return the stored element of a citation; its words alone if it has no address."""
    addresses = [each for each in str(props.get("of") or "").split() if is_address(each)]
    if not addresses:
        return props["children"]
    way = Way.from_stored(str(props.get("way") or ""))
    return DOM.create_element(
        ELEMENT, {ADDRESSES: " ".join(addresses), WAY_ATTRIBUTE: way.value}, props["children"]
    )


def is_address(text: str) -> bool:
    try:
        parse_address(text)
    except AddressError:
        return False
    return True
