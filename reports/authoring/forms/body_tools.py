"""The tools of the body's form, with their scripts and URLs: replace, convert and outline."""

from django.urls import reverse

from reports.content.folding.body_tools import BodyTool


def find_replace_url(page_id: int | None) -> str:
    return reverse("bilan_replace", args=[page_id]) if page_id else reverse("bilan_replace_new")


def find_convert_url(page_id: int | None) -> str:
    return reverse("bilan_convert", args=[page_id]) if page_id else reverse("bilan_convert_new")


REPLACE = BodyTool("replace", "replacements/opening", ("replacements/dialog",), find_replace_url)
CONVERT = BodyTool("convert", "conversions/opening", ("conversions/dialog",), find_convert_url)
OUTLINE = BodyTool("outline", "outline/outline", ("outline/outline",))
