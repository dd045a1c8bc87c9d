"""Finds the comments of exported reports in a file, each alone on its line."""

import re
from collections.abc import Sequence

from markdown_it.token import Token

from reports.core.refusal import Refusal
from reports.exchange.importing.comments.comment import BlockComment, parse_comment

MARKER = "data-bilan"
"""The attribute of the element that stands for a comment in the tree: its rank in the file."""
COMMENT = re.compile(r"\A {0,3}<!--\s*+bilan\s*+:((?:(?!-->).)*+)-->[ \t]*+\n?\Z", re.DOTALL)
NAMED = re.compile(r"<!--\s*+bilan\s*+:")
MISPLACED = (
    "un commentaire « bilan » se tient seul sur sa ligne, précédé d’une ligne vide, hors de toute "
    "liste et de tout élément HTML, et finit par « --> » sur cette ligne."
)


def place_markers(
    tokens: Sequence[Token], numbers: Sequence[int], file: str, line_attribute: str
) -> list[BlockComment]:
    """Replace each comment by an element that marks its place; return the comments in order.

    Raises `Refusal` for a comment that is damaged or in a wrong place.
    """
    comments: list[BlockComment] = []
    for token in tokens:
        place = token.map[0] if token.map else 0
        line = numbers[min(place, len(numbers) - 1)]
        if token.type == "html_block" and token.level == 0:
            found = COMMENT.match(token.content)
            if found:
                comment = parse_comment(found[1], file, line)
                rank = len(comments)
                comments.append(comment)
                token.content = f'<hr {MARKER}="{rank}" {line_attribute}="{line}">\n'
                continue
        if token.type == "html_block" and (misplaced := NAMED.search(token.content)):
            raise refuse(file, line + token.content.count("\n", 0, misplaced.start()))
        for child in token.children or ():
            if child.type == "html_inline" and NAMED.search(child.content):
                raise refuse(file, line)
    return comments


def refuse(file: str, line: int) -> Refusal:
    return Refusal(f"{file}, ligne {line} : {MISPLACED}")
