"""Facts of HTML that readers of rich text and of files share."""

VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
MAX_DEPTH = 400  # elements in each other; beyond, a parser would drop words in silence
