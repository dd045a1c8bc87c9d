"""The search: filters by year and kind, one result for a section, further pages."""

from typing import Any

import pytest
from django.test import Client

from reports import models

from .page import read, words
from .test_series import indicators
from .test_site import block

pytestmark = pytest.mark.django_db


def section(number: int, title: str, *texts: str) -> list[dict[str, Any]]:
    heading = {"text": title, "level": "2", "anchor": title.lower()}
    paragraphs = [
        block(number + n, "paragraph", {"text": f"<p>{text}</p>"})
        for n, text in enumerate(texts, 1)
    ]
    return [block(number, "heading", heading), *paragraphs]


def test_one_result_for_a_section_with_its_other_passages_in_it(
    client: Client, publish: Any
) -> None:
    body = section(1, "Hippocampes", "Un hippocampe.", "Deux hippocampes.", "Trois hippocampes.")
    publish(2024, [*body, *section(10, "Ailleurs", "Encore un hippocampe.")])
    page = read(client, "/recherche/?q=hippocampe")
    results = page.select(".bilan-results > li")

    assert [words(result.a.get_text()) for result in results if result.a] == [
        "Hippocampes",
        "Ailleurs",
    ]
    assert words(results[0].select_one(".bilan-note").get_text()) == "Section – Bilan 2024"  # type: ignore[union-attr]
    assert results[0].a
    assert results[0].a["href"] == "/bilan/2024/#hippocampes"
    told = words(results[0].get_text())
    for text in ("Un hippocampe.", "Deux hippocampes.", "Trois hippocampes."):
        assert told.count(text) == 1
    assert "2 autres passages de cette section" in told
    assert words(page.select_one("[role=status] h2").get_text()) == "5 résultats"  # type: ignore[union-attr]
    assert "5 résultats" in page.title.get_text()  # type: ignore[union-attr]


def test_results_of_one_year_and_one_kind(client: Client, publish: Any) -> None:
    models.Service.objects.create(name="Hippocampe", slug="h")
    publish(2023, section(1, "Mer", "Un hippocampe."))
    publish(2024, section(1, "Lac", "Un hippocampe."))

    def find(query: str) -> list[str]:
        page = read(client, f"/recherche/?q=hippocampe{query}")
        return [words(link.get_text()) for link in page.select(".bilan-results > li > a")]

    assert sorted(find("")) == ["Hippocampe", "Lac", "Mer"]
    assert find("&annee=2023") == ["Mer"]
    assert find("&nature=services") == ["Hippocampe"]
    assert find("&annee=2024&nature=services") == []
    assert sorted(find("&annee=20x4&nature=invente")) == ["Hippocampe", "Lac", "Mer"]
    page = read(client, "/recherche/?q=hippocampe&annee=2023&nature=bilans")
    chosen = [words(option.get_text()) for option in page.select("option[selected]")]
    assert chosen == ["2023", "Bilans"]


def test_further_pages_keep_the_filters(
    client: Client, publish: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cms.frontend import search

    monkeypatch.setattr(search, "PAGE_SIZE", 1)
    publish(2024, [*section(1, "Mer", "Un hippocampe."), *section(5, "Lac", "Un hippocampe.")])
    publish(2023, section(1, "Fleuve", "Un hippocampe."))
    address, found = "/recherche/?q=hippocampe&annee=2024", []
    while address:
        page = read(client, address)
        found += [words(link.get_text()) for link in page.select(".bilan-results > li > a")]
        following = page.find("a", string="Résultats suivants")
        address = str(following["href"]) if following else ""  # type: ignore[index]

    assert found == ["Mer", "Lac"]


def test_hidden_reports_are_not_found_and_not_offered(client: Client, publish: Any) -> None:
    publish(2024)
    publish(2023, section(1, "Mer", "Un hippocampe.")).unpublish()
    page = read(client, "/recherche/?q=hippocampe&annee=2023")

    assert not page.select(".bilan-results")
    assert [option["value"] for option in page.select("#annee option")] == ["", "2024"]


def test_an_indicator_says_its_last_result_not_its_unit(
    client: Client, publish: Any, living: Any
) -> None:
    models.Indicator.objects.update(definition="", unit="%")
    publish(2024, [indicators("1 200", "2 500", "1 500")])
    (result,) = read(client, "/recherche/?q=lances&nature=indicateurs").select(
        ".bilan-results > li"
    )
    assert result.p
    assert words(result.p.get_text()) == "Dernier résultat : 1 500 (2024)"
    models.Indicator.objects.update(definition="Ce qui est en ligne.")
    for indicator in models.Indicator.objects.all():
        indicator.save()
    (result,) = read(client, "/recherche/?q=lances&nature=indicateurs").select(
        ".bilan-results > li"
    )
    assert result.p
    assert words(result.p.get_text()).startswith("Ce qui est en ligne.")
