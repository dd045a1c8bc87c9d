"""The edit forms of pages and reports."""

from typing import Any

from django.utils.crypto import salted_hmac

from reports.content.blocks.stream import keep_unknown_blocks
from reports.content.folding.body_tools import list_urls
from reports.content.folding.stored_blocks import Storage
from reports.content.folding.widget import FoldingWidget
from reports.content.models.page_document import locale_of
from reports.content.wagtail_patches.stale_form_guard import StalePageFormGuard
from reports.core.figures.locale import EDITION, Locale, use_locale


class PageForm(StalePageFormGuard):
    """The edit form of pages, which preserves unknown blocks."""

    def clean(self) -> dict[str, Any]:
        """Keep the stored blocks of the body that the form cannot show."""
        cleaned: dict[str, Any] = super().clean()
        if "body" in cleaned:
            keep_unknown_blocks(self.instance.body, cleaned["body"])
        return cleaned


class ReportForm(PageForm):
    """The edit form of reports, which parses figures in the language and currency of the report."""

    def full_clean(self) -> None:
        """Parse the posted form in the language and currency of the report, by today's rules.

        If they parse figures differently from the public report, the publication asks about each.
        """
        self.instance.reading_edition = EDITION
        locale = locale_of(self.instance)
        names = {name: self.add_prefix(name) for name in locale._fields}
        posted = {name: self.data.get(key) for name, key in names.items() if key in self.data}
        with use_locale(Locale.from_fields(locale._asdict() | posted)):
            super().full_clean()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if field := self.fields.get("body"):  # who may not edit it has no such field
            field.widget = FoldingWidget(field.block)
            field.widget.storage = Storage(self.instance, "body")
            field.widget.urls = list_urls(self.instance.pk)
            if self.for_user:
                user = str(self.for_user.pk)
                field.widget.owner = salted_hmac("bilan.clipboard", user).hexdigest()[:16]
