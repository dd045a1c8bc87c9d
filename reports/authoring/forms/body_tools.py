"""The tools of the body's form, with their scripts and URLs: replace, cite, convert, outline."""

from django.urls import reverse

from reports.content.folding.body_tools import BodyTool


def find_replace_url(page_id: int | None) -> str:
    return reverse("bilan_replace", args=[page_id]) if page_id else reverse("bilan_replace_new")


def find_convert_url(page_id: int | None) -> str:
    return reverse("bilan_convert", args=[page_id]) if page_id else reverse("bilan_convert_new")


def find_propose_url(page_id: int | None) -> str:
    return reverse("bilan_propose", args=[page_id]) if page_id else ""


def find_correct_url(page_id: int | None) -> str:
    return reverse("bilan_correct", args=[page_id]) if page_id else ""


REPLACE = BodyTool("replace", "replacements/opening", ("replacements/dialog",), find_replace_url)
PROPOSE = BodyTool("propose", "citations/proposing", ("citations/notice",), find_propose_url)
CORRECT = BodyTool("correct", "citations/correcting", (), find_correct_url)
CONVERT = BodyTool("convert", "conversions/opening", ("conversions/dialog",), find_convert_url)
CITED_LINES = BodyTool("lines", "citations/lines", ("citations/citations",))
OUTLINE = BodyTool("outline", "outline/outline", ("outline/outline",))
TOOLS = (REPLACE, PROPOSE, CORRECT, CITED_LINES, CONVERT, OUTLINE)
