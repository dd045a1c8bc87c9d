"""The example frontends name each text of a block that readers read, so far as their source shows.

A browser and `make clients` run them; this needs neither, and names the field.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reports_graphql.printed_texts import CELL, PLANS, Plan

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
SOURCES = (
    ("frontend/blocks.js", "frontend/elements.js"),
    ("next/components/blocks.tsx", "next/components/table.tsx", "next/components/text.tsx"),
)
DEFINITION = re.compile(
    r'^(?:  (?=\w+Block: )|    case "|(?:export )?(?:async )?(?:const|function) )(\w+)',
    re.MULTILINE,
)
"""The begin of a function, or of the case of a block."""
STRING = re.compile(r'"[^"\n]*"')  # names of classes and elements are no fields
MEMBER = re.compile(r"\.(\w+)\b(?!\()")
DESTRUCTURED = re.compile(r"\{([\w\s,:]*)\}(?=\s*[,):}=])")  # { title, picture: shown }


def read_definitions(sources: tuple[str, ...]) -> dict[str, str]:
    """Return each function, and the case of each block, by its name."""
    found = {}
    for source in sources:
        text = (EXAMPLES / source).read_text(encoding="utf-8")
        starts = list(DEFINITION.finditer(text))
        ends = [*(start.start() for start in starts[1:]), len(text)]
        for start, end in zip(starts, ends, strict=True):
            found[start[1]] = STRING.sub("", text[start.end() : end])
    return found


def list_named(name: str, definitions: dict[str, str], seen: set[str]) -> set[str]:
    """Return the fields that are read in a definition, and in all that it calls."""
    seen.add(name)
    code = definitions[name]
    named = set(MEMBER.findall(code))
    named.update(*(re.findall(r"\w+", names) for names in DESTRUCTURED.findall(code)))
    for called in set(re.findall(r"\w+", definitions[name])) & set(definitions):
        if called not in seen:
            named |= list_named(called, definitions, seen)
    return named


def list_fields(plan: Plan) -> Iterator[str]:
    """Yield the fields of a plan, and those of lists, by the names that a client reads them by."""
    for step in plan:
        if isinstance(step, tuple):
            yield step[0]
            yield from list_fields(step[1] if step[1] != CELL else ["text"])
        else:  # the text of a figure, and the HTML of rich text
            yield from step.replace(".text", ".html").replace("raw", "text").split(".")


@pytest.mark.parametrize("sources", SOURCES, ids=lambda sources: sources[0].split("/")[0])
def test_each_example_names_every_text_of_every_block(sources: tuple[str, ...]) -> None:
    definitions = read_definitions(sources)
    unnamed = []
    for block, plan in PLANS.items():
        named = list_named(block, definitions, set())
        fields = dict.fromkeys(list_fields(plan))
        unnamed += [f"{block}.{field}" for field in fields if field not in named]

    assert unnamed == []
