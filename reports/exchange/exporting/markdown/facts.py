"""Writes facts as lines of Markdown: words, the figure, words."""

from reports.core.document.node import LINE, Node
from reports.core.figures import Figure
from reports.exchange.exporting.markdown.escaping import (
    escape_inline,
    escape_line,
    join_words,
    write_link,
)


def write_fact(fact: Node) -> str:
    """Return the words and the figure of a fact on one line, with the lead in bold.

    A link is on the words after the figure, or on the whole line if there are none.
    """
    lead, before, figure, after, url = list_words(fact)
    words = write_words((before, figure, after), url, not lead.strip())
    lead = escape_inline(lead).strip(" ")
    return join_words(f"**{lead}**" if lead else "", words)


def list_words(fact: Node) -> list[str]:
    """Return the words of a node around its figure, that as typed, and their address."""
    values = (getattr(fact, name, "") for name in (*LINE, "url"))
    return [each.raw if isinstance(each, Figure) else each for each in values]


def write_words(parts: tuple[str, str, str], url: str, is_line: bool = True) -> str:
    before, figure, after = parts
    if not url:
        return (escape_line if is_line else escape_inline)(join_words(*parts)).strip(" ")
    if after.strip():
        words = write_words((before, figure, ""), "", is_line)
        return join_words(words, write_link(escape_inline(after).strip(" "), url))
    return write_link(escape_inline(join_words(*parts)).strip(" "), url)
