from typing import Any

from django.utils.crypto import salted_hmac
from django.utils.html import format_html
from wagtail.blocks.base import BlockWidget

from reports.desk.standing import StandingPageForm
from reports.folding.kept import Storage


class FoldingWidget(BlockWidget):
    """The widget of one page's body: it knows where the blocks are that nobody opened."""

    storage: Storage
    owner = ""  # whose copied blocks the browser may offer here

    def render_with_errors(self, *args: Any, **kwargs: Any) -> Any:
        mark = format_html('<div data-bilan-clipboard="{}" hidden></div>', self.owner)
        return mark + super().render_with_errors(*args, **kwargs)

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return self.block_def.value_from_datadict(data, files, name, storage=self.storage)


class ReportForm(StandingPageForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if field := self.fields.get("body"):  # who may not edit it has no such field
            field.widget = FoldingWidget(field.block)
            field.widget.storage = Storage(self.instance, "body")
            if self.for_user:
                key = str(self.for_user.pk)
                field.widget.owner = salted_hmac("bilan.clipboard", key).hexdigest()[:16]
