"""Refuses posted rich text that cannot be read with a message, not with an error 500.

Wagtail 7.4.4: `DraftailRichTextArea.value_from_datadict` converts whatever was posted, and an
error in it (no JSON, another shape, too deep) becomes a 500. Here such a value becomes one null
character, which every `CharField` refuses; `ProseBlock` shows a better message.

Delete this module when Wagtail refuses such a value itself.
"""

import logging
from typing import Any

from wagtail.admin.rich_text.editors.draftail import DraftailRichTextArea

from reports.content.blocks.words import UNREADABLE
from reports.content.wagtail_patches.replacing import replace_method

logger = logging.getLogger(__name__)


def value_from_datadict(self: Any, data: Any, files: Any, name: str) -> str | None:
    """Return the posted text as stored HTML, or `UNREADABLE`."""
    posted = data.get(name)
    if posted is None:
        return None
    try:
        html: str = self.converter.to_database_format(posted)
    except Exception as cause:  # whatever the fault, it is the client's
        logger.info("Rich text could not be read: %s.", type(cause).__name__)
        return UNREADABLE
    return html


def apply() -> None:
    replace_method(DraftailRichTextArea, value_from_datadict)
