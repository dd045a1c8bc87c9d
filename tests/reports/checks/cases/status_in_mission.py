from tests.reports.checks.build import card, impact_cards, report

STATUS = "Porté par la Fabrique des services et repris par le groupement de son secteur."


def case(mission: str, status: str = STATUS):
    return report(impact_cards(card("Docs", ("", "3", "fiches"), mission=mission, status=status)))


WRONG = [
    case(f"Écrire à plusieurs — {STATUS}"),
    case("Aider, porté par la fabrique des services et repris par le groupement de son secteur."),
    case(STATUS),
    case(f"{STATUS} Écrire."),
    case(f"Écrire ({STATUS.lower()})"),
]
RIGHT = [
    case("Écrire à plusieurs."),
    case("Écrire, porté par la Fabrique des services."),
    case("Porté par une autre équipe, repris par un autre groupement de son secteur."),
    case("En accélération.", "En accélération."),
    case("", ""),
    case("Écrire à plusieurs.", ""),
]
