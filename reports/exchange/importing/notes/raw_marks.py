"""Resolves the marks of notes that are written as elements, in raw HTML and exported comments.

An export writes the label of a note there, as in `[^1]`. The id of the note may be another: `[^1]:
… {#id}`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from markdown_it.token import Token

from reports.core.text.notes import ELEMENT
from reports.exchange.importing.comments.comment import BlockComment

MARK = re.compile(rf'(<{ELEMENT} id=")([\w-]{{1,64}})(?=")', re.ASCII)

Labels = Mapping[str, str]
"""The ids of notes by their labels."""


def name_raw_marks(tokens: Sequence[Token], labels: Labels) -> None:
    """Replace labels by ids in the marks that raw HTML has."""
    for token in tokens:
        if token.type in ("html_block", "html_inline"):
            token.content = name_marks(token.content, labels)
        name_raw_marks(token.children or (), labels)


def name_comment_marks(comment: BlockComment, labels: Labels) -> BlockComment:
    """Return a comment with ids in place of labels in the marks of its rich text."""
    return replace(comment, data=name_marks_within(comment.data, labels))


def name_marks_within(value: Any, labels: Labels) -> Any:
    if isinstance(value, dict):
        return {name: name_marks_within(each, labels) for name, each in value.items()}
    if isinstance(value, list):
        return [name_marks_within(each, labels) for each in value]
    return name_marks(value, labels) if isinstance(value, str) else value


def name_marks(html: str, labels: Labels) -> str:
    if ELEMENT not in html:
        return html
    return MARK.sub(lambda mark: mark[1] + labels.get(mark[2].casefold(), mark[2]), html)
