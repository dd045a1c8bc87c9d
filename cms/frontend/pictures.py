"""Formats pictures of the graph: the addresses of their renditions, and their legends."""

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
    """Return the renditions of a picture as `srcset`, each width once."""
    by_width = {rendition["width"]: rendition["url"] for rendition in picture["renditions"]}
    return ", ".join(f"{url} {width}w" for width, url in sorted(by_width.items()))


def picture_path(csv: str, kind: str) -> str:
    """Return the path of a chart's picture of a kind, derived from the path of its CSV file."""
    folder, _, file = csv.rpartition("/donnees/")
    return f"{folder}/graphiques/{file.removesuffix('csv')}{kind}"


def picture_legend(block: dict[str, Any]) -> str:
    """Return the text under a picture: its caption and its credit."""
    return " – ".join(filter(None, (block["caption"], block["picture"]["credit"])))
