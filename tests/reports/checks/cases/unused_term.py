from tests.reports.checks.build import (
    card,
    chart,
    definitions,
    heading,
    impact_cards,
    incubators,
    prose,
    report,
)

WRONG = [
    report(
        definitions(("Refus de tri", "Un dépôt.")),
        prose("Le tri monte."),
        heading("Les refus"),
        prose("Le tri baisse."),
    ),
    report(definitions(("Recevabilité", "La règle.")), prose("Un reçu, une recette.")),
    report(heading("Lexique des prix"), definitions(("Halle", "Un lieu."))),
    report(definitions(("5G", "Une norme de téléphonie.")), prose("La téléphonie.")),
    report(heading("Sigles des projets"), definitions(("Halle", "Un lieu."))),
    report(heading("Projets"), heading("Annexe"), definitions(("Halle", "Un lieu."))),
    report(definitions(("Réseau", "Les lieux."), ("Agents", "35"), ("Foyer", "Un lieu"))),
    report(definitions(("MTE", "Un ministère en charge du climat")), prose("Les ministères.")),
    report(definitions(("DRC", "Direction du réseau")), prose("Les directions.")),
    report(definitions(("Équipe produit", "L’équipe produit agit.")), prose("L’équipe agit.")),
    report(definitions(("SIG", "Service d’information")), prose("Un signe, un sigle, et SIGNAL.")),
    report(definitions(("Réseau", "Les structures du réseau."))),
    report(definitions(("EIG (entrepreneurs)", "Un programme.")), prose("Le programme.")),
    report(definitions(("PLF", "Projet"), ("PLF", "Loi")), prose("Rien.")),
]
RIGHT = [
    # A paragraph that was cut in two is still one text.
    report(definitions(("Refus de tri", "Un dépôt.")), prose("Le tri monte."), prose("Un refus.")),
    report(
        definitions(("Refus de tri", "Un dépôt.")),
        prose("Le tri monte."),
        prose("Des agents viennent."),
        prose("Un refus."),
    ),
    # Other words of the family, in any order.
    report(definitions(("Refus de tri", "Un dépôt.")), prose("Au tri, les refus montent.")),
    report(definitions(("Recevabilité", "La règle.")), prose("Le dossier est recevable.")),
    report(heading("Distinctions"), definitions(("Label Verger", "niveau 2, en mai"))),
    report(heading("Awards"), definitions(("Orchard Prize", "second place, for the map"))),
    report(definitions(("4.6 tons", "of waste a pupil"), ("#38", "in the county"))),
    report(definitions(("1 240 km²", "de landes"), ("12 %", "de forêts"))),
    # Projects are told, not defined.
    report(heading("Les projets"), definitions(("Halle Verte", "900 m² ouverts au public."))),
    report(heading("Highlights"), definitions(("Night Market", "Open until midnight."))),
    # Names and numbers are no definitions.
    report(definitions(("Directrice", "Anne Le Goff"), ("Agents", "35"), ("Siège", "Arleuf"))),
    report(definitions(("Chair", "Mr J. Howe"), ("Budget", "1,2 M€"))),
    report(definitions(("Janvier", "ouverture du service"), ("12 mars 2024", "deux ans"))),
    # An entry that spells its abbreviation out is there for who meets it elsewhere.
    report(definitions(("DRC", "Direction du réseau et de la coopération")), prose("Le réseau.")),
    report(definitions(("DGFORÊT", "Direction générale des forêts")), prose("Le réseau.")),
    report(definitions(("Direction du réseau (DR)", "Elle agit.")), prose("Les lieux.")),
    report(definitions(("CO-ACT", "Un appel.")), prose("Le CO-ACT a eu lieu.")),
    report(definitions(("ADEME", "Agence")), incubators(("Un accélérateur", "Ademe"))),
    report(definitions(("Équipe produit", "Agit.")), prose("Les équipes produits ont grandi.")),
    report(
        definitions(("Réseau", "Des lieux."), ("Communauté", "Ceux du réseau, la communauté.")),
        prose("La communauté grandit."),
    ),
    report(definitions(("PLF", "Projet de loi")), heading("Objectifs du PLF 2024")),
    report(definitions(("SIG", "Service")), impact_cards(card("Docs", status="Porté par lʼSIG"))),
    report(definitions(("EIG (entrepreneurs)", "Un programme.")), prose("25 EIG recrutés.")),
    report(definitions(("ANCT", "Agence")), chart("Services", ("ANCT", "20"))),
    report(definitions(("", "Un texte."))),
]
