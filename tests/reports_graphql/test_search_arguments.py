"""A search in some kinds and years, by prefix, and what it says of the words that it found."""

from typing import Any

import pytest

from reports import models

from .bodies import block
from .conftest import Ask, Publish

SEARCH = """
query ($query: String!, $types: [SearchType!], $years: [Int!], $isPrefix: Boolean = false) {
  search(query: $query, types: $types, years: $years, isPrefix: $isPrefix) {
    totalCount
    nodes {
      __typename
      title
      titleMatches { start end }
      excerpt
      excerptMatches { start end }
      ... on ReportPassage { report { year } }
    }
  }
}
"""


def search(ask: Ask, query: str, **variables: Any) -> list[dict[str, Any]]:
    answer = ask(SEARCH, query=query, **variables)
    assert "errors" not in answer, answer
    found = answer["data"]["search"]
    assert found["totalCount"] == len(found["nodes"])
    nodes: list[dict[str, Any]] = found["nodes"]
    return nodes


def kinds(nodes: list[dict[str, Any]]) -> list[tuple[str, int | None]]:
    return [(node["__typename"], node.get("report", {}).get("year")) for node in nodes]


def matched(text: str, matches: list[dict[str, int]]) -> list[str]:
    """The words of a text that are marked, sliced as JavaScript does."""
    units = text.encode("utf-16-le")
    return [units[2 * m["start"] : 2 * m["end"]].decode("utf-16-le") for m in matches]


@pytest.fixture
def canaries(publish: Publish) -> None:
    """One canary of each kind; two reports."""
    for year in (2023, 2024):
        publish(year, [block(1, "paragraph", {"text": "<p>Les canaris déployés.</p>"})])
    models.Service.objects.create(name="Canari", slug="a", mission="Déployer.")
    models.Indicator.objects.create(name="Canaris", code="c")
    models.Term.objects.create(name="Oiseau", slug="o", definition="Un canari.")


ALL = [
    *(("ServiceHit", None), ("IndicatorHit", None), ("TermHit", None)),
    *(("ReportPassage", 2024), ("ReportPassage", 2023)),
]


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ({}, ALL),
        ({"types": None, "years": None}, ALL),
        ({"types": ["PASSAGE"]}, ALL[3:]),
        ({"types": ["TERM", "SERVICE"]}, [ALL[0], ALL[2]]),
        ({"types": []}, []),
        ({"years": [2024]}, [ALL[3]]),
        ({"years": [2023, 2024, 1999]}, ALL[3:]),
        ({"years": [0]}, []),
        ({"years": []}, []),
        ({"years": [2**31 - 1, -(2**31)]}, []),
        ({"years": [2024], "types": ["PASSAGE", "TERM"]}, [ALL[3]]),
        ({"years": [2024], "types": ["TERM"]}, []),
    ],
)
def test_types_and_years_limit_what_is_found(
    canaries: None, ask: Ask, arguments: dict[str, Any], found: list[Any]
) -> None:
    assert kinds(search(ask, "canari", **arguments)) == found


def test_too_many_years_are_refused(db: None, ask: Ask) -> None:
    (error,) = ask(SEARCH, query="canari", years=[2024] * 101)["errors"]

    assert error["extensions"]["code"] == "LIMIT_EXCEEDED", error
    assert search(ask, "canari", years=[2024] * 100) == []


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("can", 5),
        ("CANA", 5),
        ("déplo", 3),
        ("deploye", 3),
        ("déployer", 3),
        ("canari dép", 3),
        ("dép canari", 0),
        ("can dép", 0),
        ("c", 0),
        ("can ", 0),
        ("nari", 0),
        ("20", 2),
        ("can%", 0),
        ("de", 3),
        ("canari de", 5),
    ],
)
def test_the_last_word_may_be_a_prefix(canaries: None, ask: Ask, query: str, count: int) -> None:
    assert len(search(ask, query, isPrefix=True)) == count


def test_a_prefix_is_none_unless_asked_for(canaries: None, ask: Ask) -> None:
    assert search(ask, "cana") == search(ask, "cana", isPrefix=False) == []


def test_matches_are_sliced_as_javascript_does(publish: Publish, ask: Ask) -> None:
    text = "<p>🎉 « Les cafe\u0301s » 👩‍💻 : un café à 𝔸, des cafés.</p>"
    publish(
        2024,
        [
            block(1, "heading", {"text": "🎉 Cafés « ouverts »", "level": "2", "anchor": "c"}),
            block(2, "paragraph", {"text": text}),
        ],
    )
    heading, passage = search(ask, "CAFE ouverts")[:1], search(ask, "cafés")[1]

    assert matched(heading[0]["title"], heading[0]["titleMatches"]) == ["Cafés", "ouverts"]
    assert heading[0]["titleMatches"][0] == {"start": 3, "end": 8}
    assert matched(passage["excerpt"], passage["excerptMatches"]) == ["cafés", "café", "cafés"]
    assert passage["excerptMatches"][0] == {"start": 9, "end": 14}
    assert matched(passage["title"], passage["titleMatches"]) == ["Cafés"]


def test_a_long_excerpt_has_its_own_places(publish: Publish, ask: Ask) -> None:
    text = f"<p>{'mot ' * 100}🎉 canaris {'mot ' * 100} canari</p>"
    publish(2024, [block(1, "paragraph", {"text": text})])

    (node,) = search(ask, "canari")

    assert node["excerpt"].startswith("…")
    assert matched(node["excerpt"], node["excerptMatches"]) == ["canaris"]
    assert node["titleMatches"] == []


def test_a_prefix_marks_whole_words(canaries: None, ask: Ask) -> None:
    nodes = search(ask, "cana", isPrefix=True, types=["TERM"])
    assert [matched(n["excerpt"], n["excerptMatches"]) for n in nodes] == [["canari"]]
