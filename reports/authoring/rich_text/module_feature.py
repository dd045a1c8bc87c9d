"""Base class of rich text features whose script is an ES module."""

from typing import Any

from django.forms import Media
from django.forms.widgets import Script
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature


class ModuleFeature(EntityFeature):
    """A feature that loads an ES module after the classic scripts of Wagtail's features."""

    def __init__(self, data: dict[str, Any], module: str, **files: Any) -> None:
        super().__init__(data, **files)
        self.module = module

    @property
    def media(self) -> Media:
        scripts: list[Any] = [Script(self.module, type="module")]
        media: Media = super().media + Media(js=scripts)
        return media
