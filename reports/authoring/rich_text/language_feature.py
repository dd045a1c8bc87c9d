"""The rich text feature that marks English words: `<span lang="en">`."""

from wagtail.admin.rich_text.converters.html_to_contentstate import InlineStyleElementHandler
from wagtail.admin.rich_text.editors.draftail.features import InlineStyleFeature
from wagtail.rich_text.feature_registry import FeatureRegistry

FEATURE = "lang-en"
STYLE = "LANG-EN"


def register_language_feature(features: FeatureRegistry) -> None:
    """Register the button « Anglais », and the conversion of its markup."""
    button = {
        "type": STYLE,
        "label": "EN",
        "description": "Anglais : prononcé comme tel par les lecteurs d’écran",
        "style": {"borderBottom": "2px dotted currentColor"},
    }
    features.register_editor_plugin("draftail", FEATURE, InlineStyleFeature(button))
    features.register_converter_rule(
        "contentstate",
        FEATURE,
        {
            "from_database_format": {
                'span[lang="en"]': InlineStyleElementHandler(STYLE),
                'span[lang="en-GB"]': InlineStyleElementHandler(STYLE),
                'span[lang="en-US"]': InlineStyleElementHandler(STYLE),
            },
            "to_database_format": {
                "style_map": {STYLE: {"element": "span", "props": {"lang": "en"}}}
            },
        },
    )
