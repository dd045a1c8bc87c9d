from tests.reports.checks.build import (
    budget,
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

LOANS = data_table(
    ("Âge", "2023", "2024"),
    ("Enfants", "6 610", "7 118"),
    ("Adultes", "10 860", "11 612"),
    ("Ensemble", "17 470", "18 730"),
    caption="Inscrits par âge",
)
LESSONS = data_table(
    ("Faculté", "Séances", "Participants"),
    ("Lettres", "182", "3 940"),
    ("Sciences", "302", "9 090"),
    ("Total", "484", "13 030"),
    caption="Séances",
)
COUNTS = data_table(("Mesure", "2023", "2024"), ("Visiteurs", "5 900", "7 250"))
VISITORS = key_figures(("", "1 240", "participants"))
GRANTS = data_table(
    ("Dispositif", "Dossiers", "Montant (€)"),
    ("Construction", "160", "7 460 000"),
    ("Formation", "268", "3 740 000"),
    ("Total", "428", "11 200 000"),
    caption="Subventions",
)
MONEY = data_table(("Ressources", "Montant (M€)"), ("Région", "26,12"), ("Communes", "20,4"))

WRONG = [
    report(
        prose("Les recettes sont de 4,2 milliards d’euros."),
        data_table(("Recettes", "2024"), ("Dons", "3 000 000 €"), ("Total", "4 212 000 €")),
    ),
    report(
        prose("Le total des recettes est de 4,2 milliards d’euros."),
        budget(("Dons", "3 000 000 €", ""), ("Total des recettes", "4 212 000 €", "")),
    ),
    # A scale too large, or two.
    report(
        heading("Essentiel"),
        prose("Les recettes sont de 4 212 milliards d’euros."),
        heading("Comptes"),
        data_table(("Recettes", "2024"), ("Dons", "3 000 000 €"), ("Total", "4 212 000 €")),
    ),
    # Two totals of one row in a sentence, of which one is another number.
    report(GRANTS, prose("Les 642 dossiers soutenus représentent 11,2 millions d’euros.")),
    report(GRANTS, prose("Les 4 280 dossiers soutenus ont reçu 11 200 000 €.")),
    # Two digits swapped: against a key figure, a total, a row, a card.
    report(VISITORS, prose("Nous avons reçu 1 420 participants.")),
    report(LOANS, prose("Le réseau compte 18 370 inscrits.")),
    report(LOANS, prose("Fin 2024, on dénombre 18 370 inscrits.")),
    report(LOANS, prose("En 2023, on dénombrait 17 740 inscrits.")),
    report(COUNTS, prose("Le parc a accueilli 7 520 visiteurs.")),
    report(COUNTS, key_figures(("Visiteurs :", "7 520", ""))),
    report(MONEY, prose("La Région apporte 21,62 M€ cette année.")),
    report(
        impact_cards(card("Lire", ("", "1 240", "enfants accompagnés"))),
        prose("Le programme Lire a accompagné 1 420 enfants."),
    ),
    report(
        prose("La mission suit 3 214 jeunes, dont 1 162 accueillis en mai."),
        fact_list(("", "1 126", "jeunes accueillis")),
    ),
    report(COUNTS, prose("Du jamais vu depuis 2019 : 7 520 visiteurs sont venus.")),
    # One digit of many, under the whole name.
    report(
        key_figures(("", "604 200", "documents prêtés")),
        prose("On compte 604 900 documents prêtés."),
    ),
    # Another number of the same full name, in what sums up the report or in a row.
    report(
        heading("Chiffres clés"),
        key_figures(("", "87", "associations partenaires"), ("", "93 %", "d’usagers satisfaits")),
        heading("Réseau"),
        prose("Nous livrons 84 associations partenaires."),
    ),
    report(
        data_table(("Lieu", "2023", "2024"), ("Écoles maternelles", "61", "64")),
        prose("On compte 67 écoles maternelles."),
    ),
    # Four digits swapped, of one subject in other words; money under one title.
    report(
        key_figures(("", "38 950", "passages aux urgences")),
        prose("Aux urgences, 39 850 patients ont été accueillis."),
    ),
    report(
        heading("Taxe de séjour"),
        fact_list(("Montant collecté :", "612 000 €", "")),
        prose("La taxe de séjour rapporte 621 k€."),
    ),
    # One digit of the money that a table of the same part adds up.
    report(
        heading("Redevances"),
        data_table(("", "Produit 2024"), ("Eau", "278,2 M€"), ("Total", "338,2 M€"), caption=""),
        prose("Les redevances ont rapporté 333,2 M€."),
    ),
    # The total of a table of the same part.
    report(heading("Formation"), prose("Nous avons formé 13 400 participants."), LESSONS),
]
RIGHT = [
    report(
        prose("Les recettes sont de 4,2 millions d’euros."),
        data_table(("Recettes", "2024"), ("Dons", "3 000 000 €"), ("Total", "4 212 000 €")),
    ),
    report(
        prose("Le pays a 4,2 milliards d’euros de dettes."),
        budget(("Dons", "3 000 000 €", ""), ("Total des recettes", "4 212 000 €", "")),
    ),
    # A sentence that quotes no other total of the row, says both numbers, or counts other things.
    report(GRANTS, prose("Les 642 dossiers déposés représentent 19,2 millions d’euros.")),
    report(GRANTS, prose("Sur 642 dossiers, 428 dossiers ont reçu 11,2 millions d’euros.")),
    report(GRANTS, prose("Les 642 dossiers reçus ont conduit à attribuer 11,2 M€.")),
    report(GRANTS, prose("Parmi les 642 dossiers des communes, 11,2 M€ sont attribués.")),
    report(GRANTS, prose("Les 642 communes aidées ont reçu 11,2 millions d’euros.")),
    report(GRANTS, prose("Les 642 dossiers déposés ont été lus. L’aide atteint 11,2 M€.")),
    # The table proves its own total wrong.
    report(
        prose("Les gares ont reçu 21 480 tonnes."),
        data_table(("Tonnes", "2024"), ("Bois", "9 480"), ("Sel", "12 000"), ("Total", "21 840")),
    ),
    report(VISITORS, prose("Nous avons reçu 1 240 participants.")),
    # Of another year, aimed at, compared with, rounded.
    report(COUNTS, prose("En 2022, le parc avait accueilli 7 520 visiteurs.")),
    report(COUNTS, prose("Nous visions 7 520 visiteurs.")),
    report(COUNTS, prose("L’affluence monte, contre 9 500 visiteurs avant.")),
    report(COUNTS, prose("Le parc a accueilli environ 7 520 visiteurs.")),
    report(COUNTS, prose("Le parc a accueilli plus de 7 200 visiteurs.")),
    report(
        indicators(("Nom", "Objectif 2024", "Résultat 2024"), ("Visiteurs", "7 520", "7 250")),
        prose("Le parc a accueilli 7 250 visiteurs."),
    ),
    # Other things, with digits that are alike by chance.
    report(VISITORS, prose("Il a reçu 1 420 courriers.")),
    report(key_figures(("", "1 240", "élèves"), ("", "1 420", "élèves étrangers"))),
    report(prose("La ville a 1 240 élèves au nord et 1 420 élèves au sud.")),
    report(prose("L’antenne du nord reçoit 2 410 élèves, celle du sud 2 140.")),
    report(MONEY, prose("Le fonds social a coûté 21,62 M€ cette année.")),
    report(
        impact_cards(
            card("Lire", ("", "1 240", "enfants accompagnés")),
            card("Jouer", ("", "1 420", "enfants accompagnés")),
        )
    ),
    # A number that is printed twice so is none that was mistyped.
    report(
        data_table(("Ville", "Élèves"), ("Lyon", "1 240"), ("Metz", "1 420")),
        prose("Lyon a 1 240 élèves."),
    ),
    # Counts of one name in two parts, or in two rows; one noun alone.
    report(
        heading("Lyon"),
        key_figures(("", "87", "associations partenaires")),
        heading("Metz"),
        prose("Nous livrons 84 associations partenaires."),
    ),
    report(
        heading("Chiffres clés"),
        key_figures(("", "87", "associations")),
        prose("Nous livrons 84 associations."),
    ),
    report(
        heading("Chiffres clés"),
        key_figures(("", "870", "associations partenaires")),
        heading("Metz"),
        prose("Nous livrons 84 associations partenaires."),
    ),
    report(
        data_table(("Lieu", "2024"), ("Écoles maternelles", "64")),
        data_table(("Lieu", "2024"), ("Écoles maternelles", "12")),
        prose("On compte 67 écoles maternelles."),
    ),
    # Two digits, or three that differ otherwise.
    report(key_figures(("", "24", "ateliers")), prose("Il y a eu 42 ateliers.")),
    report(key_figures(("", "640", "ateliers tenus")), prose("On a vu 540 ateliers tenus.")),
    report(key_figures(("", "6 040", "ateliers")), prose("On a vu 6 070 ateliers.")),
    report(
        heading("Redevances"),
        data_table(("", "Produit 2024"), ("Eau", "278,2 M€"), ("Total", "338,2 M€"), caption=""),
        prose("Les redevances des villes ont rapporté 331,9 M€."),
    ),
    # A part of the total; the total rounded; a table of another part.
    report(heading("Formation"), prose("On a formé 12 700 participants à distance."), LESSONS),
    report(heading("Formation"), prose("Nous avons formé 13 000 participants."), LESSONS),
    report(
        heading("Fêtes"), prose("Nous avons vu 13 400 participants."), heading("Formation"), LESSONS
    ),
]
