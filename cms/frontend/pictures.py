"""Pictures of the graph: addresses of their sizes, and the words under them."""

from typing import Any


def largest_rendition(picture: dict[str, Any]) -> str:
    """Return the address of the largest rendition of a picture, or of the picture itself."""
    renditions = picture["renditions"]
    return renditions[-1]["url"] if renditions else picture["url"]


def smallest_rendition(picture: dict[str, Any]) -> str:
    """Return the address of the smallest rendition of a picture, or of the picture itself."""
    renditions = picture["renditions"]
    return renditions[0]["url"] if renditions else picture["url"]


def picture_sources(picture: dict[str, Any]) -> str:
    """The renditions of a picture as `srcset`, each width once."""
    by_width = {rendition["width"]: rendition["url"] for rendition in picture["renditions"]}
    return ", ".join(f"{url} {width}w" for width, url in sorted(by_width.items()))


def picture_path(csv: str, kind: str) -> str:
    """Return the path of a chart as a picture of a kind, from that of its data."""
    folder, _, file = csv.rpartition("/donnees/")
    return f"{folder}/graphiques/{file.removesuffix('csv')}{kind}"


def picture_legend(block: dict[str, Any]) -> str:
    """Return the text under a picture: its caption, and whom it is owed to."""
    return " – ".join(filter(None, (block["caption"], block["picture"]["credit"])))
