"""Scripts that apps above this one add to the form of a body, and the addresses that they ask."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

FindUrl = Callable[[int | None], str]


@dataclass(frozen=True)
class BodyTool:
    """An ES module and styles below `reports/`, without their endings.

    `find_url` returns the address that they ask for a report, or for one that nobody has saved
    yet. The module finds it in the attribute `data-bilan-<name>`.
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
