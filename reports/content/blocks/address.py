"""The form field and the block of a link: an address, a path or an anchor."""

from typing import Any

from django import forms
from wagtail import blocks

from reports.content.blocks.words import validate_line
from reports.content.validation import site_addresses


class AddressInput(forms.TextInput):
    """A text input with a button that opens the link picker (`static/reports/links`)."""

    template_name = "reports/widgets/address.html"


class AddressBlock(blocks.CharBlock):
    """A complete address, a path, or an #anchor. Scripts and addresses of the admin are refused."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"validators": (validate_line, site_addresses.validate_link), **kwargs})
        self.field.widget = AddressInput()

    def clean(self, value: Any) -> Any:
        """A complete address of this very site becomes its path."""
        return super().clean(site_addresses.to_path(value) if value else value)
