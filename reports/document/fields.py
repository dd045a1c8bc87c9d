"""Fields of nodes, by their roles: `title: str = fields.text("Titre")`."""

from dataclasses import field
from typing import Any

from reports.document.part import NextYear, Part, Role
from reports.document.rich_text import RichText
from reports.document.table import Table
from reports.figures import from_stored


def declare(part: Part, empty: Any) -> Any:
    """Return the dataclass field of a part."""
    return field(default=empty, metadata={"part": part})


def text(
    label: str, next_year: NextYear = NextYear.STAYS, default: str = "", heading: str = ""
) -> Any:
    part = Part(Role.TEXT, label, next_year=next_year, default=default, heading=heading)
    return declare(part, "")


def rich_text(label: str, next_year: NextYear = NextYear.STAYS) -> Any:
    return declare(Part(Role.RICH_TEXT, label, next_year=next_year), RichText())


def figure(label: str) -> Any:
    return declare(Part(Role.FIGURE, label, next_year=NextYear.GOES), from_stored(""))


def table(
    label: str,
    rows_refer_to: str = "",
    text_columns: int = 1,
    next_year: NextYear = NextYear.STAYS,
) -> Any:
    part = Part(
        Role.TABLE,
        label,
        refers_to=rows_refer_to,
        text_columns=text_columns,
        next_year=next_year,
        default=None,
    )
    return declare(part, Table())


def address(label: str, next_year: NextYear = NextYear.STAYS) -> Any:
    return declare(Part(Role.ADDRESS, label, next_year=next_year), "")


def reference(label: str, refers_to: str, next_year: NextYear = NextYear.STAYS) -> Any:
    part = Part(Role.REFERENCE, label, refers_to=refers_to, next_year=next_year, default=None)
    return declare(part, None)


def choice(label: str, choices: dict[str, str]) -> Any:
    """Return the field of one of several choices; the first is the default."""
    default = next(iter(choices))
    part = Part(Role.SETTING, label, default=default, choices=choices)
    return declare(part, default)


def setting(
    label: str, reads: Any = str, default: Any = "", next_year: NextYear = NextYear.STAYS
) -> Any:
    empty = () if reads is tuple else default
    part = Part(Role.SETTING, label, reads=reads, default=default, next_year=next_year)
    return declare(part, empty)


def flag(label: str) -> Any:
    """Return the field of a tick, which is not stored where it is not set."""
    part = Part(Role.SETTING, label, reads=bool, default=False, is_optional=True)
    return declare(part, False)


def anchor(label: str, made_of: str) -> Any:
    return declare(Part(Role.SETTING, label, made_of=made_of), "")


def bookkeeping(reads: Any = str, next_year: NextYear = NextYear.STAYS) -> Any:
    part = Part(Role.BOOKKEEPING, reads=reads, next_year=next_year)
    return declare(part, reads())


def node(label: str, reads: Any) -> Any:
    return declare(Part(Role.NODE, label, reads=reads, default=None), reads())


def nodes(
    label: str,
    reads: Any,
    heading: str = "",
    in_grid: bool = False,
    next_year: NextYear = NextYear.STAYS,
) -> Any:
    part = Part(
        Role.NODES,
        label,
        reads=reads,
        heading=heading,
        in_grid=in_grid,
        next_year=next_year,
        default=(),
    )
    return declare(part, ())
