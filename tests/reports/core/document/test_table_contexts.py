"""What heads, siblings and captions say of the numbers in a table."""

from decimal import Decimal

import pytest

from reports.core.document.facts import Fact, ListedFact
from reports.core.document.figure_blocks import Chart
from reports.core.document.periods import read_period
from reports.core.document.table import Cell, Column, Row, Table
from reports.core.figures import parse
from reports.core.figures.column_context import read_column_context
from reports.core.figures.locale import Locale, use_locale

FR, EN, US = Locale(), Locale("en", "GBP"), Locale("en", "USD")


def read(text: str, caption: str = "", locale: Locale = FR) -> list[list[str]]:
    """Read a table typed as « head | head / cell | cell »; how each cell but the first is read."""
    with use_locale(locale):
        heads, *rows = ([part.strip() for part in row.split("|")] for row in text.split("/"))
        table = Table(
            tuple(map(Column, heads)), tuple(Row(tuple(map(Cell, cells))) for cells in rows)
        ).below_caption(caption)
        columns = table.columns[1:]
        return [list(map(describe, columns, row.cells[1:])) for row in table.rows]


def describe(column: Column, cell: Cell) -> str:
    """Return « -1.2 euro change », or the text as typed; so does what is kept of it."""
    figure = cell.figure
    assert figure.text == cell.printed_figure.text
    if cell.context and read_period(column):
        again = read_column_context(cell.context.heading, cell.locale).apply(
            parse(cell.raw, language=cell.locale.language, currency=cell.locale.currency)
        )
        assert (again.value, again.unit, again.qualifier) == (
            figure.value,
            figure.unit,
            figure.qualifier,
        )
    if figure.value is None:
        return f"« {figure.raw} »"
    parts = (f"{figure.value:f}", figure.unit and figure.unit.value, figure.qualifier.value)
    return " ".join(part for part in parts if part and part != "exact")


@pytest.mark.parametrize(
    ("table", "readings"),
    [
        ("Mois | Température (°C) / Un | −4,6 / Deux | +8,0", [["-4.6"], ["8.0"]]),
        ("Mois | Solde / Un | −4,6 / Deux | 2", [["-4.6"], ["2"]]),
        ("Mois | Solde (k€) / Un | −4,6", [["-4600 euro"]]),
        ("Site | 2031 | 2032 / A | −4 % | 3 %", [["-4 percent", "3 percent"]]),
        ("Site | Croissance (%) / A | −4,0 / B | 8,5", [["-4.0 percent"], ["8.5 percent"]]),
        ("Site | Écart (k€) / A | −600 / B | 600", [["-600000 euro"], ["600000 euro"]]),
        # They say that it is a change, or every number has its sign.
        ("Site | Évolution / A | −4 % / B | −2 %", [["-4 percent change"], ["-2 percent change"]]),
        ("Site | Évolution (k€) / A | −4", [["-4000 euro change"]]),
        ("Quoi | 2032 / Évolution du trafic | −4 %", [["-4 percent change"]]),
        ("Site | 2032 / A | −4 % / B | +3 %", [["-4 percent change"], ["3 percent change"]]),
        ("Site | Visites / A | +3 %", [["3 percent change"]]),
    ],
)
def test_a_minus_belongs_to_a_level(table: str, readings: list[list[str]]) -> None:
    assert read(table) == readings


@pytest.mark.parametrize(
    ("label", "raw", "qualifier"),
    [
        ("Solde :", "−2,4 M€", "exact"),
        ("Net assets:", "-£2.4m", "exact"),
        ("Évolution du solde :", "−2,4 M€", "change"),
        ("Solde :", "+2,4 M€", "change"),
        ("Visites :", "−12 %", "change"),
    ],
)
def test_a_minus_belongs_to_the_level_of_a_line(label: str, raw: str, qualifier: str) -> None:
    with use_locale(EN if "£" in raw else FR):
        for fact in (
            Fact(before=label, figure=parse(raw)),
            ListedFact(lead=label, figure=parse(raw)),
        ):
            assert fact.figure.qualifier.value == qualifier
            assert (fact.figure.text, fact.stored["figure"]) == (parse(raw).text, raw)


@pytest.mark.parametrize(
    ("table", "readings"),
    [
        ("Site | Année | Visites / A | 1998 | 2000", [["« 1998 »", "2000"]]),
        ("Site | Depuis / A | 1998", [["« 1998 »"]]),
        ("Site | Founded | Fiscal year / A | 1998 | 2032", [["« 1998 »", "« 2032 »"]]),
        ("Site | Âge / A | 1998 ans / B | 12", [["1998 year"], ["12"]]),
        ("Site | Durée (années) / A | 1998", [["« 1998 »"]]),
        ("Quai | Remis à neuf / A | 1998 / B | 2019", [["« 1998 »"], ["« 2019 »"]]),
        ("Quoi | A | B / Année de création | 1998 | 2004", [["« 1998 »", "« 2004 »"]]),
        ("Chantier | Échéance / A | 2031 / B | fin 2032", [["« 2031 »"], ["« fin 2032 »"]]),
        ("Work | Completion / A | 2031 / B | late 2032", [["« 2031 »"], ["« late 2032 »"]]),
        ("Work | Expected completion / A | 2031", [["« 2031 »"]]),
        ("Chantier | Livraison prévue / A | 2031", [["« 2031 »"]]),
        # Here they are counted.
        ("Work | Opening balance / A | 2031 / B | 12", [["2031"], ["12"]]),
        ("Site | Livraisons / A | 2031 / B | 12", [["2031"], ["12"]]),
        ("Site | Nombre de créations / A | 1998 / B | 2004", [["1998"], ["2004"]]),
        ("Site | 2031 | 2032 / A | 1998 | 2004 / B | 2001 | 2002", None),
        ("Site | Effectif / A | 1998 / B | 2019", [["1998"], ["2019"]]),
        ("Indicateurs | Résultats 2031 / Lancés | 2004 / Reçus | 12", [["2004"], ["12"]]),
        ("Site | Services lancés / A | 2004 / B | 12", [["2004"], ["12"]]),
        ("Site | Lancé en / A | 2004 / B | 12", [["« 2004 »"], ["12"]]),
        ("Site | Exercice 2032 / A | 1998", [["1998"]]),
        ("Site | Remis à neuf / A | 1998 / B | 12", [["1998"], ["12"]]),
    ],
)
def test_years_are_no_quantities(table: str, readings: list[list[str]] | None) -> None:
    assert read(table) == (readings or [["1998", "2004"], ["2001", "2002"]])


@pytest.mark.parametrize(
    ("table", "readings"),
    [
        ("Salariés | Part / A | 10-49 / B | 50 – 249", [["10 range"], ["50 range"]]),
        ("Phase | Durée (jours) / A | 3-5 / B | 2", [["3 day range"], ["2 day"]]),
        ("Sujet | Pages / A | 3-5 / B | 12", [["« 3-5 »"], ["12"]]),
        ("Match | Score / A | 2 – 5 / B | 3-1", [["« 2 – 5 »"], ["« 3-1 »"]]),
        ("Sujet | Section / A | 3-5 jours / B | 12", [["3 day range"], ["12"]]),
    ],
)
def test_two_numbers_around_a_dash_are_a_range_but_for_pages_and_scores(
    table: str, readings: list[list[str]]
) -> None:
    assert read(table) == readings


@pytest.mark.parametrize(
    ("table", "caption", "readings"),
    [
        ("Poste | 2031 / A | (1 234) / B | 2", "En k€", [["-1234000 euro"], ["2000 euro"]]),
        ("Poste | Montant (k€) / A | (1 234)", "", [["-1234000 euro"]]),
        ("Item | 2031 / Staff | (940) / B | (2)", "En k€", [["-940000 euro"], ["-2000 euro"]]),
        ("Item | 2031 / Staff | 940 / B | (2)", "En k€", [["« 940 »"], ["-2000 euro"]]),
        ("Poste | 2031 / A | (2,4 M€) / B | 3 M€", "", [["-2400000 euro"], ["3000000 euro"]]),
        # A remark, a rank, or a mark of a note.
        ("Poste | Note / A | (2,4 M€)", "", [["« (2,4 M€) »"]]),
        ("Ville | Rang / A | (12) / B | 3", "", [["« (12) »"], ["3"]]),
        # Groups or decimals are no mark and no year, whatever the head says.
        ("Poste | Écart / A | (1 250) / B | 2", "", [["-1250"], ["2"]]),
        ("Poste | Écart / A | (2024) / B | (412)", "", [["« (2024) »"], ["« (412) »"]]),
        ("Poste | Taux (%) / A | (3,2) / B | 2", "", [["-3.2 percent"], ["2 percent"]]),
        ("Poste | Note / A | (1 250)", "", [["« (1 250) »"]]),
        ("Group | n / A | (1 250) / B | 30", "", [["« (1 250) »"], ["30"]]),
        ("Group | Base / A | (1 250) / B | (980,5)", "", [["« (1 250) »"], ["« (980,5) »"]]),
        ("Groupe | Écart-type / A | (0,31) / B | 2", "", [["« (0,31) »"], ["2"]]),
    ],
)
def test_accounts_print_charges_in_brackets(
    table: str, caption: str, readings: list[list[str]]
) -> None:
    assert read(table, caption) == readings


@pytest.mark.parametrize(
    ("table", "caption", "readings"),
    [
        ("Poste | 2031 / A | 12", "Aides (en k€)", [["12000 euro"]]),
        ("En k€ | 2031 / A | 12", "", [["12000 euro"]]),
        ("En k€ | 2031 / A | 12", "Aides de 2031", [["12000 euro"]]),
        ("En k€ | 2031 / A | 12", "Aides (en M€)", [["12000000 euro"]]),
        ("Audience (milliers) | 2031 / A | 12 / B | 3 %", "", [["12000"], ["3 percent"]]),
        ("Part (%) | 2031 / A | 12", "", [["12"]]),
        ("Poste | 2031 / A | 12 M€", "Aides (en k€)", [["12000000 euro"]]),
        ("Poste | Montant (M€) / A | 12", "Aides (en k€)", [["12000000 euro"]]),
        ("Poste | Dossiers | Montant / A | 12 | 3", "En k€", [["12", "3000 euro"]]),
        ("Poste | Nombre / A | 12", "En k€", [["12"]]),
        ("Port | Part 2031 / A | 12", "Escales, part en %", [["12 percent"]]),
        ("Port | Agents / A | 12", "Escales, part en %", [["12"]]),
        ("Poste | Total | Part des aides / A | 12 | 45 %", "En k€", [["12000 euro", "45 percent"]]),
        ("Poste | 2031 / ETP | 12 / Recettes | 3", "En k€", [["12"], ["3000 euro"]]),
        ("Poste | 2031 | Évolution / A | 12 | 3,1", "En k€", [["12000 euro", "« 3,1 »"]]),
        ("Poste | 2031 | Évolution / A | 12 | 3 %", "En k€", [["12000 euro", "3 percent"]]),
        # Nobody knows whether agents are counted or paid, or what the money was spent on.
        ("Poste | 2031 / Agents | 12", "En k€", [["« 12 »"]]),
        ("Ville | Crèches | Écoles / A | 12 | 3", "En k€", [["« 12 »", "« 3 »"]]),
        ("Ville | Crèches | 2031 / A | 12 | 3", "En k€", [["« 12 »", "3000 euro"]]),
        ("Port | 2031 | Taux / A | 12 | 3", "Trafic en milliers de tonnes", [["12000", "3"]]),
        ("Poste | 2031 / Délai (jours) | 12", "En k€", [["12 day"]]),
        ("Poste | 2031 / Recettes (M€) | 12", "", [["12000000 euro"]]),
        ("Poste | 2031 / A | 12", "Aides de 2031", [["12"]]),
        ("Poste | Année / A | 2031", "En k€", [["« 2031 »"]]),
        # No head says otherwise, so all are the amounts of the caption.
        (" | | / A | 12 | 3", "Budget 2031 (en M€)", [["12000000 euro", "3000000 euro"]]),
        (" | | / A | 12 % | 3", "Budget (en M€)", [["12 percent", "3000000 euro"]]),
        (" | | / ETP | 12 | 3", "Budget 2031 (en M€)", [["12", "3"]]),
        (" | | / A | 12 | 3", "Visites (en M€)", [["« 12 »", "« 3 »"]]),
        # Below the money of a year, people and rates are none.
        ("Poste | 2031 (k€) / Nombre d’agents | 12 / B | 3", "", [["12"], ["3000 euro"]]),
        ("Poste | 2031 (k€) / Agents | 12 / Taux | 3", "", [["« 12 »"], ["« 3 »"]]),
        ("Poste | 2031 (k€) / Effectifs | (12) / B | (3)", "", [["« (12) »"], ["-3000 euro"]]),
        ("Poste | 2031 (k€) / Frais d’agents (€) | 12", "", [["12 euro"]]),
        ("Poste | 2031 (k€) / Coûts des agents | 12", "", [["12000 euro"]]),
        ("Poste | Dépenses (k€) / Effectifs | 12", "", [["12000 euro"]]),
    ],
)
def test_a_caption_states_the_unit_of_amounts(
    table: str, caption: str, readings: list[list[str]]
) -> None:
    assert read(table, caption) == readings


@pytest.mark.parametrize(
    ("table", "caption", "locale", "readings"),
    [
        ("Item | FY2031 / Fares | 12", "Costs ($ in thousands)", US, [["12000 us_dollar"]]),
        ("Item | FY2031 / Fares | 12", "Costs (in thousands)", US, [["12000 us_dollar"]]),
        ("Item | FY2031 / Fares | 12", "Costs (in thousands)", EN, [["12000 pound_sterling"]]),
        ("Item | 2031 / Loss per share | 12", "Costs (in $000, except per share)", US, [["12"]]),
        ("Item | FY2031 / Fares | 12", "People (in thousands)", US, [["12000"]]),
        # Nobody can tell whose dollars, or which money.
        ("Item | FY2031 / Fares | 12", "Costs ($ in thousands)", EN, [["« 12 »"]]),
        ("Item | 2031 | Staff / Fares | 12 | 3", "In $000", EN, [["« 12 »", "3"]]),
        ("Item | Number / Fares | 12", "Costs ($ in thousands)", EN, [["12"]]),
        ("Item | 2031 / Fares | 12", "Costs (in thousands)", Locale("en"), [["« 12 »"]]),
        ("Item | Amount ($m) / Fares | 12", "", EN, [["« 12 »"]]),
        ("Item | Amount ($m) / Fares | 12", "In £000", EN, [["« 12 »"]]),
        ("Item | 2031 / Fares ($m) | 12", "In £000", EN, [["« 12 »"]]),
        # Words are in no unit, so the amounts beside them are those that the caption is about.
        ("Firm | Breach | Fine / A | Late | 12", "Fines (£000)", EN, [["« Late »", "12000 £"]]),
        ("Firm | Cases | Fine / A | 3 | 12", "Fines (£000)", EN, [["« 3 »", "« 12 »"]]),
        ("Item | 2031 | Over (under) / A | 5 | (0.6) / B | 1 | 2", "In £m", EN, None),
    ],
)
def test_a_caption_in_the_money_of_a_report(
    table: str, caption: str, locale: Locale, readings: list[list[str]] | None
) -> None:
    found = [
        [cell.replace("pound_sterling", "£") for cell in row]
        for row in read(table, caption, locale)
    ]

    assert found == [
        [cell.replace("pound_sterling", "£") for cell in row]
        for row in readings or [["5000000 £", "-600000 £"], ["1000000 £", "2000000 £"]]
    ]


def test_an_english_caption_states_the_unit_of_amounts() -> None:
    assert read("Item | 2031 / Costs | (1.5) / Sales | 2.5", "Income (in £ million)", EN) == [
        ["-1500000 pound_sterling"],
        ["2500000 pound_sterling"],
    ]
    assert read("Group | 2031 | Change / A | 98.5 | 5.9%", "All figures in thousands", EN) == [
        ["98500", "5.9 percent"]
    ]


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ({"title": "Figure 1 : investissements annuels, en M€"}, 9_800_000, "euro"),
        ({"title": "Investissements", "note": "Montants en M€"}, 9_800_000, "euro"),
        ({"title": "Investissements", "unit": "M€"}, 9_800_000, "euro"),
        ({"title": "Investissements ($ millions)"}, None, None),
        ({"title": "Investissements de 2031", "unit": "bateaux"}, Decimal("9.8"), None),
    ],
)
def test_words_of_a_chart_state_the_unit_of_its_data(
    words: dict[str, str], value: Decimal | None, unit: str | None
) -> None:
    data = Table((Column(""), Column("Valeur")), (Row((Cell("2031"), Cell("9,8"))),))
    figure = Chart(data=data, **words).data.rows[0].cells[1].figure

    assert (figure.value, figure.unit and figure.unit.value, figure.text) == (value, unit, "9,8")


@pytest.mark.parametrize(
    ("table", "readings"),
    [
        (
            "Nom | Unité | 2031 | Cible / A | % | 88 | 90 / B | k€ | 12 | 11 / C | m | 3 | 4",
            [
                ["« % »", "88 percent", "90 percent"],
                ["« k€ »", "12000 euro", "11000 euro"],
                ["« m »", "3", "4"],
            ],
        ),
        # The unit of a column, of the head of a row and of a cell are nearer.
        ("Nom | Unité | 2031 (%) / Coût | k€ | 12", [["« k€ »", "12 percent"]]),
        ("Nom | Unité | 2031 / Coût (M€) | k€ | 12", [["« k€ »", "12000000 euro"]]),
        ("Nom | Unité | 2031 / Coût | k€ | 12 %", [["« k€ »", "12 percent"]]),
        # A rank is in no unit, and places of work are no units of measure.
        ("Nom | Unité | Rang / Coût | k€ | 3", [["« k€ »", "3"]]),
        ("Nom | Unités de soins | 2031 / Lits | 12 | 40", [["12", "40"]]),
        # The corner.
        ("(en %) | 2031 / Filles | 52", [["52 percent"]]),
        ("Taux (en %) de quoi | 2031 / Filles | 52", [["52"]]),
        (
            "ETP | 2031 | Coût 2031 / Agents d’accueil | 12,5 | 40 / Taux de départ | 4 | 1",
            [["12.5 fte", "40"], ["4", "1"]],
        ),
        ("Effectifs (ETPT) | 2031 / Total | 12,5 / Coût moyen | 3", [["12.5 fte_worked"], ["3"]]),
        ("Nom | 2031 / Eau (milliers de m³) | 2,5", [["2500"]]),
    ],
)
def test_units_stand_in_a_column_or_in_the_corner(table: str, readings: list[list[str]]) -> None:
    assert read(table) == readings
