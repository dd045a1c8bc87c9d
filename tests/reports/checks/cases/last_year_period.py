from tests.reports.checks.build import card, compared, comparison_cards, impact_cards, report

LAST = report(
    impact_cards(
        card(
            "Je Veux Aider",
            ("", "510 000", "bénévoles inscrits"),
            ("", "500", "bénévoles s’engagent chaque jour - 12 750 organisations inscrites"),
            ("", "15 000", "missions de bénévolat disponibles"),
            url="/startups/jeveuxaider.html",
        ),
        card("Double", ("", "10", "avis reçus"), ("", "20", "avis reçus")),
        card("Tchap", ("Coût par agent : ", "1,30 €", "(payé par l’État)")),
        card("Aide Facile", ("", "Plus de 400 000", "dossiers enregistrés")),
    ),
    comparison_cards(
        compared(
            "Dossiers",
            {
                "En 2022": [("", "83 746", "dossiers validés")],
                "En 2023": [("", "3 millions", "d’avis")],
            },
        )
    ),
    year=2023,
)


def told(name: str, heading: str, *facts: tuple[str, str, str], url: str = "") -> object:
    return report(comparison_cards(compared(name, {heading: facts}, url=url)), last=LAST)


WRONG = [
    told("Je Veux Aider", "En 2023", ("", "99 278", "bénévoles inscrits")),
    told("Autre nom", "En 2023", ("", "4 205", "organisations inscrites"), url="/x/jeveuxaider"),
    told("Tchap", "En 2023", ("Coût par agent : ", "1,50 €", "")),
    told("aide facile", "2023 :", ("", "390 000", "dossiers enregistrés")),
    told("Dossiers", "En 2022", ("", "83 764", "dossiers validés")),
    told("Dossiers", "En 2023", ("", "4 100 000", "avis")),
]
RIGHT = [
    told("Double", "En 2023", ("", "15", "avis reçus")),
    told("Je Veux Aider", "En 2023", ("", "510 000", "bénévoles inscrits")),
    told("Je Veux Aider", "En 2023", ("", "12 508", "missions de bénévolat validées")),
    told("Je Veux Aider", "En 2024", ("", "99 278", "bénévoles inscrits")),
    told("Je Veux Aider", "En 2023", ("", "509 874", "bénévoles inscrits")),
    told("Aide Facile", "En 2023", ("", "412 345", "dossiers enregistrés")),
    told("Dossiers", "En 2023", ("", "3 124 000", "d’avis")),
    told("Dossiers", "En 2023", ("", "90 000", "dossiers validés")),
    told("Tout autre", "En 2023", ("", "99 278", "bénévoles inscrits")),
    told("Je Veux Aider", "En 2023", ("", "12 000", "bénévoles inscrits par mois")),
    report(comparison_cards(compared("Tchap", {"En 2023": [("Coût par agent : ", "2 €", "")]}))),
]
