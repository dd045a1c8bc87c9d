"""Reports with one number that can be made more and more wrong, for each rule about numbers."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from reports.core.reading import Reading
from tests.reports.checks.build import (
    Words,
    awards,
    budget,
    chart,
    compared,
    comparison_cards,
    data_table,
    fact_list,
    heading,
    indicators,
    key_figures,
    prose,
    report,
)
from tests.reports.checks.cited import cited


@dataclass(frozen=True)
class Slip:
    """A report around one number, and the value with which it is right.

    `unit` stands after the number. `ways` are the directions in which an error has no innocent
    reason: less than a whole may be a part of it, more than its target is no failure. `scales` are
    words that make the number larger. `is_signed` is true where the number stands alone in a cell,
    where a minus sign is no dash.
    """

    build: Callable[[str], Reading]
    right: str
    unit: str = ""
    ways: str = "up down"
    scales: tuple[str, ...] = ()
    is_signed: bool = False

    def print_times(self, times: Decimal) -> str:
        """Return the number that many times too large, printed as the right one is."""
        decimals = len(self.right.partition(",")[2])
        value = Decimal(self.right.replace(",", ".")) * times
        return f"{value:.{decimals}f}".replace(".", ",") + self.unit


def build_chart(value: str, stated: str = "251") -> Reading:
    figures = key_figures(("", stated, "services en cours"), ("", "30", "services à impact"))
    rows = (("Nord", value), ("Sud", "90"), ("Est", "61"))
    return report(figures, chart("Nombre de services par région", *rows))


def build_budget(total: str, post: str = "3 000 000 €") -> Reading:
    return report(
        prose(f"Le total des ressources est de {total}."),
        budget(("Réseau", post, ""), ("Outils", "1 000 000 €", "")),
    )


def build_share(post: str) -> Reading:
    return report(
        prose("Un budget total de 4 000 000 € pour l’année se répartit ainsi :"),
        budget(("Réseau", post, ""), ("Outils", "1 000 000 €", "")),
    )


def build_posts(post: str) -> Reading:
    rest = ("Outils", "1 000 000 €", ""), ("Études", "900 000 €", "")
    return report(
        prose("Le total des ressources est de 4 900 000 €."), budget(("Réseau", post, ""), *rest)
    )


def build_awards(total: str, award: str = "300 000 €") -> Reading:
    return report(
        heading("Lauréats"),
        prose(f"Les lauréats ont reçu {total}, accordés en mars."),
        awards(("Alpha", "", award), ("Bêta", "", "121 000 €")),
    )


def build_last_column(value: str) -> Reading:
    columns = ("Indicateurs", "Résultats 2023", "Résultats 2024")
    last = report(indicators(columns[:2], ("Agents formés", "154")), year=2023)
    return report(indicators(columns, ("Agents formés", value, "160")), last=last)


def build_last_card(value: str) -> Reading:
    last = report(
        comparison_cards(compared("Alpha", {"En 2023": (("", "512", "dossiers déposés"),)})),
        year=2023,
    )
    periods: dict[str, tuple[Words, ...]] = {"En 2023": (("", value, "dossiers déposés"),)}
    return report(comparison_cards(compared("Alpha", periods)), last=last)


def build_growth(growth: str, end: str = "300", start: str = "200") -> Reading:
    periods: dict[str, tuple[Words, ...]] = {
        "En 2023": (("", start, "dossiers"),),
        "En 2024": (("", end, "dossiers"),),
    }
    return report(comparison_cards(compared("Alpha", periods, ("", growth, "de dossiers"))))


def build_stock(now: str) -> Reading:
    last = report(key_figures(("", "24", "services à impact national")), year=2023)
    return report(
        key_figures(("", now, "services à impact national")),
        prose("En 2024, 7 services ont atteint le statut de service à impact national."),
        last=last,
    )


def build_targets(result: str, target: str = "50 %") -> Reading:
    columns = ("Indicateurs", "Objectif 2024", "Résultat 2024")
    return report(indicators(columns, ("Satisfaction des usagers", target, result)))


def build_shares(part: str) -> Reading:
    return report(
        heading("Répartition des agents"),
        data_table(("Métier", "2024"), ("A", part), ("B", "30 %"), ("C", "10 %")),
    )


def build_transcription(value: str) -> Reading:
    rows = (("A", value), ("B", "21"), ("C", "31"))
    return report(chart("Lits", *rows, transcription="<p>A : 10, B : 21, C : 31.</p>"))


def build_total(part: str, total: str = "42") -> Reading:
    return report(data_table(("Gare", "Trains"), ("A", part), ("B", "30"), ("Total", total)))


def say(words: str) -> Callable[[str], Reading]:
    """A report of one sentence, the number in the place of the braces."""
    return lambda number: report(prose(words.format(number)))


MILLIONS = (" millions", " milliards")
SLIPS: dict[str, tuple[Slip, ...]] = {
    "citation-differs": (
        Slip(
            lambda n: cited(f"Nous suivons [{n}|same|0] services.", "154"), "154", scales=MILLIONS
        ),
        Slip(lambda n: cited("Nous suivons [154|same|0] services.", n), "154", is_signed=True),
        Slip(
            lambda n: cited(f"Près de [{n}|rounded|0] de visites.", "2 480 000"),
            "2,5",
            " millions",
            scales=(" milliards",),
        ),
        Slip(lambda n: cited(f"Soit [{n}|growth|0 1].", "60", "50"), "20", " %"),
        Slip(lambda n: cited("Soit [107|sum|0 1].", n, "47"), "60"),
    ),
    "citation-outdated": (
        Slip(
            lambda n: cited(f"Nous suivions [{n}|same|x] services.", elsewhere="154"),
            "154",
            scales=MILLIONS,
        ),
    ),
    "chart-total-differs": (
        Slip(build_chart, "100", is_signed=True),
        Slip(lambda n: build_chart("100", n), "251", scales=MILLIONS),
    ),
    "budget-total-differs": (
        Slip(build_budget, "4000000", " €"),
        Slip(build_budget, "4,0", " millions d’euros", scales=(" milliards d’euros",)),
        Slip(lambda n: build_budget("4 000 000 €", n), "3000000", " €", is_signed=True),
        Slip(lambda n: build_budget("4 000 000 €", n), "3000", " k€", scales=(" M€", " Md€")),
        Slip(build_share, "3000000", " €", is_signed=True),
        Slip(build_posts, "3000000", " €", is_signed=True),
    ),
    "awards-total-differs": (
        Slip(build_awards, "421000", " €"),
        Slip(build_awards, "421", " k€", scales=(" M€", " Md€")),
        Slip(lambda n: build_awards("421 000 €", n), "300000", " €"),
    ),
    "last-year-column": (Slip(build_last_column, "154", scales=MILLIONS, is_signed=True),),
    "last-year-period": (Slip(build_last_card, "512", scales=MILLIONS),),
    "growth-differs": (
        Slip(lambda n: build_growth(f"+{n}"), "50", " %", scales=(" points",)),
        Slip(lambda n: build_growth("+50 %", n), "300", scales=MILLIONS),
        Slip(lambda n: build_growth("+50 %", "300", n), "200", scales=MILLIONS),
    ),
    "stock-differs": (Slip(build_stock, "31"),),
    "count-differs": (
        Slip(
            lambda n: report(
                prose(f"Les {n} projets suivants ont été financés."),
                fact_list(*((letter, "1", "") for letter in "ABCDEFGH")),
            ),
            "8",
        ),
        Slip(
            lambda n: report(
                prose(f"L’approche tient en {n} principes :"),
                fact_list(*((letter, "", "") for letter in "ABCDEFGH")),
            ),
            "8",
        ),
    ),
    "total-differs": (
        Slip(build_total, "12", is_signed=True),
        Slip(lambda n: build_total("12", n), "42", is_signed=True),
    ),
    "shares-differ": (
        Slip(build_shares, "60", " %"),
        Slip(
            say("Les prêts se répartissent entre livres ({}), films (20 %) et jeux (20 %)."),
            "60",
            " %",
        ),
        Slip(say("Nous sommes 210, dont {} de femmes et 42 % d’hommes."), "58", " %"),
    ),
    "target-missed": (
        Slip(build_targets, "50", " %", ways="down"),
        Slip(lambda n: build_targets("50 %", n), "50", " %", ways="up"),
    ),
    "transcription-incomplete": (Slip(build_transcription, "10"),),
}
