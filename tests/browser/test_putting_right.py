"""An imported report is put right by mouse: tables read otherwise, a twin merged, all published."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Locator, Page, expect

from reports.content.models import AnnualReportPage, ReportIndexPage, Service

from .conftest import open_actions, press_publish
from .keyboard import Hands

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MAX_INTERACTIONS = 22  # interactions
HREFS = "all => all.map(one => one.getAttribute('href'))"
NEW = [f"Verger {name}" for name in ("des Aulnes", "du Sorbier", "de l’Ormeau", "du Tilleul")]
NEW += [f"Haie {name}" for name in ("du Nord", "du Sud", "des Vignes", "du Moulin", "du Lavoir")]
NEW += [f"Mare {name}" for name in ("aux Joncs", "aux Saules", "aux Tritons", "du Bas", "du Haut")]
NEW += [f"Sentier {name}" for name in ("des Buttes", "du Lac", "des Fours", "du Bac", "du Pont")]
TWIN = "Mon-guichet"
DOCUMENT = f"""# Bilan 2031

## Nos services

{{services}}

## Ce que le jury a donné

| Chef-lieu | Projet | Somme |
| --- | --- | --- |
| Aubigny | {NEW[0]} | 12 000 € |
| Brienne | {TWIN} | 30 000 € |

## Ce que nous mesurons

| Mesure | Résultats 2030 | Résultats 2031 |
| --- | --- | --- |
| Arbres plantés | 340 | 420 |
| Mares curées | 12 | 15 |
"""


def write_document() -> str:
    lines = [f"- [{name}](/startups/{slug(name)}.html) : entretenir (Canton)" for name in NEW]
    lines.append(f"- [{TWIN}](/startups/mon-guichet.html) : suivre un dossier (Canton)")
    return DOCUMENT.format(services="\n".join(lines))


def slug(name: str) -> str:
    return re.sub(r"\W+", "-", name.lower())


def find_remedy(hands: Hands, label: str) -> Locator:
    """Unfold the findings that one settles, and return the link to where that is done."""
    group = hands.page.locator(".bilan-checks__group").filter(has_text=label).first
    group.wait_for(state="attached")
    if group.get_attribute("open") is None:
        hands.click(group.locator("> summary"))
    return group.get_by_role("link", name=label)


@pytest.fixture
def report(index: ReportIndexPage) -> AnnualReportPage:
    """The report of the year before, and the service that the document has under another name."""
    page = AnnualReportPage(title="Bilan 2030", slug="2030", year=2030)
    index.add_child(instance=page)
    Service.objects.create(
        name="Monguichet", slug="monguichet", mission="Suivre son dossier.", phase="success"
    )
    return page


def test_an_import_is_put_right_and_published_by_mouse(
    editor: Page,
    index: ReportIndexPage,
    shots: Path,
    contexts: Any,
    record_property: Callable[[str, object], None],
) -> None:
    hands = Hands(editor)
    editor.goto(reverse("bilan_import", args=[index.pk]))
    content = {"name": "bilan.md", "mimeType": "text/markdown", "buffer": write_document().encode()}
    editor.get_by_label("Fichiers").set_input_files([content])
    hands.counts["fichiers"] += 1
    hands.fill(editor.get_by_label("Année du bilan"), "2031")
    hands.click(editor.get_by_role("button", name="Importer"))
    expect(editor.locator("main")).to_contain_text("existe peut-être aussi sous « Monguichet »")
    hands.shoot(shots, "mettre-au-point-compte")
    made = AnnualReportPage.objects.get(year=2031)
    assert Service.objects.filter(live=False).count() == len(NEW) + 1

    # The twin, from the checks beside the form; then the other records, which the report names.
    hands.click(editor.get_by_role("link", name="Ouvrir le brouillon"))
    hands.click(find_remedy(hands, f"Fusionner « {TWIN} »"))
    expect(editor.get_by_role("columnheader", name="Reste : Monguichet")).to_be_visible()
    hands.shoot(shots, "mettre-au-point-fusion")
    hands.click(editor.get_by_role("button", name="Fusionner", exact=True))
    expect(editor.locator(".messages .success")).to_contain_text("mène maintenant à")
    hands.click(find_remedy(hands, f"Publier {len(NEW)} services"))
    hands.click(editor.get_by_role("button", name="Oui, publier"))
    expect(editor.locator(".messages .success")).to_be_visible()

    # Both tables, from their menus; the names of the awards stand in the second column.
    tables = [block["id"] for block in made.body.raw_data if block["type"] == "data_table"]
    for block, label, gain in zip(
        tables,
        ("Tableau de financement", "Tableau d’indicateurs"),
        ("Colonne « Projet » mise en tête : elle nomme les lauréats.", "qui alimentent les séries"),
        strict=True,
    ):
        section = editor.locator(f"#block-{block}-section")
        hands.click(section.get_by_role("button", name="Autres actions"))
        hands.click(editor.get_by_role("menuitem", name="Lire comme…"))
        shown = editor.get_by_role("dialog")
        hands.click(shown.get_by_role("radio", name=label))
        expect(shown).to_contain_text(gain)
        hands.shoot(shots, f"mettre-au-point-{label[-9:]}")
        hands.click(shown.get_by_role("button", name=f"Lire comme « {label} »"))
        expect(shown).to_have_count(0)
        expect(section.locator(".c-sf-block__type")).to_have_text(label)
    hands.shoot(shots, "mettre-au-point-bilan")

    # Published, with the records that it names.
    open_actions(editor)
    hands.counts["clics"] += 1
    press_publish(editor.get_by_role("button", name="Publier", exact=True))
    hands.counts["clics"] += 1
    expect(editor.locator(".messages .success")).to_contain_text("a été publiée")

    # What everybody reads now.
    public = contexts(locale="fr-FR").new_page()
    public.goto("/bilan/2031/")
    services = public.locator("main a[href^='/services/']")
    assert set(services.evaluate_all(HREFS)) == {f"/services/{slug(name)}/" for name in NEW} | {
        "/services/monguichet/"
    }
    awards = public.get_by_role("table").filter(has_text="Somme")
    expect(awards.get_by_role("row").nth(2)).to_contain_text("Mon-guichet")
    expect(awards.get_by_role("row").nth(2).get_by_role("link")).to_have_attribute(
        "href", "/services/monguichet/"
    )
    public.screenshot(path=shots / "mettre-au-point-public.png", full_page=True)
    public.goto("/services/mon-guichet/")
    assert public.url.endswith("/services/monguichet/")
    expect(public.locator("main")).to_contain_text("30 000 €")
    public.goto("/recherche/?q=monguichet")
    assert public.locator("main a[href^='/services/']").evaluate_all(HREFS) == [
        "/services/monguichet/"
    ]
    record_property("counted: interactions that put an import right", hands.total)
    assert hands.total <= MAX_INTERACTIONS, hands.counts
