"""Reports with one number that can be made more and more wrong, for each rule about numbers."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from reports.core.reading import Reading
from tests.reports.checks.build import (
    Words,
    awards,
    budget,
    card,
    chart,
    compared,
    comparison_cards,
    data_table,
    fact_list,
    heading,
    impact_cards,
    indicators,
    key_figures,
    prose,
    report,
)


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


def build_indicators(value: str, stated: str = "217 nouveaux agents publics") -> Reading:
    columns = ("Indicateurs", "Résultats 2023", "Résultats 2024")
    row = ("Nombre de nouveaux agents publics impliqués", "154", value)
    return report(indicators(columns, row), prose(f"{stated} ont rejoint les équipes."))


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


def build_growth(growth: str, end: str = "300") -> Reading:
    periods: dict[str, tuple[Words, ...]] = {
        "En 2023": (("", "200", "dossiers"),),
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


def build_statuses(result: str) -> Reading:
    columns = ("Indicateurs", "Objectif 2024", "Résultat 2024", "Issue")
    return report(data_table(columns, ("Satisfaction des usagers", "50 %", result, "Atteint")))


def build_claim(result: str) -> Reading:
    columns = ("Indicateurs", "Objectif 2024", "Résultat 2024")
    rows = (("Usagers satisfaits", "10", result), ("Usagers reçus", "8", "9"))
    return report(
        heading("Objectifs"), prose("Tous les objectifs sont atteints."), indicators(columns, *rows)
    )


def build_shares(part: str) -> Reading:
    return report(
        heading("Répartition des agents"),
        data_table(("Métier", "2024"), ("A", part), ("B", "30 %"), ("C", "10 %")),
    )


def build_row_share(part: str, share: str = "50 %") -> Reading:
    rows = (("A", "100", "25", "25 %"), ("B", "200", "20", "10 %"), ("C", "300", "60", "20 %"))
    return report(
        data_table(("Lieu", "Inscrits", "Reçus", "Part"), *rows, ("D", "400", part, share))
    )


def build_transcription(value: str) -> Reading:
    rows = (("A", value), ("B", "21"), ("C", "31"))
    return report(chart("Lits", *rows, transcription="<p>A : 10, B : 21, C : 31.</p>"))


def build_table_growth(growth: str, end: str = "132") -> Reading:
    return report(
        heading("Prêts"),
        prose(f"Les revues ont progressé de {growth}."),
        data_table(("Prêts", "2023", "2024"), ("Revues", "120", end), caption="Prêts"),
    )


def build_passage(end: str) -> Reading:
    return report(
        prose(f"La satisfaction des familles est passée de 18,2 % à {end}."),
        data_table(("Enquête", "2023", "2024"), ("Satisfaction des familles", "18,2 %", "19,3 %")),
    )


def build_total(part: str, total: str = "42") -> Reading:
    return report(data_table(("Gare", "Trains"), ("A", part), ("B", "30"), ("Total", total)))


def build_twice(said: str, row: str = "64") -> Reading:
    return report(
        data_table(("Lieu", "2023", "2024"), ("Écoles maternelles", "61", row)),
        prose(f"On compte {said} écoles maternelles."),
    )


def build_quoted_total(said: str) -> Reading:
    rows = (("A", "160", "7 460 000"), ("B", "268", "3 740 000"), ("Total", "428", "11 200 000"))
    return report(
        data_table(("Dispositif", "Dossiers", "Montant (€)"), *rows),
        prose(f"Les {said} dossiers soutenus représentent 11,2 millions d’euros."),
    )


def build_income(said: str) -> Reading:
    rows = (("Dons", "3 000 000 €"), ("Ventes", "1 212 000 €"), ("Total", "4 212 000 €"))
    return report(
        heading("Recettes"),
        prose(f"Les recettes sont de {said} d’euros."),
        data_table(("Recettes", "2024"), *rows),
    )


def build_mean(mean: str, value: str = "20") -> Reading:
    rows = (("A", "10"), ("B", value), ("C", "30"), ("Moyenne", mean))
    return report(data_table(("Lieu", "Note"), *rows))


def build_facts(value: str) -> Reading:
    facts: tuple[Words, ...] = (("", "140", "dossiers déposés"), ("", value, "dossiers déposés"))
    return report(impact_cards(card("Alpha", *facts)))


def build_indicator_twice(value: str) -> Reading:
    columns = ("Indicateurs", "Résultats 2024")
    rows = (("Agents formés", "217"), ("Agents formés", value))
    return report(indicators(columns, *rows))


def say(words: str) -> Callable[[str], Reading]:
    """A report of one sentence, the number in the place of the braces."""
    return lambda number: report(prose(words.format(number)))


MILLIONS = (" millions", " milliards")
SLIPS: dict[str, tuple[Slip, ...]] = {
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
    "indicator-in-text": (
        Slip(build_indicators, "217", scales=MILLIONS, is_signed=True),
        Slip(lambda n: build_indicators("217", f"{n} nouveaux agents publics"), "217"),
    ),
    "last-year-column": (Slip(build_last_column, "154", scales=MILLIONS, is_signed=True),),
    "last-year-period": (Slip(build_last_card, "512", scales=MILLIONS),),
    "growth-differs": (
        Slip(lambda n: build_growth(f"+{n}"), "50", " %", scales=(" points",)),
        Slip(lambda n: build_growth("+50 %", n), "300", scales=MILLIONS),
    ),
    "stated-growth-differs": (
        Slip(
            say("Nous avons publié 1 100 articles (+{}), contre 1 000 en 2023."),
            "10",
            " %",
            scales=(" points",),
        ),
        Slip(say("Nous avons publié {} articles (+10 %), contre 1 000 en 2023."), "1100"),
        Slip(say("Le nombre de prêts passe de 1 845 à 1 912, soit {} de plus."), "67"),
    ),
    "table-growth-differs": (
        Slip(build_table_growth, "10", " %", scales=(" points",)),
        Slip(lambda n: build_table_growth("10 %", n), "132"),
    ),
    "stated-rate-differs": (
        Slip(
            say("Nous avons suivi 512 élèves sur 640 inscrits ({})."),
            "80",
            " %",
            scales=(" points",),
        ),
        Slip(say("Nous avons suivi 512 élèves sur {} inscrits (80 %)."), "640"),
        Slip(
            say("Nous avons reçu 1 600 dossiers et retenu {}, soit un taux de succès de 25 %."),
            "400",
        ),
    ),
    "stock-differs": (Slip(build_stock, "31"),),
    "movement-differs": (
        Slip(say("Les plaintes ont baissé, passant de 120 à {}."), "120", ways="up"),
    ),
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
    "row-share-differs": (
        Slip(build_row_share, "200"),
        Slip(lambda n: build_row_share("200", n), "50", " %", scales=(" points",)),
    ),
    "share-impossible": (Slip(say("Nous suivons {} sur 10 services."), "10", ways="up"),),
    "mean-differs": (
        Slip(build_mean, "20", is_signed=True),
        Slip(lambda n: build_mean("20", n), "20", is_signed=True),
    ),
    "number-twice": (
        Slip(build_twice, "64", ways="up"),
        Slip(lambda n: build_twice("64", n), "64", ways="down"),
        Slip(build_quoted_total, "428"),
        Slip(build_income, "4,2", " millions", scales=(" milliards",)),
    ),
    "fact-twice": (Slip(build_facts, "140", scales=MILLIONS),),
    "indicator-twice": (Slip(build_indicator_twice, "217", scales=MILLIONS, is_signed=True),),
    "passage-differs": (Slip(build_passage, "19,3", " %"),),
    "target-missed": (
        Slip(build_targets, "50", " %", ways="down"),
        Slip(lambda n: build_targets("50 %", n), "50", " %", ways="up"),
    ),
    "status-differs": (Slip(build_statuses, "50", " %", ways="down"),),
    "targets-claim-differs": (Slip(build_claim, "10", ways="down"),),
    "time-target-differs": (
        Slip(
            say("Le délai moyen est de {} minutes : l’objectif de 10 minutes est tenu."),
            "10",
            ways="up",
        ),
    ),
    "transcription-incomplete": (Slip(build_transcription, "10"),),
}
