"""Registers scripts that other apps add to the form of a body, and the URLs that they request."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

FindUrl = Callable[[int | None], str]


@dataclass(frozen=True)
class BodyTool:
    """An ES module and styles, as paths below `reports/` without their suffixes.

    `find_url` returns the URL that the module requests for a report, or for a report that is not
    saved yet. The module reads it from the attribute `data-bilan-<name>`.
    """

    name: str
    script: str
    styles: tuple[str, ...]
    find_url: FindUrl | None = None


_tools: dict[str, BodyTool] = {}


def register_body_tool(tool: BodyTool) -> None:
    """Add a tool to every body, when apps are ready. Its script follows those registered before."""
    _tools[tool.name] = tool


def list_body_tools() -> Iterator[BodyTool]:
    yield from _tools.values()


def list_urls(page_id: int | None) -> dict[str, str]:
    """Return the addresses that tools ask for a report, by the names of the tools."""
    return {tool.name: tool.find_url(page_id) for tool in _tools.values() if tool.find_url}
