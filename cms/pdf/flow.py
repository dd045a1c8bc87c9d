"""Rearranges rich text so that no block is nested within words, as Typst requires.

Sanitised HTML may nest its elements in any way, because people paste it. Typst refuses or ignores a
list within a paragraph, and browsers show it below, as is done here.
"""

from collections.abc import Iterable, Iterator

from cms.pdf.nodes import Node, text

LISTS = {"ul", "ol"}
BLOCKS = LISTS | {
    *("p", "li", "dl", "dt", "dd", "blockquote", "pre", "note"),
    *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"),
}
WITHIN_LINE = " \u2002"  # between the cells of a row that is set as a line


def arrange_flow(nodes: Iterable[Node]) -> list[Node]:
    """Return nodes as paragraphs, lists, quotations and notes; the words keep their order."""
    flow: list[Node] = []
    run: list[Node] = []
    for node in nodes:
        for part in split(node):
            if part["kind"] in BLOCKS:
                flow += close_run(run)
                flow += set_block(part)
            else:
                run.append(part)
    return flow + close_run(run)


def close_run(run: list[Node]) -> list[Node]:
    """Return the paragraph of the words collected before a block, and empty the collection."""
    words = list(run)
    run.clear()
    return [{"kind": "p", "children": words}] if words else []


def split(node: Node) -> Iterator[Node]:
    """Yield an inline element in pieces: its words, and the blocks in it with its formatting."""
    if node["kind"] in BLOCKS or not any(has_block(child) for child in node["children"]):
        yield node
        return
    for child in node["children"]:
        for part in split(child):
            if part["kind"] in BLOCKS:
                yield part | {"children": list(push_down(node, part["children"]))}
            else:
                yield node | {"children": [part]}


def has_block(node: Node) -> bool:
    return node["kind"] in BLOCKS or any(map(has_block, node["children"]))


def push_down(outer: Node, children: list[Node]) -> Iterator[Node]:
    """Yield the children of a block, each wrapped in the inline element that contained the
    block.
    """
    for child in children:
        if child["kind"] in BLOCKS:
            yield child | {"children": list(push_down(outer, child["children"]))}
        else:
            yield from split(outer | {"children": [child]})


def set_block(node: Node) -> list[Node]:
    """Return a block as blocks that the template can typeset."""
    kind, children = node["kind"], node["children"]
    if kind in LISTS:
        return [node | {"children": list(arrange_items(children))}]
    if kind in ("blockquote", "note"):
        return [node | {"children": arrange_flow(children)}]
    if kind == "tr" and is_line(children):
        return arrange_flow(join_cells(children))
    if kind == "dt":
        children = [*split({"kind": "strong", "children": children})]
    return [hand_down(node, block) for block in arrange_flow(children)]


def hand_down(node: Node, block: Node) -> Node:
    """Return a block with the language of the element that contained it."""
    return {"lang": node["lang"], **block} if "lang" in node else block


def arrange_items(children: list[Node]) -> Iterator[Node]:
    """Yield the items of a list; content between items becomes an item."""
    for child in children:
        if child["kind"] == "li":
            yield child | {"children": arrange_item(child["children"])}
        else:
            yield {"kind": "li", "children": arrange_item([child])}


def arrange_item(children: list[Node]) -> list[Node]:
    """Return the content of an item. If it is words only, they are no paragraph: the list stays
    tight.
    """
    flow = arrange_flow(children)
    return flow[0]["children"] + flow[1:] if flow and is_plain(flow[0], children) else flow


def is_plain(first: Node, children: list[Node]) -> bool:
    """Say whether the words with which an item begins had no paragraph of their own."""
    return first["kind"] == "p" and children[0]["kind"] not in BLOCKS


def is_line(cells: list[Node]) -> bool:
    """Say whether the cells of a row only have words, so that the row can be one line."""
    return not any(has_block(inner) for cell in cells for inner in cell["children"])


def join_cells(cells: list[Node]) -> Iterator[Node]:
    for place, cell in enumerate(cells):
        if place:
            yield text(WITHIN_LINE)
        yield from [cell] if cell["kind"] not in ("td", "th") else cell["children"]
