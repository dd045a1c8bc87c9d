"""The rich text feature of the button « Lien », which opens our link picker."""

from wagtail.rich_text.feature_registry import FeatureRegistry

from reports.authoring.rich_text.module_feature import ModuleFeature

FEATURE = "link"
DESCRIPTION = "Lien\u00a0: section, page, fiche, document ou adresse"
STYLES = {"all": ["reports/records.css", "reports/links/links.css"]}


def register_link_feature(features: FeatureRegistry) -> None:
    """Replace Wagtail's choosers with the picker; called after Wagtail's own hook."""
    wagtail = features.plugins_by_editor["draftail"][FEATURE]
    data = {**wagtail.data, "description": DESCRIPTION}
    link = ModuleFeature(data, "reports/links/opening.js", js=wagtail.js, css=STYLES)
    features.register_editor_plugin("draftail", FEATURE, link)
