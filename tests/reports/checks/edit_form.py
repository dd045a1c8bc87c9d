"""What the edit form of a report posts."""

import json
from typing import Any

from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield


def build_form(*texts: str) -> dict[str, str]:
    """A body of paragraphs, and nothing else."""
    blocks = streamfield([("paragraph", {"text": to_draftail(text)}) for text in texts])
    for rank in range(len(texts)):
        blocks[f"{rank}-id"] = f"p{rank}"
    data: dict[str, Any] = {"body": blocks, "title": "Bilan 2024", "slug": "2024", "year": "2024"}
    data["language"] = "fr"
    data["currency"] = "EUR"
    data |= dict.fromkeys(("hero_title", "source_document", "seo_title", "search_description"), "")
    data |= {"introduction": "null", "go_live_at": "", "expire_at": ""}
    return nested_form_data(data | {"comments": inline_formset([])})


def to_draftail(text: str) -> str:
    block = {"text": text, "type": "unstyled", "key": "a", "depth": 0}
    block |= {"inlineStyleRanges": [], "entityRanges": []}
    return json.dumps({"blocks": [block], "entityMap": {}})
