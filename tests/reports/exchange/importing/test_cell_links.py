"""A cell leads to one address: what else its links were is told, with address, row and column."""

import pytest

from reports.core.figures.locale import FRENCH
from reports.exchange.importing.clipboard.reading import read_paste

A, B = "https://a.fr/x", "https://b.fr/y"
LOST = "le lien « {} » vers {} n’a pas été repris ; ses mots sont gardés."
WIDER = "le lien « {} » vers {} est celui de toute la cellule maintenant."
PLACE = "ligne « Un », colonne « Liens » : "


def read(blocks, cell: str, head: str = "Un", above: str = ""):
    found = blocks(f"{above}\n\n| Nom | Liens |\n|---|---|\n| {head} | {cell} |")
    [row] = found.drafts[-1].value["table"].rows
    return row, [notice.message for notice in found.notices]


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (
            f"<ul><li><a href='{A}'>Alpha</a></li><li><a href='{B}'>Beta</a></li></ul>",
            "Alpha\nBeta",
        ),
        (f"[Alpha]({A}) [Beta]({B})", "Alpha Beta"),
        (f"[Alpha]({A})<br>[Beta]({B})", "Alpha Beta"),
    ],
)
def test_links_to_several_places_are_words_and_told(blocks, cell, words):
    row, said = read(blocks, cell)
    assert (row.cells[1].raw, row.cells[1].url) == (words, "")
    assert said == [PLACE + LOST.format("Alpha", A), PLACE + LOST.format("Beta", B)]


def test_a_link_that_stands_elsewhere_too_is_told(blocks):
    """An address in another block does not make up for the one that a cell lost."""
    _, said = read(blocks, f"[Alpha]({A}) [Beta]({B})", above=f"Voir [a]({A}) et [b]({B}).")
    assert len(said) == 2


def test_a_link_on_some_words_is_that_of_the_cell_and_told(blocks):
    row, said = read(blocks, f"Voir [le rapport]({A}) complet")
    assert (row.cells[1].url, said) == (A, [PLACE + WIDER.format("le rapport", A)])
    row, said = read(blocks, "3", head=f"Un, voir [ici]({A})")
    assert (row.head, row.url) == ("Un, voir ici", A)
    assert said == ["ligne « Un, voir ici », colonne « Nom » : " + WIDER.format("ici", A)]


@pytest.mark.parametrize(
    "cell", [f"[Alpha]({A})", f"**[Alpha]({A}).**", f"[Al]({A})[pha]({A})", "Alpha"]
)
def test_a_cell_that_is_a_link_needs_no_word(blocks, cell):
    row, said = read(blocks, cell, head=f"[Un]({B})")
    assert (row.cells[1].url, row.url) == (A if A in cell else "", B)
    assert said == []


def test_links_after_the_name_stay_in_the_note(blocks):
    row, said = read(blocks, "3", head=f"**Un** : voir [Alpha]({A}) et [Beta]({B})")
    assert (row.head, row.url, said) == ("Un", "", [])
    assert A in row.note
    assert B in row.note


def test_a_link_in_the_head_of_a_column_is_told(blocks):
    found = blocks(f"Voir [a]({A}).\n\n| Nom | [Liens]({A}) |\n|---|---|\n| Un | 3 |")
    assert [each.message for each in found.notices] == [
        "intitulé de colonne : " + LOST.format("Liens", A)
    ]


def test_the_amount_of_a_budget_keeps_its_link(blocks):
    found = blocks(f"## Dépenses\n\n| Poste | Montant |\n|---|---|\n| Un | [3 €]({A}) |")
    [line] = found.drafts[-1].value["lines"]
    assert (found.drafts[-1].kind, line["amount"]["url"], found.notices) == ("budget", A, [])


def test_the_service_of_an_award_keeps_its_link_and_the_other_is_told(blocks):
    names = f"[Alpha](/startups/alpha.html) et [Beta]({B})"
    found = blocks(f"| Service | Montant alloué |\n|---|---|\n| {names} | 3 € |")
    [row] = found.drafts[0].value["table"].rows
    where = "ligne « Alpha et Beta », colonne « Service » : "
    assert (found.drafts[0].kind, row.url) == ("funding_table", "/startups/alpha.html")
    assert [each.message for each in found.notices] == [
        where + WIDER.format("Alpha", "/startups/alpha.html"),
        where + LOST.format("Beta", B),
    ]


@pytest.mark.django_db
def test_a_paste_says_it_too():
    cells = f"<td>Un<td><ul><li><a href='{A}'>Alpha</a><li><a href='{B}'>Beta</a></ul>"
    pasted = read_paste(f"<table><tr><th>Nom<th>Liens<tr>{cells}</table>", "", FRENCH, 2024)
    place = PLACE[0].upper() + PLACE[1:]
    assert place + LOST.format("Alpha", A) in pasted.notices
    assert place + LOST.format("Beta", B) in pasted.notices
