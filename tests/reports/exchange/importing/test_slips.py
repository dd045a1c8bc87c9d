"""Slips of authors and their tools: numbers stay what they are, and what is lost is told."""

import pytest

from reports.core.text.words import split_words
from reports.exchange.importing.loss import list_draft_words


def messages(found) -> str:
    return "\n".join(str(notice) for notice in found.notices)


def cells(found) -> list[list[str]]:
    return [[cell.raw for cell in row.cells] for row in found.drafts[0].value["table"]]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("| A | B |\n|---|---|\n| x | 78<sup>1</sup> |", "78¹"),
        ("| A | B |\n|---|---|\n| x | 12<br>345 |", "12 ; 345"),
        ("<table><tr><th>A</th><th>B</th></tr><tr><td>x</td><td><p>12</p><p>500</p></td></table>",
         "12 ; 500"),
        ("| A | B |\n|---|---|\n| x | 10<sup>6</sup> |", "10⁶"),
    ],
)  # fmt: skip
def test_marks_and_lines_do_not_change_a_number(blocks, markdown, expected):
    found = blocks(markdown)
    assert cells(found)[0][1] == expected
    assert not found.drafts[0].value["table"].rows[0].cells[1].figure.is_number


def test_a_footnote_mark_does_not_make_another_indicator():
    from reports.exchange.importing.registry import fold_name

    assert fold_name("Satisfaction¹") == fold_name("satisfaction")


@pytest.mark.parametrize(
    "html",
    [
        "<ul><p>Intro 12</p><li>A 3 %</li>texte 15</ul>",
        "<table><caption>Légende 12</caption></table>",
    ],
)
def test_what_structure_would_lose_stays_rich_text_and_is_told(blocks, html):
    from bs4 import BeautifulSoup

    found = blocks(html)
    assert list_draft_words(found.drafts) == split_words(BeautifulSoup(html, "lxml").get_text(" "))
    assert "perdrait des mots" in messages(found)


def test_end_tags_may_be_left_out_as_browsers_allow(blocks):
    [facts] = blocks("<ul><li>Services : 12 %\n<li>Agents : 13 %</ul>").drafts
    assert [line["figure"] for line in facts.value["items"]] == ["12 %", "13 %"]
    found = blocks("<table><tr><th>A<th>B<tr><td>x<td>12</table>")
    assert cells(found) == [["x", "12"]]


def test_blocks_in_rich_text_keep_their_words_apart(blocks):
    html = '<div class="fr-callout"><p>Agents en 2024</p><ul><li>12 femmes</li></ul></div>'
    found = blocks(html)
    assert "2024</p><ul><li>12" in found.drafts[0].value["text"]
    assert "chiffre resté dans du texte riche : « 12 »" in messages(found)


def test_a_list_or_a_line_of_files_is_downloads(blocks):
    found = blocks("- [Un](/a.pdf)\n- [Deux](/b.ods)\n\nmots\n\n[Trois](/c.pdf) [Quatre](/d.pdf)")
    assert [d.value["title"] for d in found.drafts if d.kind == "download"] == [
        "Un",
        "Deux",
        "Trois",
        "Quatre",
    ]


def test_a_link_whose_address_is_lost_is_told(blocks):
    found = blocks("mots\n\n### [Pix](/startups/pix.html)")
    assert "vers /startups/pix.html n’a pas été repris ; ses mots sont gardés." in messages(found)
    said = messages(blocks("mots\n\n### [Pix](#X395b47b7)"))
    assert "le lien « Pix » vers un autre endroit du fichier n’a pas été repris" in said
    assert "X395b47b7" not in said


def test_struck_text_in_a_cell_is_told(blocks):
    found = blocks("| A | B |\n|---|---|\n| x | ~~12 %~~ 15 % |")
    assert "texte barré gardé comme texte courant : « 12 % »" in messages(found)


def test_ids_that_kramdown_gives_are_anchors(blocks):
    found = blocks("## Résultats {#res}\n\n## Autre\n{: #ancien .x}\n\n## Reste\n\nmots {: .x}")
    assert [d.value["anchor"] for d in found.drafts if d.kind == "heading"] == [
        "res",
        "ancien",
        "reste",
    ]


def test_our_own_marks_never_reach_the_text(blocks):
    found = blocks('<img alt="x\n<y z" src="/a.png">\n\n<p>a <b\n<i x>c</i></p>')
    assert "data-line" not in str(found.drafts)


def test_kramdown_tables_and_markdown_in_html(blocks):
    assert cells(blocks("| a | b |\n|---+---|\n| x | 12 |")) == [["x", "12"]]
    found = blocks('<div class="fr-callout" markdown="1">\n- 12 % de A\n</div>')
    assert "<li>12\u00a0% de A</li>" in found.drafts[0].value["text"]


def test_an_unclosed_comment_is_told(blocks):
    [damage] = blocks("mots\n\n<!-- note\n\nsuite").damage
    assert str(damage) == "ligne 6 : commentaire <!-- jamais fermé"


def test_a_clean_file_that_speaks_of_damage_is_left_alone(tmp_path):
    from reports.exchange.importing import source

    path = tmp_path / "bilan.md"
    path.write_text("« é » mal relu s’écrit « Ã© », répété.\n", encoding="utf-8")
    assert "Ã©" in source.read_source(path).text


# False structure


def kinds(found) -> list[str]:
    return [draft.kind for draft in found.drafts]


@pytest.mark.parametrize(
    "table",
    [
        "| Cible 2026 | Indicateur | Résultats 2025 |\n|---|---|---|\n| 80 % | Accord | 78 % |",
        "| Code | Indicateur | Résultats 2025 |\n|---|---|---|\n| 1.1 | Satisfaction | 78 % |",
        "| Objectif 2025 | Description |\n|---|---|\n| Simplifier | aller au plus court |",
        "| Action | Commentaire sur les résultats 2025 |\n|---|---|\n| Former | fait |",
    ],
)
def test_these_are_no_indicator_tables(blocks, table):
    assert kinds(blocks(table)) == ["data_table"]


@pytest.mark.parametrize("head", ["Réalisé 2025", "Prévu 2025", "Cible 2025"])
def test_these_are_indicator_tables(blocks, head):
    assert kinds(blocks(f"| Indicateur | {head} |\n|---|---|\n| Agents | 12 |")) == [
        "indicator_table"
    ]


def test_a_column_beside_the_values_states_nothing():
    from reports.content.tables import Column
    from reports.core.document.periods import read_period

    assert read_period(Column("Évolution 2025")) is None
    assert read_period(Column("Commentaire 2025")) is None
    assert read_period(Column("Prévu 2025")).kind == "target"


def test_one_year_in_a_card_does_not_make_it_a_comparison(blocks):
    found = blocks(
        "- **[Pix](/startups/pix.html)**\n    - Sa mission : certifier\n"
        "    - *En accélération*\n    - Impact en 2025 :\n        - 12 agents"
    )
    [cards] = found.drafts
    [card] = cards.value["cards"]
    assert cards.kind == "impact_cards"
    assert (card["mission"], card["status"]) == ("certifier", "En accélération")


def test_a_list_of_places_makes_no_incubator(blocks):
    text = "## Agenda\n\n- Atelier d’idéation (Paris)\n- Réunion (Lyon)\n- Séminaire (Lille)"
    assert kinds(blocks(text)) == ["heading", "paragraph"]


def test_bold_words_make_terms_only_in_a_glossary(blocks):
    listed = "- **Problème** : le constat\n- **Solution** : la réponse"
    plain, glossary = blocks(f"## Démarche\n\n{listed}"), blocks(f"## Glossaire\n\n{listed}")
    assert kinds(plain) == ["heading", "paragraph"]
    assert all(item["term"] for item in glossary.drafts[1].value["items"])


def test_heads_of_rows_are_no_heads_of_columns(blocks):
    html = (
        "<table><tr><th scope=row>Budget</th><td>12 M€</td></tr>"
        "<tr><th scope=row>ETP</th><td>3</td></tr></table>"
    )
    assert cells(blocks(html)) == [["Budget", "12 M€"], ["ETP", "3"]]
    html = (
        "<table><thead><tr><td>A</td><td>B</td></tr></thead><tr><td>x</td><td>1</td></tr></table>"
    )
    assert [c.heading for c in blocks(html).drafts[0].value["table"].columns] == ["A", "B"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<div id="graphique-2023"><p>a</p></div>', "d’une autre année (« graphique-2023 »)"),
        ('<a class="fr-link--download" href="/a.pdf">Lire<span class="fr-link__detail">PDF – '
         "1,5 MB</span></a>", "poids saisi « 1,5 MB »"),
        ("- Incubateur A (Ministère\n- Incubateur B (Agence)\n- Incubateur C (Institut)",
         "« Incubateur A », la parenthèse n’est jamais refermée : « Ministère »"),
    ],
)  # fmt: skip
def test_what_is_repaired_in_passing_is_told(blocks, text, expected):
    assert expected in messages(blocks(text))


@pytest.mark.parametrize(
    "text",
    [
        '<div id="graphique-2024"><p>a</p></div>',
        '<div id="a-20241"><p>a</p></div>',
        "- Incubateur A (Ministère)\n- Incubateur B (Agence)",
    ],
)
def test_what_needs_no_repair_is_not_told(blocks, text):
    assert messages(blocks(text)) == ""
