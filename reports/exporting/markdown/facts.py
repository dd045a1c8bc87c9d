"""Facts as lines: words, the figure, words."""

from reports.document.facts import Fact, ListedFact
from reports.exporting.markdown.escaping import (
    escape_inline,
    escape_line,
    join_words,
    write_link,
)


def write_fact(fact: Fact) -> str:
    """Return a fact on one line; its link is on the words after the figure, else on all."""
    return write_words((fact.before, fact.figure.raw, fact.after), fact.url)


def write_listed_fact(fact: ListedFact) -> str:
    """Return a line whose lead is in bold."""
    words = write_words((fact.before, fact.figure.raw, fact.after), fact.url, not fact.lead.strip())
    lead = escape_inline(fact.lead).strip(" ")
    return join_words(f"**{lead}**" if lead else "", words)


def write_words(parts: tuple[str, str, str], url: str, is_line: bool = True) -> str:
    before, figure, after = parts
    if not url:
        return (escape_line if is_line else escape_inline)(join_words(*parts)).strip(" ")
    if after.strip():
        words = write_words((before, figure, ""), "", is_line)
        return join_words(words, write_link(escape_inline(after).strip(" "), url))
    return write_link(escape_inline(join_words(*parts)).strip(" "), url)
