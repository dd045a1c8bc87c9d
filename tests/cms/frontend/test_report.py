"""The page of a report: every word of the answer, in the shape that its block asks for."""

import datetime
import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.template.loader import get_template
from django.test import Client

from cms.frontend import report
from reports_graphql.types.blocks.block import MEMBERS
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

from .page import close, main, read, spoken, words

pytestmark = pytest.mark.django_db

DEMO = Path(settings.ROOT) / "demo"


def answer(client: Client, year: int) -> dict[str, Any]:
    text = (Path(settings.GRAPHQL_QUERIES) / "report.graphql").read_text()
    asked = {"query": text, "variables": json.dumps({"year": year})}
    found: dict[str, Any] = client.get("/graphql/", asked).json()["data"]["report"]
    return found


@pytest.fixture
def page(client: Client, publish: Any, every_block: Any) -> BeautifulSoup:
    publish(2024, every_block)
    return read(client, "/bilan/2024/")


def test_every_member_of_the_union_has_a_template() -> None:
    for member in MEMBERS.values():
        assert get_template(report.block_template(member.__name__))


def test_every_word_of_every_block_is_shown(client: Client, page: BeautifulSoup) -> None:
    text = main(page)
    missing = [phrase for phrase in spoken(answer(client, 2024)) if close(phrase) not in text]

    assert missing == []


@pytest.mark.parametrize("year", [2023, 2024])
def test_no_word_of_a_real_report_is_lost(
    client: Client,
    import_file: Callable[..., Any],
    real_reports: Path,
    year: int,
    record_property: Callable[[str, object], None],
) -> None:
    folder = real_reports / str(year)
    import_file(folder / f"{year}.md", assets=folder, publish=True)
    text = main(read(client, f"/bilan/{year}/"))
    phrases = list(spoken(answer(client, year)))
    missing = [phrase for phrase in phrases if close(phrase) not in text]

    assert len(phrases) > 500
    assert missing == []
    record_property("counted: phrases of real reports found on their pages", len(phrases))


def test_titles_have_the_level_number_and_anchor_of_the_outline(
    client: Client, page: BeautifulSoup
) -> None:
    for entry in answer(client, 2024)["outline"]:
        found = page.find(id=entry["anchor"])
        assert found is not None
        assert found.name == f"h{entry['level']}"
        assert words(found.get_text()) == f"{entry['number']}. {entry['title']}"
        assert page.select(f'.bilan-summary a[href="#{entry["anchor"]}"]')


def test_headings_go_down_to_the_sixth_level(client: Client, publish: Any) -> None:
    body = [build.heading(f"Titre {level}", level, f"t{level}") for level in range(2, 7)]
    publish(2024, stored(*body, build.callout("Mots.", "Encadré")))
    page = read(client, "/bilan/2024/")

    found = [(title.name, words(title.get_text())) for title in page.select(".bilan-heading")]
    assert found == [
        ("h2", "1. Titre 2"),
        ("h3", "1.1. Titre 3"),
        ("h4", "1.1.1. Titre 4"),
        ("h5", "1.1.1.1. Titre 5"),
        ("h6", "1.1.1.1.1. Titre 6"),
    ]
    assert page.select_one(".fr-callout__title").name == "h6"  # type: ignore[union-attr]
    deepest = page.select_one(".bilan-summary li li li li li > a")
    assert deepest["href"] == "#t6"  # type: ignore[index]


def test_an_accordion_needs_no_script(client: Client, publish: Any) -> None:
    items = ("Qui ?", "Nous."), ("Quand ?", "En 2024.")
    publish(2024, stored(build.heading("Partie"), build.accordion("Questions", *items)))
    page = read(client, "/bilan/2024/")

    group = page.select_one(".fr-accordions-group")
    assert group is not None
    assert words(group.find_previous_sibling("h3").get_text()) == "Questions"  # type: ignore[union-attr]
    folded = group.select("details:not([open])")
    assert [words(each.select_one("summary > h4").get_text()) for each in folded] == [  # type: ignore[union-attr]
        "Qui ?",
        "Quand ?",
    ]
    assert [words(each.select_one("div").get_text()) for each in folded] == ["Nous.", "En 2024."]  # type: ignore[union-attr]


def test_an_accordion_without_a_title_goes_down_one_level_only(
    client: Client, publish: Any
) -> None:
    publish(2024, stored(build.heading("Partie"), build.accordion("", ("Qui ?", "Nous."))))
    page = read(client, "/bilan/2024/")

    assert [title.name for title in page.select("article h2, article h3, article h4")] == [
        "h2",
        "h3",
    ]


def test_a_report_says_its_language_its_date_and_its_picture(
    client: Client, publish: Any, living: Any
) -> None:
    day = datetime.date(2025, 3, 31)
    publish(2024, language="en", report_date=day, image=living.picture, introduction="<p>A.</p>")
    page = read(client, "/bilan/2024/")

    assert page.find("html")["lang"] == "fr"  # type: ignore[index]
    assert [page.select_one(at)["lang"] for at in ("article", "h1", ".fr-text--lead")] == ["en"] * 3  # type: ignore[index]
    assert page.select_one('time[datetime="2025-03-31"]').get_text() == "31 mars 2025"  # type: ignore[union-attr]
    shared = page.select_one('meta[property="og:image"]')["content"]  # type: ignore[index]
    assert shared.startswith("http://testserver/media/images/")
    assert page.select_one('meta[property="og:image:alt"]')["content"] == living.picture.description  # type: ignore[index]


def test_old_anchors_lead_to_their_title(client: Client, publish: Any) -> None:
    block = {
        "type": "heading",
        "id": "00000000-0000-4000-8000-000000000001",
        "value": {"text": "Titre", "level": "2", "anchor": "titre", "old_anchors": ["ancien"]},
    }
    publish(2024, [block])
    old = read(client, "/bilan/2024/").find(id="ancien")

    assert old is not None
    assert old.find_next("h2").get_text(strip=True) == "1.Titre"  # type: ignore[union-attr]


def test_tables_have_a_caption_and_headers_for_rows_and_columns(page: BeautifulSoup) -> None:
    tables = page.select(".fr-table table")
    assert len(tables) >= 5
    for table in tables:
        assert table.find("caption").get_text(strip=True)  # type: ignore[union-attr]
        heads = table.select("thead th")
        assert all(head["scope"] == "col" and head.get_text(strip=True) for head in heads)
        for row in table.select("tbody tr"):
            assert [cell["scope"] for cell in row.select("th")] == ["row"]
            assert len(row.select("th, td")) == len(heads)


def test_titles_within_blocks_go_down_one_level(page: BeautifulSoup) -> None:
    levels = [int(title.name[1]) for title in page.select("main h1, main h2, main h3, main h4")]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_same_page_each_time(client: Client, publish: Any, every_block: Any) -> None:
    publish(2024, every_block)

    assert client.get("/bilan/2024/").content == client.get("/bilan/2024/").content


def test_years_lead_to_each_other(client: Client, publish: Any) -> None:
    for year in (2022, 2023, 2024):
        publish(year)
    page = read(client, "/bilan/2023/")

    assert page.select_one('a[rel="prev"]')["href"] == "/bilan/2022/"  # type: ignore[index]
    assert page.select_one('a[rel="next"]')["href"] == "/bilan/2024/"  # type: ignore[index]


def test_a_download_says_format_size_pages_and_language(
    client: Client, publish: Any, living: Any
) -> None:
    living.document.language = "fr"
    living.document.file_size = 1_234_567
    living.document.save()
    publish(2024, source_document=living.document)
    link = read(client, "/bilan/2024/").select_one(".fr-link--download")

    assert link is not None
    assert link["hreflang"] == "fr"
    detail = link.select_one(".fr-link__detail")
    assert detail
    assert words(detail.get_text()) == "PDF – 1,2 Mo – 12 pages – français"


def test_nothing_comes_from_elsewhere_nor_is_written_in_the_page(page: BeautifulSoup) -> None:
    loaded = [
        tag.get("src") or tag.get("href")
        for tag in page.select("script[src], img, link[rel=stylesheet]")
    ]
    assert loaded
    assert all(str(address).startswith("/") and "//" not in str(address) for address in loaded)
    assert not page.select("style, [style], [onclick]")
    inline = [tag for tag in page.select("script") if not tag.get("src")]
    assert [tag["type"] for tag in inline] == ["application/ld+json"]


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        (("", "30 €", "par mois"), "30 € par mois"),
        (("équivalent à", "30 €", ")"), "équivalent à 30 €)"),
        (("", "15,1 ETPT", ", dont 2,5"), "15,1 ETPT, dont 2,5"),
        (("soit", "30 €", "."), "soit 30 €."),
        (("pendant", "1 jour", "/semaine"), "pendant 1 jour/semaine"),
        (("", "4,2/5", ": la note"), "4,2/5 : la note"),
        ((", en équipes", "", ""), "Amorce, en équipes"),
        (("", "", "et demi"), "Amorce et demi"),
    ],
)
def test_no_space_before_what_closes(
    client: Client, publish: Any, parts: tuple[str, str, str], shown: str
) -> None:
    """As the schema says of `Fact`: reports print « (30 €) » and « 30 €, dont »."""
    fact = dict(zip(("before", "figure", "after"), parts, strict=True), url="")
    line = {**fact, "level": 1, "lead": "" if fact["figure"] else "Amorce"}
    items = [{"type": "item", "id": "00000000-0000-4000-8000-000000000002", "value": line}]
    publish(
        2024,
        [
            {
                "type": "fact_list",
                "id": "00000000-0000-4000-8000-000000000001",
                "value": {"ordered": False, "items": items},
            }
        ],
    )
    found = read(client, "/bilan/2024/").select_one(".bilan-body li")

    assert found
    assert " ".join(found.get_text().replace("\xa0", " ").replace("\u202f", " ").split()) == shown


def test_words_cannot_become_markup(client: Client, publish: Any) -> None:
    evil = "</script><script>alert(1)</script><img src=x onerror=alert(1)>"
    value = {"title": evil, "text": "<p>a</p>"}
    block = {"type": "callout", "id": "00000000-0000-4000-8000-000000000001", "value": value}
    publish(2024, [block], hero_title=evil, title=evil, introduction="<p>a</p>")
    page = read(client, "/bilan/2024/")

    assert not page.select("img[onerror]")
    assert not [
        tag for tag in page.select("script") if "alert" in tag.get_text() and not tag.get("type")
    ]
    data = json.loads(page.select_one('script[type="application/ld+json"]').get_text())  # type: ignore[union-attr]
    assert data["name"] == evil


def test_a_panel_unfolds_what_follows_to_the_next_panel_or_heading(
    client: Client, publish: Any
) -> None:
    body = stored(
        build.heading("Partie"),
        build.panel("Le détail"),
        build.prose("<p>Dedans.</p>"),
        build.panel(""),
        build.prose("<p>Dehors.</p>"),
        build.panel("La suite"),
        build.prose("<p>Dedans encore.</p>"),
    )
    publish(2024, body)
    page = read(client, "/bilan/2024/")
    first, second = page.select("details.bilan-panel")
    assert (first.summary.get_text(strip=True), first.summary.h3 is not None) == ("Le détail", True)
    assert "Dedans." in first.get_text()
    assert "Dehors." not in first.get_text()
    assert "Dedans encore." in second.get_text()
