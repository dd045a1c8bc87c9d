"""The widget of a body whose blocks are folded."""

from typing import Any

from django.utils.html import format_html
from wagtail.blocks.base import BlockWidget

from reports.folding.stored_blocks import Storage


class FoldingWidget(BlockWidget):
    """The widget of one page's body: it knows where the blocks are that nobody opened."""

    storage: Storage
    owner = ""  # whose copied blocks the browser may offer here
    paste_url = ""  # what says which blocks a clipboard is
    replace_url = ""  # what says where something would be replaced

    def render_with_errors(self, *args: Any, **kwargs: Any) -> Any:
        mark = format_html(
            '<div data-bilan-clipboard="{}" data-bilan-paste="{}" data-bilan-replace="{}" hidden>'
            "</div>",
            self.owner,
            self.paste_url,
            self.replace_url,
        )
        return mark + super().render_with_errors(*args, **kwargs)

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return self.block_def.value_from_datadict(data, files, name, storage=self.storage)
