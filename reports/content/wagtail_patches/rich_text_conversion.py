"""Gives each conversion of rich text for the editor a parser of its own, and repairs bad HTML.

Wagtail 7.4.4: a `ContentstateConverter` keeps one `HtmlToContentStateHandler`, an HTML parser with
state, for as long as its widget lives. Widgets live on block definitions, which all threads share.
If two edit forms are rendered at the same time, the result is an error, or a paragraph of one in
the other, which its editor then saves. Upstream: https://github.com/wagtail/wagtail/issues/14573

The parser also fails on HTML that Draftail has not written, such as `<br>`: a report that contains
some could not be opened. Stored HTML is therefore repaired first; if that is not enough, only its
words are shown.

Delete this module when the Wagtail that Bilan requires has a fix for that issue, but keep
`mend_for_editor`, which stored HTML still needs.
"""

import copy
import logging
from html import escape
from typing import Any

from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from reports.content.wagtail_patches.replacing import replace_method
from reports.core.text.editor_html import mend_for_editor
from reports.core.text.notes import fold_notes
from reports.core.text.rich_text import plain

logger = logging.getLogger(__name__)


def from_database_format(self: Any, html: str) -> str:
    """Return stored HTML as Draftail's JSON."""
    try:
        # Folded first, which is no fault of Wagtail's: its handlers read no nested HTML.
        return convert(self, mend_for_editor(fold_notes(html)))
    except Exception:  # whatever is stored, its report can be opened
        logger.exception("Stored rich text could not be converted: its words are shown.")
        lines = plain(html).split("\n")
        return convert(self, "".join(f"<p>{escape(line, quote=False)}</p>" for line in lines))


def convert(converter: Any, html: str) -> str:
    # A copy shares the rules of its handler, which never change, and none of its state.
    handler = copy.copy(converter.html_to_contentstate_handler)
    handler.reset()
    handler.feed(html)
    handler.close()
    json: str = handler.contentstate.as_json(indent=4, separators=(",", ": "))
    return json


def apply() -> None:
    replace_method(ContentstateConverter, from_database_format)
