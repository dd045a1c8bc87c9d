"""Lists of records are in French order, on every database, whoever wrote the rows."""

from typing import Any

import pytest
from strawberry.utils.str_converters import to_camel_case

from reports import models
from reports.content.models.record_kind import list_kinds

from .conftest import Ask

NAMES = [
    *("« Démarches »", "Dossier", "Eau", "Écologie", "emploi"),
    *("Vague 9", "Vague 10", "vague bleue"),
]
LIST = """
query ($first: Int, $after: String) {
  %s(first: $first, after: $after) { nodes { name } pageInfo { hasNextPage endCursor } }
}
"""
ROOTS = [(f"{to_camel_case(kind.name)}s", kind.model) for kind in list_kinds()]


def names(ask: Ask, root: str, **window: Any) -> list[str]:
    return [node["name"] for node in ask(LIST % root, **window)["data"][root]["nodes"]]


@pytest.mark.parametrize(("root", "model"), ROOTS)
def test_a_list_is_in_french_order(db: None, ask: Ask, root: str, model: Any) -> None:
    for number, name in enumerate(reversed(NAMES)):
        model.objects.create(name=name, **{model.key_field: f"k{number}"})

    assert names(ask, root) == NAMES
    paged: list[str] = []
    cursor, more = None, True
    while more:
        page = ask(LIST % root, first=3, after=cursor)["data"][root]
        paged += [node["name"] for node in page["nodes"]]
        cursor, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]
    assert paged == NAMES


def test_search_results_of_equal_rank_are_in_french_order(db: None, ask: Ask) -> None:
    for number, name in enumerate(("Éwok", "Ezra", "eau")):
        models.Service.objects.create(name=name, slug=f"s{number}", mission="canari")

    found = ask('{ search(query: "canari") { nodes { title } } }')["data"]["search"]["nodes"]

    assert [node["title"] for node in found] == ["eau", "Éwok", "Ezra"]


def test_a_draft_name_moves_nothing_until_it_is_published(db: None, ask: Ask) -> None:
    record = models.Service.objects.create(name="Écologie", slug="a")
    models.Service.objects.create(name="Emploi", slug="b")
    record.name = "Zèbre"
    record.save_revision()
    assert names(ask, "services") == ["Écologie", "Emploi"]

    record.get_latest_revision().publish()

    assert names(ask, "services") == ["Emploi", "Zèbre"]
