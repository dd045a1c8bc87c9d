"""Each conversion of rich text for the editor has a parser of its own.

Wagtail 7.4.4: a `ContentstateConverter` keeps one `HtmlToContentStateHandler`, an HTML parser with
state, for as long as its widget lives. Widgets live on block definitions, which all threads share.
Two edit forms that are rendered at the same time end in an error, or with a paragraph of one in
the other, which its editor then saves. Upstream: https://github.com/wagtail/wagtail/issues/14573

Delete this module when the Wagtail that Bilan requires has a fix for that issue.
"""

import copy
from typing import Any

from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from reports.text.notes import fold_notes
from reports.wagtail_patches.replacing import replace_method


def from_database_format(self: Any, html: str) -> str:
    """Return stored HTML as Draftail's JSON."""
    handler = copy.copy(self.html_to_contentstate_handler)  # shares its rules, which never change
    handler.reset()
    handler.feed(fold_notes(html))  # no fault of Wagtail's: its handlers read no nested HTML
    handler.close()
    json: str = handler.contentstate.as_json(indent=4, separators=(",", ": "))
    return json


def apply() -> None:
    replace_method(ContentstateConverter, from_database_format)
