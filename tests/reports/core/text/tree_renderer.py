"""HTML of the nodes of a rich text, as `docs/frontend.md` has frontends render them."""

from collections.abc import Sequence
from html import escape

from reports.core.text.public_links import PublicLink
from reports.core.text.rich_text_tree import NodeKind, TreeNode


def render(nodes: Sequence[TreeNode], links: Sequence[PublicLink]) -> str:
    """Return the HTML, children after one another in the order of the list."""
    below: dict[int | None, list[int]] = {}
    for place, node in enumerate(nodes):
        below.setdefault(node.parent, []).append(place)

    def write(parent: int | None) -> str:
        return "".join(write_node(place) for place in below.get(parent, ()))

    def write_node(place: int) -> str:
        node = nodes[place]
        if node.kind is NodeKind.TEXT:
            return escape(node.text, quote=False)
        name = node.kind.value
        lang = f' lang="{escape(node.lang)}"' if node.lang else ""
        href = f' href="{escape(links[node.link].href)}"' if links and node.link is not None else ""
        if node.kind is NodeKind.BR:
            return "<br>"
        return f"<{name}{href}{lang}>{write(place)}</{name}>"

    return write(None)
