"""Raw HTML in the French State's design system, as later years use it."""

import pytest

ACCORDION = """<section class="fr-accordion">
  <h3 class="fr-accordion__title">
    <button class="fr-accordion__btn" aria-expanded="false">Nos chiffres</button>
  </h3>
  <div class="fr-collapse" id="a1">
    <p class="fr-text--lead">En bref</p>
    <ul>
      <li><strong>12</strong> services</li>
      <li>3 agents</li>
    </ul>
  </div>
</section>"""

FIGURE = """<figure class="fr-content-media" role="group" aria-label="Carte">
  <div class="fr-content-media__img">
    <img class="fr-responsive-img" src="/img/carte.png" alt="Carte des équipes">
  </div>
  <figcaption class="fr-content-media__caption">Les équipes en 2025</figcaption>
</figure>"""

CHART = """<figure class="fr-content-media">
  <img src="/img/barres.png" alt="Diagramme en barres">
  <figcaption>Produits par incubateur</figcaption>
  <div class="fr-transcription">
    <button class="fr-transcription__btn">Transcription</button>
    <div class="fr-modal__content">
      <h1 class="fr-modal__title">Produits par incubateur</h1>
      <ul><li>DINUM : 59</li><li>IGN : 14</li></ul>
    </div>
  </div>
</figure>"""

TABLE = """<div class="fr-table">
  <table>
    <caption>Accompagnements</caption>
    <thead><tr><th scope="col">Équipe</th><th scope="col">Résultat</th></tr></thead>
    <tbody>
      <tr><td>Accessibilité</td><td><ul><li>12 audits</li><li>3 ateliers</li></ul></td></tr>
      <tr><td>Sécurité</td><td>4</td></tr>
    </tbody>
  </table>
</div>"""

TOOLTIP = """<p>Le <span lang="en">bug bounty</span> a payé 3 650 €
<button class="fr-btn--tooltip fr-btn" aria-describedby="t">infobulle</button>
<span class="fr-tooltip fr-placement" id="t" role="tooltip">montant brut</span></p>"""


def kinds(found) -> list[str]:
    return [draft.kind for draft in found.drafts]


def test_an_accordion_with_figures_is_a_panel_of_blocks(blocks):
    found = blocks(f"{ACCORDION}\n\nSuite")
    panel, lead, figures, end, _ = found.drafts
    assert kinds(found) == ["panel", "paragraph", "key_figures", "panel", "paragraph"]
    assert (panel.value["title"], end.value["title"]) == ("Nos chiffres", "")
    assert lead.value["text"] == "<p>En bref</p>"
    assert [fact["figure"] for fact in figures.value["groups"][0]["facts"]] == ["12", "3"]


def test_headings_keep_their_level_and_none_is_that_of_the_report(blocks):
    found = blocks("\n\n".join(f"{'#' * level} Titre {level}" for level in range(1, 7)))
    levels = [(draft.value["text"], draft.value["level"]) for draft in found.drafts]
    assert levels == [("Titre 1", "2"), *((f"Titre {n}", str(n)) for n in range(2, 7))]


def test_a_figure_is_a_picture_with_its_caption(blocks):
    [picture] = blocks(FIGURE).drafts
    assert picture.kind == "picture"
    assert (picture.value["alt"], picture.value["caption"]) == (
        "Carte des équipes",
        "Les équipes en 2025",
    )
    assert picture.value["picture"].key == "/img/carte.png"


def test_a_figure_with_a_transcription_is_a_chart_that_owns_its_data(blocks):
    [chart] = blocks(CHART).drafts
    assert chart.kind == "chart"
    assert chart.value["title"] == "Produits par incubateur"
    assert [(row.head, row.cells[1].figure.value) for row in chart.value["data"]] == [
        ("DINUM", 59),
        ("IGN", 14),
    ]


def test_a_table_keeps_its_caption_and_the_lists_in_its_cells(blocks):
    [table] = blocks(TABLE).drafts
    assert table.kind == "data_table"
    assert table.value["caption"] == "Accompagnements"
    assert [column.heading for column in table.value["table"].columns] == ["Équipe", "Résultat"]
    assert [row.cells[1].raw for row in table.value["table"]] == ["12 audits\n3 ateliers", "4"]


def test_a_tooltip_at_no_certain_words_is_a_remark(blocks):
    [paragraph] = blocks(TOOLTIP).drafts
    words = '<p>Le <span lang="en">bug bounty</span> a payé 3\u202f650\u00a0€ (montant brut)</p>'
    assert paragraph.value["text"] == words


def test_a_button_that_is_a_link_is_a_link(blocks):
    [links] = blocks('<a class="fr-btn" href="/stats">Voir les statistiques</a>').drafts
    assert links.value["items"] == [{"text": "Voir les statistiques", "url": "/stats"}]


def test_comments_are_not_seen(blocks):
    found = blocks("avant\n\n<!-- secret 12 -->\n\naprès <!-- caché -->")
    assert "secret" not in str(found.drafts)
    assert "caché" not in str(found.drafts)


def test_tabs_nest_lists(blocks):
    found = blocks(
        "- **[Mano](/startups/mano.html)**\n\t- Sa mission : aider\n"
        "\t- Son impact :\n\t\t- 12 équipes"
    )
    [cards] = found.drafts
    assert cards.kind == "impact_cards"
    assert cards.value["cards"][0]["facts"][0]["figure"] == "12"


@pytest.mark.django_db
@pytest.mark.parametrize("html", [ACCORDION, FIGURE, CHART, TABLE, TOOLTIP])
def test_every_word_is_kept(import_file, report_text, html):
    for text in (html, f"## Titre\n\n{html}\n\nSuite du texte\n\n{html}"):
        outcome = import_file(report_text(text), replace=True)
        assert (outcome.fidelity.lost, outcome.fidelity.added) == ((), ()), text


@pytest.mark.parametrize(
    ("said", "data"),
    [
        ("<ul><li>59 produits à la DINUM</li></ul>", [("DINUM", [59])]),
        (
            "<ul><li>2024 : 12 agents</li><li>2025 : 14 agents</li></ul>",
            [("2024", [12]), ("2025", [14])],
        ),
        (
            "<table><tr><th>Année</th><th>Agents</th><th>Autres</th></tr>"
            "<tr><td>2024</td><td>1</td><td>2</td></tr></table>",
            [("2024", [1, 2])],
        ),
        ("<ul><li>une hausse</li><li>12 agents</li></ul>", []),
        ("<table><tr><th>a</th><th>b</th></tr><tr><td>x</td><td>beaucoup</td></tr></table>", []),
    ],
)
def test_data_are_read_out_of_a_transcription_that_gives_them(blocks, said, data):
    image = "<p><img src='/g.png' alt='barres' title='t'></p>"
    html = f"{image}<div class='fr-transcription'>{said}</div>"
    [chart] = blocks(html).drafts
    rows = [(row.head, [c.figure.value for c in row.cells[1:]]) for row in chart.value["data"]]
    assert rows == data
    assert chart.value["transcription"]


def test_the_words_above_the_list_of_a_transcription_give_its_unit(blocks):
    [chart] = blocks(
        '<figure><img src="a.png" alt="Recettes"><div class="fr-transcription">'
        "<p>Recettes, en millions d’euros :</p><ul><li>2031 : 18,0</li><li>2032 : 18,5</li></ul>"
        "</div></figure>"
    ).drafts
    assert chart.value["unit"] == "millions d’euros"
