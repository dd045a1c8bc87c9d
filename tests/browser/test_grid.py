"""Tables edited as tables: every kind in one grid, pasted, undone, chosen and copied by keys."""

import copy
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, Request, expect

from reports.content.models import AnnualReportPage

from .conftest import grid, item
from .system_clipboard import paste_into

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CLIPBOARD = Path(__file__).parent / "clipboard"
SHOTS = os.environ.get("SCREENSHOTS", "")
PLACES = {"indicator": 0, "funding": 1, "budget": 2, "data_table": 3, "chart": 4}
MAX_RATIO = 40  # times what it takes this browser to make 5,000 plain fields
PLAIN = """() => {
    const table = document.createElement("table");
    table.innerHTML = ("<tr>" + "<td><input></td>".repeat(10) + "</tr>").repeat(500);
    document.body.append(table);
    table.getBoundingClientRect();
    table.remove();
}"""

Body = list[Any]
Save = Callable[[], Body]


def said(before: str, figure: Any, after: str, url: str = "") -> dict[str, Any]:
    return {"before": before, "figure": figure, "after": after, "url": url}


LINES = [
    # what its text alone would not tell: a figure that was divided by hand
    ("Réseau", "salons", said("soit", "1 000 € en", "2 ans", "/a"), said("", "3,7 ETPT", "")),
    (
        "Hébergement",
        "",
        said("", {"raw": "+80 % du reste", "read_as": "80 %"}, ""),
        said("", "", ""),
    ),
]


@pytest.fixture
def report(report: AnnualReportPage) -> AnnualReportPage:
    """A report with one table of each kind."""
    names = ("title", "detail", "amount", "staff")
    lines = [item(dict(zip(names, line, strict=True))) for line in LINES]
    heads = ["Catégorie", "Valeur"]
    table, chart = grid(heads, ["a", "1"], ["b", "2"], ["c", "3"]), grid(heads, ["d", "4"])
    indicators = grid(["Indicateurs", "Résultats N-1", "Objectifs N", "Résultats N"])
    rest = {"kind": "bar", "unit": "", "source": "", "note": "", "picture": None, "alt": ""}
    rest |= {"transcription": "", "basis": "", "written_for": None}
    body = [
        item({"caption": "", "table": indicators}, "indicator_table"),
        item(
            {
                "caption": "",
                "funding_round": None,
                "reference_name": "",
                "table": grid(["Produit", "Mission", "Montant attribué"]),
            },
            "funding_table",
        ),
        item({"title_heading": "", "amount_heading": "", "lines": lines}, "budget"),
        item({"caption": "Enquête", "table": table}, "data_table"),
        item({"title": "Appels", "data": chart, **rest}, "chart"),
    ]
    report.body = json.dumps(body)
    report.save()
    return report


@pytest.fixture
def expected(report: AnnualReportPage) -> Body:
    return copy.deepcopy(list(report.body.raw_data))


def table(editor: Page, kind: str) -> Locator:
    return editor.locator(".bilan-table").nth(PLACES[kind])


def at(editor: Page, kind: str, row: int, column: int) -> Locator:
    """The input of a cell; row -1 is the headings."""
    where = table(editor, kind)
    line = where.locator("thead tr") if row < 0 else where.locator("tbody").nth(row).locator("tr")
    return line.first.locator("th, td").nth(column + 1).locator("input, textarea").first


def field(editor: Page, kind: str) -> dict[str, Any]:
    return json.loads(table(editor, kind).locator("> textarea").input_value())


def texts(editor: Page, kind: str) -> list[list[str]]:
    rows = field(editor, kind)["rows"]
    return [[c if isinstance(c, str) else c["raw"] for c in row["cells"]] for row in rows]


def seen(editor: Page, kind: str) -> list[list[str]]:
    """The cells as they stand on the page."""
    return table(editor, kind).evaluate(
        """root => [...root.querySelector("table").tBodies].map(({ rows: [line] }) =>
            [...line.cells].slice(1).map((cell) => cell.querySelector("input, textarea").value))"""
    )


def headings(editor: Page, kind: str) -> list[str]:
    return [column["heading"] for column in field(editor, kind)["columns"]]


def status(editor: Page, kind: str) -> Locator:
    return table(editor, kind).locator("[role=status]")


COPIED: dict[str, list[list[str]]] = {
    "indicator": [
        ["Guichets ouverts le samedi", "1\u00a0217", "1\u00a0500", "1\u00a0629"],
        ["Dossiers tenus en moins d’un mois", "17,4%", "20,0%", "18,3%"],
        ["Note moyenne", "4,2/5", "", "Plus de 4,3/5"],
    ],
    "funding": [
        ["Marelle", 'Relier les "petites" gares ; et les grandes', "120\u00a0000 €"],
        ["Tournesol", "Suivre l’ombre", "85\u00a0500,50 €"],
        ["Total", "", "205\u00a0501 €"],
    ],
    "budget": [
        ["Animation du réseau", "salons et voyages", "1\u00a0406\u00a0165 €", "3,7 ETPT"],
        ["Hébergement", "", "98\u00a0000 €", ""],
        ["Total", "", "1\u00a0504\u00a0165 €", "3,7 ETPT"],
    ],
    "data_table": [
        ["", "2023", "2024", ""],
        ["Le portail est lisible", "227", "1\u00a0304", "4,1"],
        ["Je le <b>recommande</b>", "62,0%", "70,0%", "=1+1 (texte)"],
    ],
    "chart": [
        ["T1", "12\u00a0040", "8\u00a0300"],
        ["T2", "13\u00a0500", "-250"],
        ["T3", "ND", "6\u00a0020"],
    ],
}
HEADS = {
    "indicator": ["Indicateurs", "Résultats 2023", "Objectifs 2024", "Résultats 2024"],
    "funding": ["Produit", "Mission", "Montant attribué"],
    "budget": ["Poste", "Précision", "Montant", "Effectif"],
    "data_table": ["Enquête de rentrée", "Réponses", "", "Moyenne"],
    "chart": ["Trimestre", "Appels", "Courriels"],
}


@pytest.mark.firefox
def test_what_calc_copies_fills_every_kind_of_table(
    editor: Page, expected: Body, saved: Save
) -> None:
    for kind in PLACES:
        # a budget has its headings for ever; the others are filled from their first heading on
        into = at(editor, kind, 0 if kind == "budget" else -1, 0)
        plain, html = ((CLIPBOARD / f"{kind}{end}").read_text() for end in (".tsv", ".html"))
        paste_into(into, plain, html)
        assert (kind, headings(editor, kind)) == (kind, HEADS[kind])
        assert (kind, texts(editor, kind)) == (kind, COPIED[kind])
        filled = field(editor, kind)
        if kind == "funding":  # whose text has the hidden column too
            continue
        paste_into(at(editor, kind, 0 if kind == "budget" else -1, 0), plain)
        assert field(editor, kind) == filled
    body = saved()
    for block, was, kind in zip(body, expected, PLACES, strict=True):
        stored = block["value"]
        if kind == "budget":
            lines = stored["lines"]
            amounts = [line["value"]["amount"]["figure"] for line in lines]
            assert amounts == [row[2] for row in COPIED["budget"]]
            assert [line["value"]["title"] for line in lines] == [r[0] for r in COPIED["budget"]]
            assert [line["id"] for line in lines][:2] == [x["id"] for x in was["value"]["lines"]]
            continue
        stored = stored.get("table") or stored["data"]
        assert [c["heading"] for c in stored["columns"]] == HEADS[kind]
        assert [row["cells"] for row in stored["rows"]] == COPIED[kind]


def test_a_budget_that_is_not_edited_stays_as_it_is(
    editor: Page, expected: Body, saved: Save
) -> None:
    assert texts(editor, "budget")[0][2] == "soit 1 000 € en 2 ans"
    at(editor, "chart", 0, 1).fill("5")
    expected[4]["value"]["data"]["rows"][0]["cells"][1] = "5"
    assert saved()[2] == expected[2]


def test_a_cell_of_a_budget_changes_its_fact_alone(
    editor: Page, expected: Body, saved: Save
) -> None:
    at(editor, "budget", 1, 3).fill("environ 2,5 ETPT par an")
    reading = at(editor, "budget", 1, 3).locator("xpath=..").locator(".bilan-figure__reading")
    expect(reading).to_contain_text("environ 2,5")
    at(editor, "budget", 0, 0).press("Alt+ArrowDown")
    table(editor, "budget").get_by_label("Ligne « Réseau » : outils et détails").click()
    table(editor, "budget").get_by_label("Lien : Effectif").fill("/b")
    lines = expected[2]["value"]["lines"]
    lines[1]["value"]["staff"] = said("", "environ 2,5 ETPT", "par an")
    lines[0]["value"]["staff"] = said("", "3,7 ETPT", "", "/b")
    lines.reverse()
    assert saved() == expected


@pytest.mark.firefox
def test_everything_is_undone_and_done_again_step_by_step(editor: Page) -> None:
    kind = "data_table"
    cell = at(editor, kind, 1, 1)
    steps: list[tuple[dict[str, Any], tuple[int, int]]] = [(field(editor, kind), (0, 0))]

    def done(row: int, column: int) -> None:
        assert field(editor, kind) != steps[-1][0]
        steps.append((field(editor, kind), (row, column)))

    cell.fill("9")
    cell.press("Control+z")
    assert seen(editor, kind) == texts(editor, kind) == [["a", "1"], ["b", "2"], ["c", "3"]]
    cell.focus()
    editor.keyboard.type("+80 % de tout")  # many strokes, one step
    done(1, 1)
    cell.press("F2")
    editor.keyboard.type("plus de 80 %")
    done(1, 1)
    paste_into(at(editor, kind, 2, 1), "7\t8\n9\t10")
    done(2, 1)
    at(editor, kind, 0, 0).press("Control+Enter")
    done(0, 0)
    at(editor, kind, 2, 1).press("Alt+ArrowUp")
    done(2, 1)
    at(editor, kind, 0, 1).press("Alt+Delete")
    done(0, 1)
    at(editor, kind, -1, 2).press("Alt+ArrowLeft")
    done(-1, 2)
    at(editor, kind, -1, 1).fill("Autre")
    done(-1, 1)

    for (_, place), (before, _) in zip(steps[:0:-1], steps[-2::-1], strict=True):
        editor.keyboard.press("Control+z")
        assert field(editor, kind) == before
        assert seen(editor, kind) == texts(editor, kind)
        within = at(editor, kind, *place).locator("xpath=ancestor::*[self::td or self::th][1]")
        expect(within.locator(":focus")).to_have_count(1)
        expect(status(editor, kind)).to_contain_text("Annulé : ")
    expect(table(editor, kind).get_by_role("button", name="Annuler")).to_be_disabled()
    for after, _ in steps[1:]:
        editor.keyboard.press("Control+Shift+z")
        assert field(editor, kind) == after
        assert seen(editor, kind) == texts(editor, kind)
        expect(status(editor, kind)).to_contain_text("Rétabli : ")
    table(editor, kind).get_by_role("button", name="Annuler").click()
    assert field(editor, kind) == steps[-2][0]
    expect(at(editor, kind, -1, 1)).to_be_focused()
    table(editor, kind).get_by_role("button", name="Rétablir").click()
    assert field(editor, kind) == steps[-1][0]


@pytest.mark.firefox
def test_keys_lead_through_the_table_and_change_its_shape(editor: Page) -> None:
    kind = "data_table"

    def focused(row: int, column: int) -> None:
        expect(at(editor, kind, row, column)).to_be_focused()

    at(editor, kind, 0, 0).press("Control+End")
    focused(2, 1)
    editor.keyboard.press("ArrowLeft")
    focused(2, 0)
    editor.keyboard.press("End")
    editor.keyboard.type("ccc")
    editor.keyboard.press("ArrowLeft")
    focused(2, 0)  # within its text
    for _ in range(2):
        editor.keyboard.press("ArrowRight")
    focused(2, 1)
    editor.keyboard.press("Control+Home")
    focused(0, 0)
    editor.keyboard.press("Control+Enter")
    focused(1, 0)
    expect(status(editor, kind)).to_have_text("Ligne ajoutée.")
    assert [row[0] for row in texts(editor, kind)] == ["a", "", "b", "cccc"]
    editor.keyboard.press("Alt+Delete")
    focused(1, 0)
    assert [row[0] for row in texts(editor, kind)] == ["a", "b", "cccc"]
    at(editor, kind, -1, 1).press("Control+Enter")
    focused(-1, 2)
    assert headings(editor, kind) == ["Catégorie", "Valeur", ""]
    editor.keyboard.press("Alt+ArrowLeft")
    focused(-1, 1)
    assert headings(editor, kind) == ["Catégorie", "", "Valeur"]
    editor.keyboard.press("Alt+Delete")
    assert headings(editor, kind) == ["Catégorie", "Valeur"]
    at(editor, kind, -1, 0).press("Alt+Delete")
    expect(status(editor, kind)).to_contain_text("Cette colonne reste")
    assert headings(editor, kind) == ["Catégorie", "Valeur"]


@pytest.mark.firefox
def test_a_block_is_chosen_copied_cut_and_emptied(editor: Page) -> None:
    kind = "data_table"
    at(editor, kind, 0, 0).select_text()
    for key in ("Shift+ArrowDown", "Shift+ArrowRight", "Shift+ArrowDown", "Shift+ArrowUp"):
        editor.keyboard.press(key)
    expect(table(editor, kind).locator(".bilan-table__chosen")).to_have_count(4)
    expect(status(editor, kind)).to_have_text("Bloc choisi : 2 lignes sur 2 colonnes.")
    editor.keyboard.press("Control+c")
    assert editor.evaluate("navigator.clipboard.readText()") == "a\t1\nb\t2"
    at(editor, kind, 2, 0).focus()
    editor.keyboard.press("Control+v")
    assert texts(editor, kind) == [["a", "1"], ["b", "2"], ["a", "1"], ["b", "2"]]
    at(editor, kind, 1, 0).click()
    at(editor, kind, 2, 1).click(modifiers=["Shift"])
    editor.keyboard.press("Control+x")
    assert texts(editor, kind) == [["a", "1"], ["", ""], ["", ""], ["b", "2"]]
    editor.keyboard.press("Control+z")
    at(editor, kind, 3, 1).select_text()
    editor.keyboard.press("Shift+ArrowLeft")
    editor.keyboard.press("Delete")
    assert texts(editor, kind)[3] == ["", ""]
    at(editor, kind, 0, 0).select_text()
    editor.keyboard.press("Control+a")
    expect(status(editor, kind)).to_have_text("Bloc choisi : 5 lignes sur 2 colonnes.")


def cells(*rows: str) -> str:
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


RAN = "<script>window.ran = 1</script><img src=x onerror='window.ran = 1'>"
# What is on the clipboard (HTML, text) -> the cells, pasted into an empty table of one column.
PASTES: dict[str, tuple[str, str, list[list[str]]]] = {
    "columns that span": (
        cells("<td colspan=2>a<td>b", "<td>c<td>d<td>e"),
        "",
        [["a", "", "b"], ["c", "d", "e"]],
    ),
    "rows that span": (
        cells("<th rowspan=2>a<td>b<td rowspan=3>c", "<td>d", "<td>e<td>f"),
        "",
        [["a", "b", "c"], ["", "d", ""], ["e", "f", ""]],
    ),
    "both": (cells("<td rowspan=2 colspan=2>a<td>b", "<td>c"), "", [["a", "", "b"], ["", "", "c"]]),
    "short rows": (cells("<td>a<td>b", "<td>c"), "", [["a", "b"], ["c", ""]]),
    "code": (
        cells(
            f"<td>{RAN}a<td>&lt;script&gt;b",
            "<td onclick='window.ran = 1'>c<td><svg onload='window.ran = 1'>",
        ),
        "",
        [["a", "<script>b"], ["c", ""]],
    ),
    "hidden": (
        "<table><col><col style='display:none'><col><tr><td>a<td>b<td>c<tr><td>d<td>e<td>f"
        "<tr style='display: none'><td>g<td>h<td>i<tr><td>j<td>k<td>l<span hidden>m</span></table>",
        "",
        [["a", "c"], ["d", "f"], ["j", "l"]],
    ),
    "a page": (
        "<main><p>Avant</p><div><table><tr><td><table><thead><tr><th>a<th>b</thead><tbody><tr>"
        "<td>c<br>d<td><p>e</p><p>f</p></table></table></div><p>Après</p></main>",
        "",
        [["a", "b"], ["c d", "e f"]],
    ),
    "spaces": (
        cells("<td>1&nbsp;234\u202f567&nbsp;€<td>&nbsp;", "<td> a \n b<td>c"),
        "",
        [["1\u00a0234\u202f567\u00a0€", ""], ["a b", "c"]],
    ),
    "quoted text": (
        "",
        '"a\nb"\t"c ""d"" \n e"\r\n"f"\t=A1+B1\r\n',
        [["a b", 'c "d" e'], ['"f"', "=A1+B1"]],
    ),
    "lone quotes": ("", '"a\tb\n5"x\tc"d', [['"a', "b"], ['5"x', 'c"d']]),
    "a list": ("", "un\ndeux\n\u202f3 000\n", [["un"], ["deux"], ["3 000"]]),
    "prose": (
        "",
        "Une phrase.\n\nUne autre,\nqui continue.",
        [["Une phrase. Une autre, qui continue."]],
    ),
    "prose of a page": ("<p>un</p><p>deux</p>", "un\ndeux", [["un deux"]]),
    "one cell": (cells("<td>a<br>b"), '"a\nb"', [["a b"]]),
    "lists": (
        cells("<td>a<td>un :<ul><li>deux<ul><li> trois</ul><li><p>quatre</ul>cinq", "<td>b<td>c"),
        "",
        [["a", "un :\ndeux\ntrois\nquatre\ncinq"], ["b", "c"]],
    ),
}


@pytest.mark.firefox
def test_whatever_is_pasted_is_cells_of_text(editor: Page) -> None:
    kind = "data_table"
    first = at(editor, kind, 0, 0)
    first.focus()
    first.select_text()
    editor.keyboard.press("Control+a")
    editor.keyboard.press("Delete")
    before = field(editor, kind)
    for name, (html, text, block) in PASTES.items():
        paste_into(at(editor, kind, 0, 0), text, html)
        found = texts(editor, kind)
        width = len(block[0])
        assert (name, [row[:width] for row in found[: len(block)]]) == (name, block)
        assert not any(any(row[width:]) for row in found), name
        assert not any(any(row) for row in found[len(block) :]), name
        expect(status(editor, kind)).not_to_be_empty()
        at(editor, kind, 0, 0).press("Control+z")
        assert (name, field(editor, kind)) == (name, before)
    assert editor.evaluate("window.ran") is None


def test_links_that_are_pasted_stay_links(editor: Page) -> None:
    kind = "data_table"
    head, *lines = (
        "<th>Catégorie<th>Valeur",
        "<td><a href='https://example.org/a'>Alpha</a><td><a href='https://example.org/b'>7</a>",
        "<td><a href='javascript:void(0)'>Bêta</a><td><a href='#ftn1'>8</a>",
    )
    for pasted in (cells(*lines), cells(head, *lines)):
        paste_into(at(editor, kind, 0, 0), "", pasted)
        alpha, beta = field(editor, kind)["rows"][:2]
        assert (alpha["cells"][0], alpha["url"]) == ("Alpha", "https://example.org/a")
        assert alpha["cells"][1] == {"raw": "7", "url": "https://example.org/b"}
        assert (beta["cells"][:2], beta.get("url")) == (["Bêta", "8"], None)
        at(editor, kind, 0, 0).press("Control+z")


def test_links_that_no_cell_can_hold_are_told(editor: Page) -> None:
    kind = "data_table"
    a, b = "<a href='https://a.fr/x'>Alpha</a>", "<a href='https://b.fr/y'>Bêta</a>"
    lost = "Liens non repris : « Alpha » (https://a.fr/x), « Bêta » (https://b.fr/y)."
    lines = f"<td>Un<td><ul><li>{a}<li>{b}</ul>", f"<td>Deux, voir {a}<td>7"
    paste_into(at(editor, kind, 0, 0), "", cells(*lines))
    one, two = field(editor, kind)["rows"][:2]
    assert (one["cells"][:2], one.get("url")) == (["Un", "Alpha\nBêta"], None)
    assert (two["cells"][:2], two["url"]) == (["Deux, voir Alpha", "7"], "https://a.fr/x")
    widened = "Lien de toute la cellule maintenant : « Alpha » (https://a.fr/x)."
    expect(status(editor, kind)).to_contain_text(f"{lost} {widened}")
    at(editor, kind, 0, 0).press("Control+z")

    paste_into(at(editor, kind, 0, 0), "", cells(f"<td>Un, voir {a}"))  # words where the caret is
    expect(status(editor, kind)).to_contain_text("Liens non repris : « Alpha » (https://a.fr/x).")
    at(editor, kind, 0, 0).press("Control+z")
    paste_into(at(editor, "budget", 0, 0), "", cells(f"<td>{a}<td>mots<td>{b}"))
    expect(status(editor, "budget")).to_contain_text(lost)
    paste_into(at(editor, kind, 0, 0), "", cells(f"<td>{a}<td>{b}"))
    expect(status(editor, kind)).not_to_contain_text("Lien")


def test_headings_that_are_pasted_again_are_not_a_row(editor: Page) -> None:
    kind = "data_table"
    paste_into(at(editor, kind, 0, 0), "Catégorie\tValeur\nw\t8\nx\t9")
    pasted = field(editor, kind)
    assert texts(editor, kind) == [["w", "8"], ["x", "9"], ["c", "3"]]
    expect(status(editor, kind)).to_contain_text("ne sont pas répétés")

    # the rest of the old content is asked about, and comes back in one step
    expect(status(editor, kind)).to_contain_text("1 ligne de l’ancien contenu reste dessous")
    rest = table(editor, kind).get_by_role("group", name="Lignes qui restent")
    rest.get_by_role("button", name="Retirer la ligne qui reste").click()
    assert seen(editor, kind) == texts(editor, kind) == [["w", "8"], ["x", "9"]]
    expect(rest).to_be_hidden()
    expect(status(editor, kind)).to_have_text("1 ligne retirée.")
    editor.keyboard.press("Control+z")
    assert field(editor, kind) == pasted
    expect(rest).to_be_hidden()
    paste_into(at(editor, kind, 1, 0), "y\t9\nz\t9\n")  # below a row that stays: no question
    paste_into(at(editor, kind, 0, 1), "7\n7")
    expect(rest).to_be_hidden()
    at(editor, kind, 2, 0).press("Control+Enter")
    paste_into(at(editor, kind, 0, 0), "w\t8\nx\t9")
    rest.get_by_role("button", name="Les garder").click()
    expect(rest).to_be_hidden()
    expect(at(editor, kind, 1, 0)).to_be_focused()
    assert texts(editor, kind)[2:] == [["z", "9"], ["", ""]]


def test_columns_go_below_the_headings_that_the_copied_ones_name(editor: Page) -> None:
    sheet = "Dépense\tMontant\tETP\nAtelier\t3 370 €\t4,5\nRéseau\t12 €\t2"
    paste_into(at(editor, "budget", 0, 0), sheet)
    assert texts(editor, "budget")[:2] == [
        ["Atelier", "", "3 370 €", "4,5"],
        ["Réseau", "salons", "12 €", "2"],
    ]
    expect(status(editor, "budget")).to_contain_text("ne sont pas répétés")
    paste_into(at(editor, "funding", 0, 0), "Produit\tMontant attributé\nMano\t100 000 €")
    assert texts(editor, "funding") == [["Mano", "", "100 000 €"]]
    sheet = "Indicateurs\tRésultats N\tObjectifs N\tResultats N-2\nÀ part\t1\t2\t3"
    paste_into(at(editor, "indicator", 0, 0), sheet)
    heads = [column["heading"] for column in field(editor, "indicator")["columns"]]
    assert heads == sheet.split("\n")[0].split("\t")  # another year is another column


@pytest.mark.parametrize(
    "heads",
    ["Indicateurs\tRésultats 2023\tObjectifs 2024\tRésultats 2024", "\t2023\t2024\tÉvolution"],
)
def test_the_head_of_what_is_copied_is_that_of_a_new_table(editor: Page, heads: str) -> None:
    """A new block has headings to overwrite: they are not what somebody chose."""
    before = field(editor, "indicator")
    paste_into(
        at(editor, "indicator", 0, 0), f"{heads}\nProduits\t217\tN/A\t230\nPart\t45 %\t50 %\t48 %"
    )
    assert texts(editor, "indicator") == [
        ["Produits", "217", "N/A", "230"],
        ["Part", "45 %", "50 %", "48 %"],
    ]
    columns = field(editor, "indicator")["columns"]
    expected = heads.split("\t")
    assert [column["heading"] for column in columns] == [
        expected[0] or "Indicateurs",
        *expected[1:],
    ]
    expect(status(editor, "indicator")).to_contain_text("donne les intitulés des colonnes")
    at(editor, "indicator", 0, 0).press("Control+z")
    assert field(editor, "indicator") == before


@pytest.mark.parametrize(
    "sheet",
    [
        "Produits\t217\t230\t240\nPart\t45 %\t50 %\t48 %",  # figures from the first line on
        "Lieu\tVille\nMairie\tLyon",  # no figure below, and no year
        "Résultats 2023\tÀ Lyon\nRésultats 2024\tÀ Brest",
    ],
)
def test_a_first_line_that_is_no_head_is_a_row(editor: Page, sheet: str) -> None:
    paste_into(at(editor, "indicator", 0, 0), sheet)
    first = sheet.split("\n")[0].split("\t")
    assert texts(editor, "indicator")[0][: len(first)] == first


def test_a_page_does_not_go_into_a_field_of_one_line(editor: Page) -> None:
    field = editor.get_by_label("Intitulé des postes")
    field.fill("Poste")
    paste_into(field, "mot " * 1_000)
    expect(editor.get_by_text("Ce qui est copié a 4\u202f000 signes")).to_be_visible()
    expect(field).to_have_value("Poste")
    field.press("End")
    paste_into(field, " de dépense")
    expect(field).to_have_value("Poste de dépense")


@pytest.mark.parametrize(("rows", "columns"), [(10_000, 100), (1001, 1), (2, 31)])
def test_what_is_too_large_changes_nothing(editor: Page, rows: int, columns: int) -> None:
    kind = "data_table"
    before = field(editor, kind)
    text = "\n".join("\t".join(["1"] * columns) for _ in range(rows))
    html = cells(*["<td>1" * columns] * rows)
    for clipboard in ({"text": text}, {"html": html}):
        paste_into(at(editor, kind, 0, 0), **clipboard)
        expect(status(editor, kind)).to_contain_text("Rien n’a changé.")
        expect(status(editor, kind)).to_contain_text("1\u202f000 lignes et 30 colonnes")
        assert field(editor, kind) == before
    paste_into(at(editor, "budget", 0, 2), "1\t2\t3")
    expect(status(editor, "budget")).to_contain_text("il en reste 2")


def test_five_thousand_cells_are_pasted_in_reasonable_time(
    editor: Page, record_property: Callable[[str, Any], None]
) -> None:
    kind = "data_table"
    asked: list[Request] = []
    editor.on("request", lambda request: "lectures" in request.url and asked.append(request))
    tools = editor.context.new_cdp_session(editor)
    tools.send("Performance.enable", {"timeDomain": "threadTicks"})

    def worked(what: Callable[[], Any]) -> float:
        """Seconds for which the page works, whoever else uses this machine; until it is drawn."""
        times = []
        for call in (lambda: None, what):
            call()
            editor.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
            metrics = tools.send("Performance.getMetrics")["metrics"]
            times += [metric["value"] for metric in metrics if metric["name"] == "TaskDuration"]
        return times[1] - times[0]

    numbers = [[f"Ligne {n}", *(f"{n}{m} €" for m in range(9))] for n in range(500)]
    html = cells(*("".join(f"<td>{text}" for text in row) for row in numbers))
    readings = table(editor, kind).locator("tbody").last.locator(".bilan-figure__reading")
    plain = min(worked(lambda: editor.evaluate(PLAIN)) for _ in range(3))
    seconds = {"paste": worked(lambda: paste_into(at(editor, kind, 0, 0), html=html))}
    assert texts(editor, kind) == numbers
    seconds["read"] = worked(lambda: expect(readings).to_have_count(9, timeout=60_000))
    assert 9 <= len(asked) <= 10
    seconds["add a row"] = worked(lambda: at(editor, kind, 0, 0).press("Control+Enter"))
    seconds["type"] = worked(lambda: at(editor, kind, 250, 1).press("9"))
    seconds["undo"] = worked(lambda: editor.keyboard.press("Control+z"))
    for what, value in seconds.items():
        record_property(f"seconds, 5,000 cells: {what}", round(value, 2))
    assert max(seconds.values()) < MAX_RATIO * plain, (plain, seconds)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_kind_of_table_violates_a_rule_of_axe(
    editor: Page, theme: str, record_property: Callable[[str, Any], None]
) -> None:
    editor.emulate_media(color_scheme=theme)
    editor.evaluate("theme => document.documentElement.classList.add(`w-theme-${theme}`)", theme)
    at(editor, "data_table", 0, 1).press("F2")
    for kind in PLACES:
        table(editor, kind).locator(".bilan-table__toggle").last.click()
        table(editor, kind).get_by_text("Clavier et collage").click()
    at(editor, "data_table", 0, 0).click()
    at(editor, "data_table", 1, 1).click(modifiers=["Shift"])
    editor.wait_for_timeout(1000)
    if SHOTS:
        for kind in PLACES:
            table(editor, kind).screenshot(path=Path(SHOTS) / f"grid-{kind}-{theme}.png")
    found = Axe().run(editor, context={"include": [[".bilan-table"]]})
    assert found.violations_count == 0, found.generate_report()
    record_property("counted: kinds of tables that axe found nothing wrong with", len(PLACES))
