"""Recognises glossaries in paragraphs: each a term in bold and its definition.

The title above says that it is a glossary.
"""

import re
from collections.abc import Sequence
from typing import Any

from reports.core.text.rich_text import plain
from reports.core.text.vocabulary import get_vocabulary
from reports.exchange.importing.draft import Draft, Named

LINE = re.compile(
    r"<p>\s*<(?P<tag>b|strong)>(?P<term>[^<>:]{1,80}?)\s*(?::\s*</(?P=tag)>|</(?P=tag)>\s*[:–—-])"
    r"\s*(?P<said>(?:(?!</?p>).)+?)</p>\s*",
    re.DOTALL,
)
MIN_TERMS = 2  # in one glossary


def define_terms(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with the paragraphs of glossaries as definitions."""
    found: list[Draft] = []
    heading = ""
    for draft in drafts:
        if draft.kind == "heading":
            heading = draft.value["text"]
        items = read_terms(draft) if get_vocabulary().glossary.are_in(heading.lower()) else []
        found.append(Draft("definitions", draft.line, {"items": items}) if items else draft)
    return found


def read_terms(draft: Draft) -> list[dict[str, Any]]:
    """Return the definitions of a paragraph block that consists of nothing else."""
    if draft.kind != "paragraph" or draft.is_commented or draft.note or draft.printed:
        return []
    html = str(draft.value.get("text") or "")
    lines = list(LINE.finditer(html))
    if len(lines) < MIN_TERMS or "".join(line[0] for line in lines) != html:
        return []
    return [define(line, draft.line) for line in lines]


def define(line: re.Match[str], number: int) -> dict[str, Any]:
    name, definition = plain(line["term"]).strip(), f"<p>{line['said'].strip()}</p>"
    named = Named("term", name, fields=(("definition", plain(definition)),), line=number)
    return {"name": name, "definition": definition, "term": named}
