"""Every element that rich text may hold, alone and within every other, as `TAGS` lists them."""

from reports.core.text import citations, notes
from reports.core.text.rich_text import TAGS

AROUND = {
    "li": "<ul>{}</ul>",
    "dt": "<dl>{}</dl>",
    "dd": "<dl>{}</dl>",
    "caption": "<table>{}</table>",
    "thead": "<table>{}</table>",
    "tbody": "<table>{}</table>",
    "tfoot": "<table>{}</table>",
    "tr": "<table><tbody>{}</tbody></table>",
    "td": "<table><tbody><tr>{}</tr></tbody></table>",
    "th": "<table><tbody><tr>{}</tr></tbody></table>",
}
WITHIN = {
    "ul": "<li>{}</li>",
    "ol": "<li>{}</li>",
    "dl": "<dt>{}</dt>",
    "table": "<tr><td>{}</td></tr>",
    "thead": "<tr><th>{}</th></tr>",
    "tbody": "<tr><td>{}</td></tr>",
    "tfoot": "<tr><td>{}</td></tr>",
    "tr": "<td>{}</td>",
}
ATTRIBUTES = {
    "a": ' href="https://example.org/?a=1&amp;b=2"',
    "abbr": ' title="Le long"',
    "ol": ' start="3"',
    "td": ' colspan="2"',
    "th": ' scope="row"',
    "span": ' lang="en"',
}
ELEMENTS = sorted(TAGS - {notes.ELEMENT})
PUBLIC = ["data" if tag == citations.ELEMENT else tag for tag in ELEMENTS]
"""The elements as answers have them."""


def write_element(tag: str, words: str) -> str:
    """Return an element of HTML that holds words, within what it must stand in."""
    if tag == "br":
        return f"{words}<br>{words}bis"
    inner = WITHIN.get(tag, "{}").format(words)
    return AROUND.get(tag, "{}").format(f"<{tag}{ATTRIBUTES.get(tag, '')}>{inner}</{tag}>")


def write_pair(outer: str, inner: str) -> str:
    """Return an element in the midst of the words of another."""
    return write_element(outer, f"avant {write_element(inner, 'dedans')} après")


RICH_TEXTS = {
    "bare": "dedans",
    **{tag: write_element(tag, "dedans") for tag in PUBLIC},
    **{f"{inner} in {outer}": write_pair(outer, inner) for outer in PUBLIC for inner in PUBLIC},
}
"""Public rich text by the name of its case."""
