"""The form widget of a body whose blocks are folded."""

import json
from collections.abc import Mapping
from typing import Any

from django.utils.html import format_html, format_html_join
from wagtail.blocks.base import BlockWidget

from reports.content.folding.stored_blocks import Storage
from reports.core.text.citations import has_citations


class FoldingWidget(BlockWidget):
    """The widget of the body of one page, with the storage from which folded blocks are read.

    It marks a body whose texts cite figures with `data-bilan-cited`.
    """

    storage: Storage
    owner = ""  # whose copied blocks the browser may offer here
    urls: Mapping[str, str] = {}  # what the tools of the body ask, by their names

    def render_with_errors(self, *args: Any, **kwargs: Any) -> Any:
        urls = format_html_join("", ' data-bilan-{}="{}"', self.urls.items())
        introduction = getattr(self.storage.page, "introduction", "")
        texts = json.dumps([introduction, *self.storage.opened.raw_data], default=str)
        cited = " data-bilan-cited" if has_citations(texts) else ""
        mark = format_html(
            '<div data-bilan-clipboard="{}"{}{} hidden></div>', self.owner, urls, cited
        )
        return mark + super().render_with_errors(*args, **kwargs)

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return self.block_def.value_from_datadict(data, files, name, storage=self.storage)
