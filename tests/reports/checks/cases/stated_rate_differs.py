from tests.reports.checks.build import fact_list, prose, report

WRONG = [
    report(prose("We carried out 512 of 640 annual health checks (90%), as planned.")),
    report(prose("Nous avons suivi 512 des 640 dossiers (90 %).")),
    report(prose("Nous avons reçu 80 offres et retenu 20, soit un taux de retenue de 30 %.")),
    report(prose("We sent 900 letters and had 300 answers, an average reply rate of 45%.")),
    report(prose("Nous avons reçu 1 630 dossiers et retenu 412, soit un taux de succès de 35 %.")),
    report(prose("We received 1 630 applications and made 412 awards, a success rate of 35%.")),
    report(fact_list(("", "412", "retenus sur 1 630 dossiers, soit un taux de succès de 35 %"))),
]
RIGHT = [
    report(prose("We carried out 512 of 640 annual health checks (80%), as planned.")),
    report(prose("Il y a 512 agents des 640 communes (1 %).")),
    report(prose("Nous avons reçu 1 630 dossiers et retenu 412, soit un taux de succès de 25 %.")),
    report(prose("We received 1 630 applications and made 412 awards, a success rate of 25.3%.")),
    report(prose("Dans 12 écoles, 340 élèves passent, soit un taux de réussite de 87 %.")),
    report(prose("Il y a 12 écoles et 30 élèves, avec un taux de réussite de 35 %.")),
    report(prose("De 1 630, il en reste 412, dont 3 retirés, soit un taux de succès de 35 %.")),
    report(prose("Nous en avons reçu 1 630 et retenu 41, soit un taux de succès de 35 %.")),
]
