"""What a block is, is declared on its node: modules that ask for classes of blocks are few."""

import ast
from collections.abc import Iterator
from pathlib import Path

from wagtail import blocks as wagtail_blocks

from reports.core import document
from reports.core.document import block, facts, group, node
from reports.core.document.body import FAMILIES

ROOT = Path(__file__).resolve().parents[4]
OWNERS = (
    *("reports/core/document/", "reports/content/blocks/", "reports/content/tables/"),
    "reports/core/conversion/",
)
"""The packages that know the classes of blocks and nodes, or make one of another."""


def is_class_of_blocks(name: str) -> bool:
    return name in NODES or name.endswith("Block")


NODES = {
    name
    for module in (block, facts, group, node, *FAMILIES)
    for name, value in vars(module).items()
    if isinstance(value, type) and issubclass(value, node.Node)
}

VISITORS = {
    "graphql/reports_graphql/types/blocks/block.py": 1,  # headings have an anchor of their own
    "reports/content/charts/prerender.py": 1,  # draws charts
    "reports/checks/admin/budget_totals.py": 1,  # adds up what is typed
    "reports/exchange/archives/reading/content.py": 1,  # kinds that this release lacks
    "reports/exchange/archives/reading/versions.py": 1,  # drawings are of charts
    "reports/core/reading/cards.py": 1,  # growth is of comparison cards
    "reports/core/reading/visitor.py": 1,  # awards are of a round
    "reports/checks/rules/pictures.py": 3,  # a transcription ends where something else begins
    "reports/exchange/exporting/markdown/captions.py": 1,  # the data of a chart have its title
    "reports/content/folding/bodies.py": 1,  # of the forms, those of blocks
    "reports/content/folding/summary.py": 8,  # what a form shows of a value
    "reports/exchange/importing/block_counts.py": 1,  # groups are counted by what they gather
    "reports/exchange/importing/loss.py": 1,  # readers need no alternative of a decorative picture
    "reports/publishing/versions/drawings.py": 1,  # keeps the drawings of charts
    "reports/content/media/stored_files.py": 1,  # the model of a picture, no block
    "reports/core/figure_addresses/places.py": 3,  # any node
    "reports/core/figure_addresses/words.py": 1,  # headings have their number
    "reports/content/records/quoted_values.py": 1,  # any node, or a row
    "reports/authoring/rollforward/repeated_values.py": 2,  # titles say of which year
    "reports/content/search/entries.py": 1,  # headings give passages their title
}
"""How often each other module asks, and why it may."""


def dispatches(tree: ast.AST) -> Iterator[str]:
    """Yield the classes of blocks and nodes that a module chooses by."""
    for found in ast.walk(tree):
        if isinstance(found, ast.MatchClass):
            asked = [found.cls]
        elif (
            isinstance(found, ast.Call)
            and isinstance(found.func, ast.Name)
            and found.func.id in ("isinstance", "issubclass")
        ):
            asked = [found.args[1]]
        elif isinstance(found, ast.Call) and ast.unparse(found.func).endswith(".register"):
            asked = list(found.args)
        else:
            continue
        for each in asked:
            for name in ast.walk(each):
                last = name.attr if isinstance(name, ast.Attribute) else getattr(name, "id", "")
                if is_class_of_blocks(last):
                    yield last


def test_only_declared_visitors_choose_by_class():
    found: dict[str, int] = {}
    for root in ("reports", "graphql/reports_graphql", "cms"):
        for path in sorted((ROOT / root).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            if name.startswith(OWNERS):
                continue
            if classes := list(dispatches(ast.parse(path.read_text()))):
                found[name] = len(classes)
    assert found == VISITORS


def test_the_test_knows_classes_of_nodes_and_of_blocks():
    assert {"Heading", "Fact", "Chart", "ImpactCard", "UnknownBlock"} <= NODES
    assert is_class_of_blocks(wagtail_blocks.ListBlock.__name__)
    assert document.read([]).blocks == ()
