"""Rich text as nodes: the same words, in the same elements, as the HTML that browsers read."""

import re
import time

import pytest
from bs4 import BeautifulSoup, NavigableString, Tag
from hypothesis import example, given
from hypothesis import strategies as st

from reports.core.text import citations, notes
from reports.core.text.rich_text import TAGS, resolve_links
from reports.core.text.rich_text_tree import KINDS, MAX_NESTING, NodeKind, TreeNode, build_tree

from .tree_renderer import render

OLD_NAMES = {"b": "strong", "i": "em"}
ROWS = {"page": {3: "/bilan/2023/"}}
SPACE = re.compile(r"[ \t\r\n\f]+")
BLOCKS = {
    *("p", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre"),
    *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"),
}


def tree(html: str) -> tuple[TreeNode, ...]:
    return build_tree(resolve_links(html, ROWS))


def outline(html: str) -> tuple[list[str], list[str]]:
    """Elements and words in order, less white space; and the words of each line as readers see
    them, white space included.
    """
    soup = BeautifulSoup(html, "html.parser")
    for element in soup.find_all(True):
        element.name = OLD_NAMES.get(element.name, element.name)
    pieces: list[str] = []
    lines = [""]

    def walk(element: Tag) -> None:
        for child in element.children:
            if isinstance(child, Tag):
                lines.extend([""] * (child.name in BLOCKS))
                pieces.append(f"<{child.name} {child.get('lang', '')}>")
                walk(child)
                pieces.append(f"</{child.name}>")
                lines.extend([""] * (child.name in BLOCKS))
            elif isinstance(child, NavigableString):
                pieces.append(SPACE.sub(" ", child).strip(" "))
                lines[-1] += child

    walk(soup)
    shown = (SPACE.sub(" ", line).strip(" ") for line in lines)
    return [*filter(None, pieces)], [*filter(None, shown)]


def test_every_element_that_sanitising_leaves_has_a_kind() -> None:
    written = TAGS - {notes.ELEMENT, citations.ELEMENT} | {"data"}  # links and citations
    assert KINDS.keys() - {"text"} == written


def test_a_paragraph_with_a_link_and_one_that_is_hidden() -> None:
    html = (
        '<p>Voir <a linktype="page" id="3">le <b>bilan</b></a> ou '
        '<a linktype="page" id="9">caché</a>.<br/>Fin <span lang="en">end</span></p>'
    )

    assert tree(html) == (
        TreeNode(NodeKind.P),
        TreeNode(NodeKind.TEXT, 0, "Voir "),
        TreeNode(NodeKind.A, 0, link=0),
        TreeNode(NodeKind.TEXT, 2, "le "),
        TreeNode(NodeKind.STRONG, 2),
        TreeNode(NodeKind.TEXT, 4, "bilan"),
        TreeNode(NodeKind.TEXT, 0, " ou caché."),
        TreeNode(NodeKind.BR, 0),
        TreeNode(NodeKind.TEXT, 0, "Fin "),
        TreeNode(NodeKind.SPAN, 0, lang="en"),
        TreeNode(NodeKind.TEXT, 9, "end"),
    )


def test_what_attributes_say() -> None:
    assert tree('<ol start="3"><li>a</li></ol>')[0] == TreeNode(NodeKind.OL, start=3)
    assert tree("<ol><li>a</li></ol>")[0] == TreeNode(NodeKind.OL, start=1)
    assert tree('<ol start="x"><li>a</li></ol>')[0] == TreeNode(NodeKind.OL, start=1)
    assert tree('<abbr title="Équivalent">ETP</abbr>')[0].title == "Équivalent"
    cell = tree('<table><tr><th scope="row" colspan="2">a</th><td rowspan="3">b</td></tr></table>')
    assert [(n.scope, n.column_span, n.row_span) for n in cell[3:7]] == [
        *(("row", 2, 1), ("", 1, 1), ("", 1, 3), ("", 1, 1)),
    ]


def test_white_space_between_blocks_is_none_and_that_between_words_is_one() -> None:
    kinds = [(node.kind.name, node.text) for node in tree("<ul>\n <li>a</li>\n</ul>\n<p>b</p>")]
    assert kinds == [("UL", ""), ("LI", ""), ("TEXT", "a"), ("P", ""), ("TEXT", "b")]

    words = [node.text for node in tree("<p><b>a</b> <i>b</i>\n  c&nbsp;d</p>") if node.text]
    assert words == ["a", " ", "b", " c\u00a0d"]


def test_every_space_counts_in_what_is_preformatted() -> None:
    assert tree("<pre>a\n  b</pre>")[1].text == "a\n  b"


ODD = [
    "<p>a<p>b",
    "<b>a<p>b</b>c</p>",
    "<b><i>a</b>b</i>",
    "</p></li>a",
    "<li>a<li>b",
    "<table>a<tr><td>b<p>c</table>d",
    "<a href='/x'>a<a href='/y'>b</a>c</a>",
    "<script>alert(1)</script>a<!-- c --><style>p{}</style>",
    "a &lt;b&gt; &amp;amp; &#60;",
    "<q>a</q> <kbd>b</kbd> <dl><dt>c</dt><dd>d</dd></dl>",
    "<p>a<div>b</div>c</p>",
    "<svg><p>a</p></svg><math><mi>b</mi></math>",
    "<sup>1</sup><sub>2</sub> <s>x</s> <del>y</del> <ins>z</ins> <small>p</small>",
]


@pytest.mark.parametrize("html", ODD)
def test_odd_html_is_what_its_sanitised_form_is(html: str) -> None:
    public = resolve_links(html, {})

    assert outline(render(build_tree(public), ())) == outline(strip_links(public))


def strip_links(html: str) -> str:
    """HTML without what a tree alone does not know: addresses."""
    return re.sub(r"<a [^>]*>", "<a>", html)


PIECES = st.sampled_from(
    [
        *(f"<{tag}>" for tag in sorted(TAGS)),
        *(f"</{tag}>" for tag in sorted(TAGS)),
        *("a", " ", "\n", "&amp;", "<", "é\u00a0", '<a href="/x">', '<span lang="en">', "<!--"),
    ]
)


@given(st.lists(PIECES, max_size=25).map("".join))
@example("<p> <b> </b> </p>")
@example("<b> <p>a</p> </b>")
def test_any_html_has_the_tree_of_its_sanitised_form(html: str) -> None:
    public = resolve_links(html, {})
    if "<pre" in public:  # html.parser and browsers differ on its first line
        return
    assert outline(render(build_tree(public), ())) == outline(strip_links(public))


def test_parents_come_before_what_is_in_them_and_depth_has_an_end() -> None:
    html = "".join('<span lang="en">x' for _ in range(2_900))
    started = time.perf_counter()
    nodes = tree(html)

    assert time.perf_counter() - started < 5
    assert sum(node.kind is NodeKind.SPAN for node in nodes) == MAX_NESTING
    assert "".join(node.text for node in nodes) == "x" * 2_900
    assert all(node.parent is None or node.parent < place for place, node in enumerate(nodes))


def test_a_link_that_is_too_deep_counts_among_the_links_all_the_same() -> None:
    deep = '<span lang="en">' * MAX_NESTING + '<a href="/x">x</a>' + "</span>" * MAX_NESTING
    nodes = tree(f'{deep}<a href="/y">y</a>')

    assert [node.link for node in nodes if node.kind is NodeKind.A] == [1]
