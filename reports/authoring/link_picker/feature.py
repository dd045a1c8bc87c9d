"""The rich-text feature behind the button « Lien », which opens our link picker."""

from django.forms import Media
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.rich_text.feature_registry import FeatureRegistry

FEATURE = "link"
DESCRIPTION = "Lien\u00a0: section, page, fiche, document ou adresse"
SCRIPTS = ("figure", "combobox", "links/sections", "links/search", "links/dialog", "links/opening")
MEDIA = Media(
    js=[f"reports/{name}.js" for name in SCRIPTS],
    css={"all": ["reports/records.css", "reports/links/links.css"]},
)


class LinkFeature(EntityFeature):
    """Wagtail's links with the scripts of the picker, which other widgets of the form load too."""

    @property
    def media(self) -> Media:
        media: Media = super().media + MEDIA
        return media


def register_link_feature(features: FeatureRegistry) -> None:
    """Put the picker in the place of Wagtail's choosers; called after Wagtail's own hook."""
    wagtail = features.plugins_by_editor["draftail"][FEATURE]
    data = {**wagtail.data, "description": DESCRIPTION}
    features.register_editor_plugin("draftail", FEATURE, LinkFeature(data, js=wagtail.js))
