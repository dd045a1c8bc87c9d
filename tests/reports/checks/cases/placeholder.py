from tests.reports.checks.build import (
    card,
    data_table,
    fact_list,
    heading,
    impact_cards,
    indicators,
    key_figures,
    prose,
    report,
)

WRONG = [
    report(data_table(("", "Prêts"), ("A", "ND"), ("B", "–"), ("C", "4"), ("D", "5"))),
    report(
        data_table(
            ("", "2022", "2023", "2024"),
            ("A", "120", "–", "205"),
            ("B", "1", "2", "3"),
            ("C", "4", "5", "6"),
        )
    ),
    report(prose("[x] guichets ont ouvert.")),
    report(prose("Ce guichet a reçu [ ] Parisiens.")),
    report(prose("Le budget reste à compléter.")),
    report(prose("Insert chart here.")),
    report(prose("The date is to be confirmed.")),
    report(prose("[to be completed]")),
    report(prose("Insérer un graphique.")),
    report(prose('Voir la <a href="#a">section X</a> pour la suite.')),
    report(key_figures(("", "XX %", "des agents"))),
    report(prose("Le montant est de xx € par an.")),
    report(prose("Le service ??? a ouvert.")),
    report(fact_list(("TODO ajouter le chiffre", "", ""))),
    report(prose("Lorem ipsum dolor sit amet.")),
    report(prose("<p>…</p>")),
    report(prose("Le total est [ ] cette année.")),
    report(prose("Le total est [chiffre de fin d’année].")),
    report(prose("Voir la page n° X du registre.")),
    report(impact_cards(card("Docs", mission="À compléter"))),
    report(prose("Trois services (à confirmer) ont ouvert.")),
    report(heading("Résultats 20XX")),
    report(indicators(("", "2024"), ("Services", "11"), ("Agents", "217"), ("Femmes", "-"))),
    report(data_table(("", "Note"), ("Lyon", "____"))),
]
YEARS = ("", "2022", "2023", "2024")
RIGHT = [
    # A table without years or targets, in which a dash is nothing at all.
    report(data_table(("Support", "Documents"), ("Livres", "4"), ("Films", "5"), ("Jeux", "–"))),
    # Years before the first value; a total; a difference.
    report(data_table(YEARS, ("A", "–", "140", "205"), ("B", "1", "2", "3"), ("C", "4", "5", "6"))),
    report(
        data_table(("", "2024", "National 2024"), ("A", "4", "–"), ("B", "5", "3"), ("C", "5", "9"))
    ),
    report(data_table(("", "Prêts"), ("A", "4"), ("B", "5"), ("Total", "–"))),
    report(
        data_table(("", "2024", "Évolution"), ("A", "4", "–"), ("B", "5", "3"), ("C", "5", "9"))
    ),
    # Boxes of a task list.
    report(prose("[x] Ouverture du guichet", "[ ] Bilan des visites")),
    report(prose("<ul><li>[X] Charte signée</li><li>[ ] 12 visites</li></ul>")),
    report(prose("Il reste à compléter le dossier.", "Les travaux sont à préciser avec elle.")),
    report(prose("The award is to be confirmed by the board.", "We insert a clause.")),
    report(prose("Voir la section 4, et la page X du programme sur le réseau X.")),
    report(prose("Au XXe siècle, 300 dossiers à compléter attendaient.")),
    report(prose("Nous avons lancé des sites, des cartes, etc…")),
    report(prose("Est-ce utile ?! Oui, n’est-ce pas ?")),
    report(prose("Il écrit : « le service […] est utile [...] ».")),
    report(data_table(("", "A", "B"), ("x", "-", "1"), ("y", "2", "-"), ("z", "3", "4"))),
    report(data_table(("", "Avis"), ("Lyon", "-"), ("Rennes", "très bien"))),
    report(key_figures(("", "x16", "rendez-vous pris"), ("", "ND", ""))),
    report(prose("La taille XXL, la norme IX, et le n° 352.")),
    report(prose("Il reste à définir un cap, et à compléter les équipes.")),
]
