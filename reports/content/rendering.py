"""Renders a report to the texts that readers get, with the renderer that is registered at start-up.

Imports and exports compare words with this text. They may not import the GraphQL package that
answers readers, so that package registers its renderer here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reports.content.models import AnnualReportPage


@dataclass(frozen=True)
class RenderedBlock:
    """The texts of a block in the order in which readers get them.

    `with_data` has the same texts, with the data of a chart after its title.
    """

    texts: tuple[str, ...]
    with_data: tuple[str, ...]


@dataclass(frozen=True)
class RenderedReport:
    """A report as readers get it: its title, its blocks by id, and its notes by id.

    In the texts, the marks of notes are written as exported files print them.
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
