"""A report, two records and a redirect become public together, once, on two nodes; or none."""

import json
from typing import Any
from urllib.parse import quote

import pytest

from tests.production.cluster import Cluster
from tests.production.editor import Editor
from tests.production.together import prepare_release, publish_on_both, run

pytestmark = pytest.mark.production

QUESTION = """{ report(year: 2024) { heroTitle version { number } }
  services(first: 100) { edges { node { mission } } } }"""
CHANGES = """{ changes(first: 100%s) {
  edges { node { kind } } pageInfo { hasNextPage endCursor } } }"""


def read(cluster: Cluster, node: int, question: str = QUESTION, token: str = "") -> Any:
    path = f"/graphql/?query={quote(question)}"
    headers = {"X-Preview-Token": token} if token else {}
    status, body = cluster.get(path, cluster.nodes[node], **headers)
    assert status == 200, body
    return json.loads(body)["data"]


def follow(cluster: Cluster, cursor: str = "") -> tuple[list[str], str]:
    """Return the kinds of what has come into the feed after a cursor, and the last cursor."""
    kinds: list[str] = []
    more = True
    while more:
        after = f', after: "{cursor}"' if cursor else ""
        found = read(cluster, 1, CHANGES % after)["changes"]
        kinds += [edge["node"]["kind"] for edge in found["edges"]]
        cursor = found["pageInfo"]["endCursor"] or cursor
        more = found["pageInfo"]["hasNextPage"]
    return kinds, cursor


@pytest.mark.parametrize("broken", [False, True], ids=["whole", "with one error"])
def test_it_becomes_public_once_and_as_a_whole(cluster: Cluster, broken: bool) -> None:
    words = "Avec une erreur" if broken else "Tout ensemble"
    editor = Editor(cluster.nodes[0].port)
    before = read(cluster, 1)
    _, cursor = follow(cluster)
    release = prepare_release(cluster, editor, words)
    assert read(cluster, 1) == before
    report = read(cluster, 1, "{ report(year: 2024) { heroTitle } }", release.token)["report"]
    assert report["heroTitle"] == words
    assert words in cluster.get(f"/relecture/{release.token}/", cluster.nodes[1])[1].decode()
    assert cluster.get(f"/{release.pk}", cluster.nodes[1])[0] == 404

    if broken:
        run(cluster, "break_it", release.pk)
    run(cluster, "come_due", release.pk)
    publish_on_both(cluster)

    after = [read(cluster, node) for node in (0, 1)]
    assert after[0] == after[1]
    shown = editor.http.get(f"/admin/bilan/publications/{release.pk}/").text
    if broken:
        assert after[0] == before
        assert follow(cluster, cursor) == ([], cursor)
        assert cluster.get(f"/{release.pk}", cluster.nodes[1])[0] == 404
        assert "Ce qui l’a retenue" in shown
        assert "qui est privée" in shown
        return
    assert after[0]["report"]["heroTitle"] == words
    missions = [edge["node"]["mission"] for edge in after[0]["services"]["edges"]]
    assert missions.count(words) == 2
    assert after[0]["report"]["version"]["number"] == before["report"]["version"]["number"] + 1
    led = cluster.get(f"/{release.pk}", cluster.nodes[1])
    assert led[0] == 200
    assert words in led[1].decode()
    told, _ = follow(cluster, cursor)
    assert sorted(told) == [
        "RECORD_CHANGED",
        "RECORD_CHANGED",
        "REDIRECT_CHANGED",
        "REPORT_CORRECTED",
    ]
    assert cluster.get(f"/relecture/{release.token}/", cluster.nodes[1])[0] == 404
