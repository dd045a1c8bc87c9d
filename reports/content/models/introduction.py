"""The model field of the rich text at the head of a page."""

from typing import Any

from wagtail.fields import RichTextField

from reports.content.validation import lengths, site_addresses


class IntroductionField(RichTextField):
    """Rich text with the same limit of length and the same check of links as in a body."""

    def clean(self, value: Any, model_instance: Any) -> Any:
        """Refuse what is too long; take out links that lead nowhere."""
        text = super().clean(value, model_instance) or ""
        lengths.refuse_longer(text, lengths.RICH_TEXT)
        return site_addresses.clean_links(text)

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        """Return Wagtail's field: to migrations, this one stores the same."""
        name, _, args, kwargs = super().deconstruct()
        return name, "wagtail.fields.RichTextField", args, kwargs
