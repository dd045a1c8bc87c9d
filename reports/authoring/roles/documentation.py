"""Writes docs/permissions.md, which lists what each role may do."""

import tomllib
from pathlib import Path
from typing import NamedTuple

from reports.content.models.roles import ROLES

TABLE = Path(__file__).with_name("permissions.toml")

HEAD = """# Qui peut quoi

<!-- Made by `make docs` of reports/authoring/roles/permissions.toml: change that instead. -->

`manage.py set_up` crée trois groupes. Un compte sans groupe n’entre pas dans l’administration. Ce
qu’un opérateur donne de plus à un groupe lui reste ; ce qui manque est complété au passage suivant.
"""


class Act(NamedTuple):
    """An action, and the initials of the roles that may perform it."""

    chapter: str
    name: str
    roles: str


def load_acts() -> list[Act]:
    read = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return [
        Act(chapter["name"], name, roles)
        for chapter in read["chapter"]
        for roles, name in chapter["acts"]
    ]


def build_page() -> str:
    """Return the whole page, in Markdown."""
    known = load_acts()
    chapters = dict.fromkeys(act.chapter for act in known)
    return "\n".join([HEAD, *(build_table(name, known) for name in chapters)])


def build_table(chapter: str, known: list[Act]) -> str:
    head = " | ".join(role.name for role in ROLES)
    rows = [
        f"| {act.name} | {' | '.join('oui' if r.name[0] in act.roles else '' for r in ROLES)} |"
        for act in known
        if act.chapter == chapter
    ]
    lines = [f"## {chapter}", "", f"| | {head} |", f"|---|{'---|' * len(ROLES)}", *rows, ""]
    return "\n".join(lines)
