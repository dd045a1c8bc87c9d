"""The texts that readers get of a report, from the renderer that is registered at start-up.

Imports and exports count words where readers read them. They stand below what answers readers, so
that registers itself.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reports.content.models import AnnualReportPage


@dataclass(frozen=True)
class RenderedBlock:
    """The texts of a block in the order in which readers get them.

    `with_data` are the same, with the data of a chart after its title.
    """

    texts: tuple[str, ...]
    with_data: tuple[str, ...]


@dataclass(frozen=True)
class RenderedReport:
    """A report as readers get it: its title, its blocks by their ids, its notes by theirs.

    In texts, the marks of notes stand as files print them.
    """

    title: str
    blocks: Mapping[str, RenderedBlock]
    notes: Mapping[str, str]


Renderer = Callable[[AnnualReportPage], RenderedReport]
RENDERERS: list[Renderer] = []


def register_renderer(renderer: Renderer) -> None:
    """Have `renderer` say what readers get of a draft. Call it at start-up: the last one counts."""
    RENDERERS.append(renderer)


def render_report(report: AnnualReportPage) -> RenderedReport:
    return RENDERERS[-1](report)
