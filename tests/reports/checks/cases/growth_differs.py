from reports.core.reading import Reading
from tests.reports.checks.build import Words, compared, comparison_cards, data_table, report


def grown(start: Words, end: Words, growth: Words, *more: Words) -> Reading:
    """A card that goes from one fact to another; `more` facts stand in both periods."""
    periods = {"En 2023": (start, *more), "En 2024": (end, *more)}
    return report(comparison_cards(compared("Alpha", periods, growth)))


def files(start: str, end: str, growth: str) -> Reading:
    return grown(("", start, "dossiers"), ("", end, "dossiers"), ("", growth, "de dossiers"))


HEADS = ("Service", "2023", "2024", "Évolution")
WRONG = [
    report(data_table(("Pôle", "2023", "2024", "Évol."), ("A", "3 702", "4 234", "+41,4 %"))),
    report(data_table(("Group", "2023", "2024", "Change"), ("A", "60.0", "66.0", "15.0 %"))),
    files("2,7 millions", "3 millions", "+10 %"),
    files("20 660", "25 036", "+121 %"),
    files("128 747", "2 156 695", "x16"),
    files("39 %", "57 %", "+17 pts"),
    files("1 000", "1 500", "+55 %"),
    files("200", "150", "-24 %"),
    files("100", "117,3", "+17,4 %"),
    grown(
        ("", "200 €", "par dossier"),
        ("", "150 €", "par dossier"),
        ("Baisse de", "20 %", "par dossier"),
    ),
    grown(("", "10", "agents"), ("", "20", "agents"), ("Agents multipliés par", "3", "")),
    # The only pair: a growth that says no noun, or is near what the pair gives.
    grown(("", "100", "agents"), ("", "150", "agents"), ("", "+60 %", "")),
    grown(("", "1 000", "agents"), ("", "1 166", "agents"), ("", "+15 %", "d’utilisateurs")),
    report(data_table(HEADS, ("Alpha", "100", "150", "+40 %"))),
    files("Plus 400 000", "598 808", "+48 %"),
    files("39 %", "57,4 %", "+17 pts"),
    files("0", "12", "+49 %"),  # nothing grows by a percentage
    files("0", "12", "x12"),
]
RIGHT = [
    report(data_table(("Group", "2023", "2024", "Change"), ("A", "60.0", "66.0", "10.0 %"))),
    # Digits left out of a percentage, less than a point off.
    files("Plus 400 000", "598 808", "+49 %"),
    files("218 481", "386 225", "+76 %"),
    files("300", "500", "+66,6 %"),
    files("300", "200", "-33,3 %"),
    files("39 %", "57,4 %", "+18 pts"),
    files("190 000", "279 500", "+47 %"),
    files("800 000", "Plus d’un million", "+25 %"),
    files("39 %", "57 %", "+18 pts"),
    files("128 747", "2 156 695", "x16,8"),
    files("200", "150", "-25 %"),
    files("100", "200", "Plus de 90 %"),
    files("ND", "598 808", "+49 %"),
    files("0", "0", "+0 %"),
    files("0", "12", "+12"),
    files("4,2/5", "4,5/5", "+49 %"),
    files("100", "120", "beaucoup"),
    # The pair is found by what it counts, whatever stands beside it.
    grown(
        ("", "2,7 millions", "de dossiers déposés"),
        ("", "3,5 millions", "de dossiers déposés"),
        ("", "+30 %", "de dossiers déposés"),
        ("Coût par dossier :", "0,42 €", ""),
        ("", "5 714", "démarches"),
    ),
    grown(
        ("", "95 %", "d’agents satisfaits"), ("", "12", "structures"), ("", "+49 %", "de dossiers")
    ),
    grown(("", "100", "agents"), ("", "150", "agents"), ("", "+12 %", "de satisfaction")),
    grown(
        ("", "90", "jours"), ("", "45", "jours"), ("", "50 %", "de réduction des jours d’attente")
    ),
    report(data_table(HEADS, ("Alpha", "100", "150", "+50 %"), ("Bêta", "ND", "3", "N/A"))),
    report(data_table(("Service", "2024", "Évolution"), ("Alpha", "100", "+40 %"))),
    report(comparison_cards(compared("Alpha", {"En 2024": (("", "3", "sites"),)}, "+5 %"))),
    report(comparison_cards(compared("Alpha", {}))),
]
