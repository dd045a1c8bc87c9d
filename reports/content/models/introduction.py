"""The model field of the rich text at the head of a page."""

from typing import Any

from wagtail.fields import RichTextField
from wagtail.rich_text import features

from reports.content.validation import lengths, site_addresses


class IntroductionField(RichTextField):
    """Rich text with the same limit of length and the same check of links as in a body.

    With `cites_figures`, its numbers can cite the figures of a report (ADR 80).
    """

    def __init__(self, *args: Any, cites_figures: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.cites_figures = cites_figures

    def formfield(self, **kwargs: Any) -> Any:
        if self.cites_figures:
            # known once every app is loaded: apps register the default features
            self.features = [*features.get_default_features(), "citation"]
        return super().formfield(**kwargs)

    def clean(self, value: Any, model_instance: Any) -> Any:
        """Refuse what is too long; take out links that lead nowhere."""
        text = super().clean(value, model_instance) or ""
        lengths.refuse_longer(text, lengths.MAX_RICH_TEXT_CHARACTERS)
        return site_addresses.clean_links(text)

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        """Return Wagtail's field: to migrations, this one stores the same."""
        name, _, args, kwargs = super().deconstruct()
        return name, "wagtail.fields.RichTextField", args, kwargs
