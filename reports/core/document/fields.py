"""Functions that declare the fields of a node, such as `title: str = fields.text("Titre")`.

There is one function for each role.
"""

from dataclasses import field
from typing import Any

from reports.core.document.part import NextYear, Part, Role
from reports.core.document.rich_text import RichText
from reports.core.document.table import Table
from reports.core.figures import from_stored


def declare(part: Part, empty: Any) -> Any:
    """Return the dataclass field of a part."""
    return field(default=empty, metadata={"part": part})


def text(label: str, next_year: NextYear = NextYear.STAYS, **traits: Any) -> Any:
    """Return the field of a line of words. `traits` are other fields of `Part`, as below."""
    return declare(Part(Role.TEXT, label, next_year=next_year, **traits), "")


def rich_text(label: str, next_year: NextYear = NextYear.STAYS, **traits: Any) -> Any:
    traits = {"public_name": "content", **traits}
    return declare(Part(Role.RICH_TEXT, label, next_year=next_year, **traits), RichText())


def figure(label: str, **traits: Any) -> Any:
    part = Part(Role.FIGURE, label, next_year=NextYear.GOES, **traits)
    return declare(part, from_stored(""))


def table(
    label: str, rows_refer_to: str = "", next_year: NextYear = NextYear.STAYS, **traits: Any
) -> Any:
    traits |= {"refers_to": rows_refer_to, "next_year": next_year, "default": None}
    return declare(Part(Role.TABLE, label, **traits), Table())


def address(label: str, next_year: NextYear = NextYear.STAYS, **traits: Any) -> Any:
    return declare(Part(Role.ADDRESS, label, next_year=next_year, **traits), "")


def reference(
    label: str, refers_to: str, next_year: NextYear = NextYear.STAYS, **traits: Any
) -> Any:
    traits |= {"refers_to": refers_to, "next_year": next_year, "default": None}
    return declare(Part(Role.REFERENCE, label, **traits), None)


def choice(label: str, choices: dict[str, str], **traits: Any) -> Any:
    """Return the field of one of several choices; the first is the default."""
    default = next(iter(choices))
    part = Part(Role.SETTING, label, default=default, choices=choices, **traits)
    return declare(part, default)


def setting(
    label: str,
    reads: Any = str,
    default: Any = "",
    next_year: NextYear = NextYear.STAYS,
    **traits: Any,
) -> Any:
    empty = () if reads is tuple else default
    part = Part(Role.SETTING, label, reads=reads, default=default, next_year=next_year, **traits)
    return declare(part, empty)


def flag(label: str, **traits: Any) -> Any:
    """Return the field of a tick, which is not stored where it is not set."""
    traits |= {"reads": bool, "default": False, "is_optional": True}
    return declare(Part(Role.SETTING, label, **traits), False)


def anchor(label: str, made_of: str, **traits: Any) -> Any:
    return declare(Part(Role.SETTING, label, made_of=made_of, **traits), "")


def bookkeeping(reads: Any = str, next_year: NextYear = NextYear.STAYS, **traits: Any) -> Any:
    part = Part(Role.BOOKKEEPING, reads=reads, next_year=next_year, **traits)
    return declare(part, reads())


def citations() -> Any:
    """Return the field of the citations of the line whose part has its name as `cited_in`."""
    return bookkeeping(is_optional=True)


def node(label: str, reads: Any, **traits: Any) -> Any:
    return declare(Part(Role.NODE, label, reads=reads, default=None, **traits), reads())


def nodes(label: str, reads: Any, **traits: Any) -> Any:
    return declare(Part(Role.NODES, label, reads=reads, default=(), **traits), ())
