from tests.reports.checks.build import (
    callout,
    card,
    fact_list,
    impact_cards,
    indicators,
    key_figures,
    prose,
    report,
)

COLUMNS = ("Indicateurs", "Résultats 2023", "Objectifs PLF 2024", "Résultats 2024")
AGENTS = ("Nombre de nouveaux agents publics impliqués dans l’approche", "154", "220", "217")
WOMEN = ("Part des femmes dans les nouveaux agents publics", "53 %", "50 %", "45 %")
TABLE = indicators(COLUMNS, AGENTS, WOMEN)

COSTS = indicators(
    ("Indicator", "Result 2023", "Result 2024"),
    ("Average cost per visit", "10,04 €", "9,87 €"),
)

WRONG = [
    report(TABLE, prose("2 170 nouveaux agents publics ont rejoint les équipes.")),
    report(TABLE, prose("21 nouveaux agents publics ont rejoint les équipes.")),
    report(TABLE, fact_list(("On compte", "4 %", "de femmes dans les nouveaux agents publics"))),
    report(
        indicators(("Indicateur", "Résultat 2024", "Cible 2026"), ("Vergers plantés", "30", "47")),
        prose("Nous viserons 47 vergers plantés d’ici à fin 2023."),
    ),
    report(TABLE, prose("<b>216 nouveaux agents publics</b> ont rejoint les équipes.")),
    report(TABLE, key_figures(("", "917", "nouveaux agents publics"))),
    report(TABLE, callout("En 2024, 154 nouveaux agents publics ont appris le métier.")),
    report(TABLE, prose("Ils étaient 145 nouveaux agents publics formés en 2023.")),
    report(TABLE, fact_list(("On compte", "44 %", "de femmes dans les nouveaux agents publics"))),
    report(TABLE, prose("Fin 2024, 220 nouveaux agents publics ont été accueillis.")),
    # The number of the target, said as a result; another number, said as the target.
    report(TABLE, prose("L’objectif est atteint avec 220 nouveaux agents publics.")),
    report(TABLE, prose("L’objectif est dépassé : 220 nouveaux agents publics sont venus.")),
    report(TABLE, prose("Comme prévu, 220 nouveaux agents publics sont venus.")),
    report(TABLE, prose("L’objectif de 240 nouveaux agents publics est manqué.")),
    report(COSTS, prose("Average cost per visit in 2024 was 10,04 €, down from 12 €.")),
    report(
        indicators(("Indicateur", "2024"), ("Services lancés par l’État", "11")),
        prose("Cette année, 12 services lancés par l’État ont ouvert."),
    ),
    report(TABLE, prose("216 nouveaux agents publics (contre 154 en 2023) sont venus.")),
    report(TABLE, prose("En 2024, 216 nouveaux agents publics sont venus, contre 154 en 2023.")),
    report(TABLE, prose("216 nouveaux agents publics dans 12 ports en 2024.")),
]
GARDENS = indicators(
    ("Indicator", "Target 2024", "Result 2024"), ("Gardens opened by volunteers", "30", "27")
)
RIGHT = [
    report(TABLE, prose("Depuis la création, 1 200 nouveaux agents publics ont été formés.")),
    report(TABLE, prose("En 2024, 30 nouveaux agents publics ont pris un poste en région.")),
    # The year belongs to the number beside it.
    *(
        report(TABLE, prose(text))
        for text in (
            "217 nouveaux agents publics (contre 154 en 2023) ont rejoint les équipes.",
            "217 nouveaux agents publics (154 en 2023) ont rejoint les équipes.",
            "En 2024, 217 nouveaux agents publics sont venus, contre 154 en 2023.",
            "217 nouveaux agents publics sont venus : c’est 63 de plus qu’en 2023.",
            "217 nouveaux agents publics (objectif 2024 : 220 ; résultat 2023 : 154) sont venus.",
            "217 nouveaux agents publics (résultat 2023 : 154, objectif 2024 : 220) sont venus.",
            "154 nouveaux agents publics (dont 12 au port) étaient venus en 2023.",
            "154 nouveaux agents publics étaient venus dans 12 ports en 2023.",
        )
    ),
    report(COSTS, prose("Average cost per visit was 9,87 €, down from 10,04 € in 2023.")),
    report(
        indicators(("Indicateur", "Résultat 2024", "Cible 2026"), ("Vergers plantés", "30", "47")),
        prose("Nous viserons 47 vergers plantés d’ici à fin 2026."),
    ),
    report(
        indicators(("Indicateur", "Résultat 2024", "Cible 2026"), ("Vergers plantés", "30", "47")),
        prose("Nous visons 47 vergers plantés, et 2023 est loin."),
    ),
    # The target, said as what was aimed at.
    report(TABLE, prose("Il en manque trois pour atteindre 220 nouveaux agents publics visés.")),
    report(TABLE, prose("L’objectif de 220 nouveaux agents publics a été manqué de peu.")),
    report(TABLE, prose("Nous visions 220 nouveaux agents publics, et 217 sont venus.")),
    report(TABLE, prose("Contrairement aux 220 nouveaux agents publics prévus, 217 sont venus.")),
    report(TABLE, prose("Le ministère attendait 220 nouveaux agents publics.")),
    report(TABLE, prose("On est loin des 220 nouveaux agents publics que fixait la loi.")),
    report(GARDENS, prose("We planned 30 gardens opened by volunteers.")),
    report(GARDENS, prose("The goal of 30 gardens opened by volunteers was out of reach.")),
    report(COSTS, prose("The average cost per visit in 2024 was 9,87 €, down from 10,04 €.")),
    report(COSTS, prose("Average cost per visit in 2024 was 9,87 €, against 10,04 €.")),
    report(
        indicators(("Indicator", "Target 2024", "Result 2024"), ("Active members", "950", "964")),
        prose("The network has 964 active members."),
    ),
    report(TABLE, prose("217 nouveaux agents publics ont rejoint les équipes.")),
    report(TABLE, prose("En 2023, 154 nouveaux agents publics avaient rejoint les équipes.")),
    report(TABLE, prose("Environ 220 nouveaux agents publics ont rejoint les équipes.")),
    report(TABLE, prose("Plus de 200 nouveaux agents publics ont rejoint les équipes.")),
    report(TABLE, prose("12 nouveaux agents publics ont passé un diplôme.")),
    report(TABLE, prose("L’objectif était de former, contre 154 nouveaux agents publics avant.")),
    report(TABLE, impact_cards(card("Docs", ("", "216", "nouveaux agents publics")))),
    report(TABLE, prose("216 nouveaux agents de sécurité ont été recrutés.")),
    report(TABLE, prose("45 % de femmes dans les nouveaux agents publics, et 217 € d’indemnité.")),
    report(indicators(COLUMNS), prose("216 nouveaux agents publics.")),
    report(indicators(COLUMNS, ("", "", "", "")), prose("216 nouveaux agents publics.")),
]
