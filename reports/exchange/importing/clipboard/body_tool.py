"""Registers the scripts of the body's form that ask the server for the blocks of a clipboard.

Without them, content is pasted into the cell or text where the caret is.
"""

from django.urls import reverse

from reports.content.folding.body_tools import BodyTool


def find_paste_url(page_id: int | None) -> str:
    return reverse("bilan_paste", args=[page_id]) if page_id else reverse("bilan_paste_new")


PASTE = BodyTool("paste", "folding/pasting", ("folding/pasting",), find_paste_url)
