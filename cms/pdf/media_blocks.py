"""Converts pictures and downloads to elements."""

from typing import Any

from cms.frontend.templatetags.bilan import file_size, language_name
from cms.pdf.elements import Setter, paragraph
from cms.pdf.nodes import Element, link, text

Block = dict[str, Any]


def picture(setter: Setter, block: Block) -> list[Element]:
    shown = block["picture"]
    if shown is None:
        words = block["caption"] or block["alt"]
        return [paragraph(text(words))] if words else []
    caption = " – ".join(filter(None, (block["caption"], shown["credit"])))
    return [
        {
            "kind": "picture",
            "svg": "",
            "picture": shown,
            "alt": block["alt"],
            "caption": caption,
        }
    ]


def download(setter: Setter, block: Block) -> list[Element]:
    document = block["document"]
    if document is None:
        words = f"{block['title']} (fichier indisponible)"
        return [paragraph(text(words))] if block["title"] else []
    pages = document["pages"]
    details = [
        document["format"],
        file_size(document["size"]),
        f"{pages} page{'s' if pages > 1 else ''}" if pages else "",
        language_name(document["language"]) if document["language"] else "",
    ]
    words = " – ".join(filter(None, details))
    address = setter.address(document["url"])
    return [paragraph(link(block["title"], address), text(f" ({words})"))]
