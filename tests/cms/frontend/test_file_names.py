"""The names of files of one block."""

from typing import Any

from cms.frontend.file_names import MAX_NAME_CHARACTERS, name_block


def block(id: str, kind: str = "ChartBlock", **more: Any) -> dict[str, Any]:
    return {"id": id, "__typename": kind, **more}


def test_a_file_is_called_as_its_block_else_as_its_section_else_by_its_id() -> None:
    body = [
        block("12345678-1"),
        block("2", "HeadingBlock", title="L’équipe"),
        block("3", title="Services par incubateur (hors « été »)"),
        block("4", "DataTableBlock", caption="Enquête"),
        block("5", "KeyFiguresBlock"),
        block("6", title="Un titre assez long pour " + "que personne ne le lise " * 4),
    ]
    names = [name_block(body, each["id"]) for each in body]

    assert names[0] == "12345678"
    assert names[2:5] == ["services-par-incubateur-hors-ete", "enquete", "lequipe"]
    assert len(names[5]) <= MAX_NAME_CHARACTERS
    assert names[5].endswith("-ne-le-lise-que")
    assert name_block(body, "87654321-9") == "87654321"
