"""Writes the table of blocks in the guide for frontends, from `schema.graphql`.

`python -m reports_graphql.block_table FILE` replaces the table in FILE; `make schema` calls it.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from graphql import GraphQLInterfaceType, GraphQLUnionType, build_schema

from reports_graphql.contract import FOLDER

ROWS = re.compile(r"(?<=^\|---\|---\|---\|\n)(?:\| `\w+Block`.*\n)+", re.MULTILINE)


def list_rows(sdl: str) -> Iterator[str]:
    """Yield a row for each member of `ReportBlock`; a star says that plain pages have it too."""
    types = build_schema(sdl).type_map
    union, plain, block = types["ReportBlock"], types["ContentBlock"], types["Block"]
    assert isinstance(union, GraphQLUnionType)
    assert isinstance(plain, GraphQLUnionType)
    assert isinstance(block, GraphQLInterfaceType)
    for member in union.types:
        star = " *" if member in plain.types else ""
        fields = ", ".join(f"`{name}`" for name in member.fields if name not in block.fields)
        yield f"| `{member.name}`{star} | {member.description} | {fields} |\n"


def write_table(file: Path) -> None:
    sdl = (FOLDER / "schema.graphql").read_text(encoding="utf-8")
    text, count = ROWS.subn("".join(list_rows(sdl)), file.read_text(encoding="utf-8"))
    assert count == 1, "the guide has one table of blocks"
    file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_table(Path(sys.argv[1]))
