from tests.reports.checks.build import data_table, fact_list, prose, report

WRONG = [
    report(prose("Visits fell from 463,000 to 512,000, and school groups came back.")),
    report(prose("Les visites ont augmenté de 512 000 à 463 000.")),
    report(prose("Transfer students more than doubled, from 1,240 to 1,860.")),
    report(prose("Le nombre d’adhérents a plus que doublé, de 1 240 à 1 860.")),
    report(prose("Income rose from £512,000 in 2023 to £463,000 in 2024.")),
    report(prose("Les plaintes ont baissé, passant de 120 à 140.")),
    report(prose("Les prêts sont passés de 512 000 à 463 000, en hausse.")),
    report(prose("Le budget a triplé, passant de 12 000 € à 24 000 €.")),
    report(prose("Emissions halved from 400 tonnes to 310 tonnes.")),
    report(fact_list(("", "12", "salles. Les entrées ont diminué, de 463 000 à 512 000"))),
]
RIGHT = [
    report(prose("Les prêts ont baissé de 2019 à 2024, dans 12 salles.")),
    report(prose("Visits fell from 512,000 to 463,000, and school groups came back.")),
    report(prose("Les visites ont augmenté de 463 000 à 512 000.")),
    report(prose("Transfer students more than doubled, from 1,240 to 2,860.")),
    report(prose("Le nombre d’adhérents a doublé, de 1 240 à 2 410.")),
    report(prose("Le nombre d’adhérents a presque doublé, de 1 240 à 1 860.")),
    report(prose("Membership nearly doubled, from 1,240 to 1,860.")),
    # By how much, and not from where; a rank; another thing; a fall that did not happen.
    report(prose("Le nombre d’agents a baissé de 10 à 15 selon les sites.")),
    report(prose("Les loyers ont baissé de 5 à 10 agents.")),
    report(prose("Le taux a diminué de 12 % à 15 %.")),
    report(prose("We rose from 38 to 25 in the ranking.")),
    report(prose("Costs fell while visits went from 463,000 to 512,000.")),
    report(prose("Les coûts baissent, et les visites passent de 463 000 à 512 000.")),
    report(prose("Visits did not fall from 463,000 to 512,000.")),
    # Which `stated-growth-differs` tells.
    report(prose("The surplus grew by 25%, from £12.9 million to £11.2 million.")),
    report(data_table(("A", "Visits fell from 463,000 to 512,000"), ("B", "12"))),
]
