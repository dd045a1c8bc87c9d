"""Rich text of any nesting becomes blocks that hold words, and no words that hold blocks."""

import pytest

from cms.pdf.flow import BLOCKS, LISTS, arrange_flow
from cms.pdf.nodes import Node, iterate_nodes, read_nodes
from tests.cms.matrix.rich_texts import RICH_TEXTS


def show(node: Node) -> str:
    if node["kind"] == "text":
        return str(node["text"])
    return f"{node['kind']}({' '.join(map(show, node['children']))})"


@pytest.mark.parametrize(
    ("html", "flow"),
    [
        ("", []),
        ("<p></p>", []),
        ("mot", ["p(mot)"]),
        ("<p>un <b>deux</b></p><p>trois</p>", ["p(un  strong(deux))", "p(trois)"]),
        ("<p>avant<ul><li>un</li></ul>après</p>", ["p(avant)", "ul(li(un))", "p(après)"]),
        (
            "<b>un<p>deux <i>trois</i></p>quatre</b>",
            ["p(strong(un))", "p(strong(deux ) strong(em(trois)))", "p(strong(quatre))"],
        ),
        (
            "<ul>hors<li><p>un</p><ol><li>deux</li></ol></li></ul>",
            ["ul(li(hors) li(p(un) ol(li(deux))))"],
        ),
        ("<li>seul</li>", ["p(seul)"]),
        (
            "<dl><dt>mot</dt><dd>sens<ul><li>un</li></ul></dd></dl>",
            ["p(strong(mot))", "p(sens)", "ul(li(un))"],
        ),
        ("<table><tr><td>un</td><td>deux</td></tr></table>", ["p(un  \u2002 deux)"]),
        ("<table><tr><td>un<ul><li>deux</li></ul></td></tr></table>", ["p(un)", "ul(li(deux))"]),
        (
            "<blockquote>un<ul><li>deux</li></ul></blockquote>",
            ["blockquote(p(un) ul(li(deux)))"],
        ),
    ],
)
def test_blocks_stand_below_words(html: str, flow: list[str]) -> None:
    assert [show(node) for node in arrange_flow(read_nodes(html))] == flow


def test_a_link_around_blocks_leads_from_each() -> None:
    words = [{"kind": "text", "text": text, "children": []} for text in ("un", "deux")]
    blocks = [{"kind": "p", "children": [each]} for each in words]
    flow = arrange_flow([{"kind": "a", "href": "/x", "children": blocks}])

    assert [show(node) for node in flow] == ["p(a(un))", "p(a(deux))"]
    assert [node["children"][0]["href"] for node in flow] == ["/x", "/x"]


def test_a_language_stays_with_the_words() -> None:
    (paragraph,) = arrange_flow(read_nodes('<dl lang="en"><dd>open data</dd></dl>'))
    assert paragraph["lang"] == "en"


def test_no_nesting_of_any_two_elements_leaves_a_block_within_words() -> None:
    for name, html in RICH_TEXTS.items():
        tree = read_nodes(html)
        flow = arrange_flow(tree)
        assert words(flow) == words(tree), name
        for node in iterate_nodes(flow):
            below = {child["kind"] in BLOCKS for child in node["children"]}
            if node["kind"] in LISTS:
                assert {child["kind"] for child in node["children"]} <= {"li"}, name
            elif node["kind"] not in ("li", "blockquote"):
                assert True not in below, (name, show(node))


def words(nodes: list[Node]) -> str:
    texts = "".join(node.get("text", "") for node in iterate_nodes(nodes))
    return "".join(texts.split())
