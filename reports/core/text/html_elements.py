"""Constants of HTML that several parsers share: void elements, and the deepest nesting."""

VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
MAX_DEPTH = 400  # elements in each other; beyond, a parser would drop words in silence
