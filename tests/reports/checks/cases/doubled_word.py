from tests.reports.checks.build import (
    card,
    data_table,
    heading,
    impact_cards,
    key_figures,
    prose,
    report,
)

WRONG = [
    report(prose("Le programme aide les les administrations.")),
    report(heading("La La communauté")),
    report(prose("La communauté exemple.gouv.fr.fr grandit.")),
    report(key_figures(("", "12", "services services en ligne"))),
    report(impact_cards(card("Docs", ("", "3", "fiches"), mission="Écrire à à plusieurs."))),
    report(data_table(("Question", "2024"), ("Le le service est utile", "12 %"))),
]
RIGHT = [
    report(prose("<p>Portrait de Jasmine</p><p>Jasmine a 17 ans.</p>")),
    report(prose("Nous nous engageons, et vous vous inscrivez.")),
    report(prose("Les agents, les services et les usagers.")),
    report(prose("Voir exemple.gouv.fr et exemple.fr.")),
    report(heading("La communauté")),
    report(prose("<p>Une ligne finit par un mot</p><p>Un autre paragraphe commence.</p>")),
]
