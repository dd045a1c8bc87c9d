"""What is replaced in stored blocks, and what is not."""

from collections.abc import Iterator
from typing import Any

import pytest

from reports import models
from reports.authoring.replacements.blocks import Raw, replace_blocks
from reports.authoring.replacements.collector import Collector, Find
from reports.authoring.replacements.query import Query, Refused
from reports.checks.rule import RULES
from reports.core.document.block import BLOCKS
from reports.core.document.part import Role
from reports.core.text.rich_text import TAG, plain
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build
from tests.reports.every_variant import build_body

UNREAD = (
    "id",
    "type",
    "url",
    "ref",
    "ref_name",
    "reference_name",
    "anchor",
    "old_anchors",
    "level",
)


class Everything:
    """The keys of all passages."""

    def __contains__(self, key: object) -> bool:
        return True


def seek(words: str, by: str) -> Find:
    query = Query(words, by)
    return lambda text, native: query.find(text)


def mend(code: str) -> Find:
    fix = RULES[code].fix
    assert fix
    return lambda text, native: fix(native)


def replace(find: Find, *blocks: build.Block, is_rule: bool = False) -> tuple[list[Any], Collector]:
    collector = Collector(find, not is_rule, Everything())
    changed = replace_blocks(collector, stored(*blocks))
    return [raw["value"] for raw in changed], collector


def fact(value: Any) -> tuple[str, Any, str]:
    return value["before"], value["figure"], value["after"]


def test_words_are_replaced_in_texts_of_every_kind() -> None:
    link = '<p>Un <a href="/chat">chat</a> noir.</p>'
    values, collector = replace(
        seek("chat", "chien"),
        build.heading("Le chat"),
        build.prose(link),
        build.data_table(("Chat", "2024"), ("Un chat", "le chat")),
        build.picture("Un chat", "Légende du chat"),
        build.key_figures(("", "12", "chats")),
        build.links(("Le chat", "/chat")),
        build.prose("Rien."),
    )
    heading, prose, table, picture, figures, links = values
    assert (heading["text"], heading["level"]) == ("Le chien", "2")
    assert '<a href="/chat">chien</a> noir' in prose["text"]
    assert table["table"]["columns"][0]["heading"] == "Chien"
    assert [row["cells"] for row in table["table"]["rows"]] == [["Un chien", "le chien"]]
    assert (picture["alt"], picture["caption"]) == ("Un chien", "Légende du chien")
    assert fact(figures["groups"][0]["value"]["facts"][0]["value"]) == ("", "12", "chiens")
    assert links["items"][0]["value"] == {"text": "Le chien", "url": "/chat"}
    assert collector.taken == len(collector.passages) == 9


def test_a_passage_says_where_it_is_and_what_is_around_it() -> None:
    _, collector = replace(
        seek("12", "13"),
        build.heading("Résultats"),
        build.key_figures(("", "12", "chats noirs")),
    )
    [passage] = collector.passages
    assert passage.place == "1 Résultats › Chiffres clés › Groupes › 1 › Chiffres › 1"
    assert (passage.before, passage.old, passage.new, passage.after) == (
        ("", "12", "13", " chats noirs")
    )
    assert passage.note == "Lu\u00a0: 13"


@pytest.mark.parametrize(
    ("words", "by", "expected"),
    [
        ("217", "230", ("Au total", "230 M€", "d’aides")),
        ("au total", "Près de", ("Près de", {"raw": "217 M€", "read_as": "217 k€"}, "d’aides")),
        ("217 M€ d’aides", "12 % d’essais", ("Au total", "12 %", "d’essais")),
        ("M€ d’", "k€ d’", ("Au total", "217 k€", "d’aides")),
        ("217 M€", "beaucoup", None),
    ],
)
def test_a_fact_is_one_line(words: str, by: str, expected: Any) -> None:
    block = build.key_figures(("Au total", {"raw": "217 M€", "read_as": "217 k€"}, "d’aides"))  # type: ignore[arg-type]
    values, collector = replace(seek(words, by), block)
    assert len(collector.passages) == 1
    if expected is None:
        assert values == []
        assert "ne se lirait plus comme un nombre" in collector.passages[0].fault
    else:
        [value] = values
        assert fact(value["groups"][0]["value"]["facts"][0]["value"]) == expected


def test_a_cell_is_read_anew_or_refused() -> None:
    cells = ("Part", {"raw": "+80 %", "read_as": "plus de 80 %", "url": "/a"})
    block = build.indicators(("Indicateur", "2024"), list(cells))  # type: ignore[list-item]
    [value], collector = replace(seek("80", "90"), block)
    assert value["table"]["rows"][0]["cells"][1] == {"raw": "+90 %", "url": "/a"}
    assert collector.passages[0].note == "Lu\u00a0: +90\u00a0%"
    values, collector = replace(seek("80", "x"), block)
    assert values == []
    assert "+x %" in collector.passages[0].fault


def test_a_link_is_never_emptied_nor_split() -> None:
    block = build.prose('<p>Voir <a href="/a">le site</a> ici.</p>')
    for words, by in (("voir le", "x"), ("site ici", "x"), ("le site", "")):
        values, collector = replace(seek(words, by), block)
        assert values == []
        assert "lien" in collector.passages[0].fault
    [value], _ = replace(seek("le site", "la page"), block)
    assert '<a href="/a">la page</a>' in value["text"]


def test_what_would_be_too_long_is_refused_with_its_place() -> None:
    long = "a" * 1_999
    with pytest.raises(Refused, match=r"… › Titre\u00a0: ce texte aurait 2\u202f001 signes"):
        replace(seek("b", "cc"), build.heading(f"{long}b"))
    with pytest.raises(Refused, match="ce texte aurait"):
        replace(seek("a", "b" * 2_000), build.prose("a" * 49_000))
    with pytest.raises(Refused, match="ce texte aurait"):
        replace(seek("b", "cc"), build.key_figures((f"{long}b", "12", "chats")))
    with pytest.raises(Refused, match="ce texte aurait"):
        replace(seek("b", "cc"), build.data_table((f"{long}b", "2024"), ("Un", "2")))


def test_rules_leave_figures_as_typed() -> None:
    values, _ = replace(
        mend("spacing-missing"),
        build.key_figures(("Part:", "62%", "soit n°12")),
        build.data_table(("Poste", "Part"), ("Frais: 5%", "62%"), ("Autres", "(62%)")),
        is_rule=True,
    )
    figures, table = values
    assert fact(figures["groups"][0]["value"]["facts"][0]["value"]) == (
        ("Part\u00a0:", "62%", "soit n°\u00a012")
    )
    rows = [row["cells"] for row in table["table"]["rows"]]
    assert rows == [["Frais\u00a0: 5\u00a0%", "62%"], ["Autres", "(62%)"]]


def test_rules_leave_code_and_other_languages() -> None:
    html = "<p>L'an <code>l'an</code> <span lang=\"en\">it's</span>.</p>"
    [value], _ = replace(mend("marks-straight"), build.prose(html), is_rule=True)
    assert value["text"] == html.replace("L'an", "L’an")


def iterate_texts(cls: Any, value: Any) -> Iterator[str]:
    """Yield what a reader may read in a stored value, but for figures and tables."""
    for name, part in cls.parts.items():
        each = value.get(name)
        match part.role:
            case Role.TEXT | Role.RICH_TEXT:
                yield each or ""
            case Role.NODE if each:
                yield from iterate_texts(part.reads, each)
            case Role.NODES:
                for item in each or ():
                    yield from iterate_texts(part.reads, item["value"])


@pytest.fixture
def every_block() -> list[Raw]:
    """Every block in every variant; its records need no database."""
    return build_body(
        {
            "picture": models.Picture(pk=1, collection_id=1, title="Carte"),
            "document": models.ReportDocument(pk=2, collection_id=1, title="Bilan"),
            "incubator": models.Incubator(pk=3, name="La Fabrique", slug="fabrique"),
            "service": models.Service(pk=4, name="Mano", slug="mano"),
            "term": models.Term(pk=5, name="ETP", slug="etp"),
            "funding_round": models.FundingRound(pk=6, name="2024", slug="2024", year=2024),
            "indicator": models.Indicator(pk=7, name="Agents", code="agents"),
        }
    )


def test_no_text_of_any_block_is_passed_over(every_block: list[Raw]) -> None:
    collector = Collector(seek("e", "E"), True, Everything())
    changed = {raw["id"]: raw for raw in replace_blocks(collector, every_block)}
    assert {raw["type"] for raw in changed.values()} == set(BLOCKS)
    for raw in every_block:
        cls, value = BLOCKS[raw["type"]], changed.get(raw["id"], raw)["value"]
        assert "e" not in " ".join(map(plain, iterate_texts(cls, value)))


def test_nothing_but_words_changes(every_block: list[Raw]) -> None:
    collector = Collector(seek("e", "E"), True, Everything())
    for raw in replace_blocks(collector, every_block):
        [before] = [each for each in every_block if each["id"] == raw["id"]]
        assert list(iterate_unread(before["value"])) == list(iterate_unread(raw["value"]))


def iterate_unread(value: Any, name: str = "") -> Iterator[Any]:
    """Yield the ids, addresses, records and settings in a stored value, and those in its HTML."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from iterate_unread(each, key)
    elif isinstance(value, list):
        for each in value:
            yield from iterate_unread(each, name)
    elif name in UNREAD or not isinstance(value, str):
        yield value
    else:
        yield from TAG.findall(value)
