from tests.reports.checks.build import data_table, prose, report

WRONG = [
    report(prose("Le délai est de 11 min 20 s : l’objectif de 10 minutes au plus est tenu.")),
    report(prose("Le délai moyen est de 12 minutes : l'objectif de 10 minutes est tenu.")),
    report(prose("The average wait was 12 minutes: the target of 10 minutes was met.")),
    report(prose("L’attente est de 4 h 35, et l’objectif de 4 heures est atteint.")),
    report(prose("The response time was 95 minutes, and our target of 1 hour was achieved.")),
]
RIGHT = [
    # More of it is better, or nobody knows.
    report(prose("Le lieu ouvre 12 heures par jour : l’objectif de 10 heures est atteint.")),
    report(prose("La durée d’ouverture est de 12 heures : l’objectif de 10 heures est atteint.")),
    report(prose("Battery life was 12 hours: the target of 10 hours was met.")),
    report(prose("Le délai est de 9 min 20 s : l’objectif de 10 minutes au plus est tenu.")),
    report(prose("Le délai est de 11 min 20 s : l’objectif de 10 minutes n’est pas tenu.")),
    report(prose("The average wait was 9 minutes: the target of 10 minutes was met.")),
    report(prose("The average wait was 10 minutes: the target of 10 minutes was met.")),
    report(prose("The average wait was 12 minutes: the target of 10 minutes was not met.")),
    report(prose("L’attente est de 3 h 35, et l’objectif de 4 heures est atteint.")),
    report(prose("Le trajet dure 45 minutes. L’objectif de 10 visites est atteint.")),
    report(data_table(("A", "12 minutes : l’objectif de 10 minutes est tenu"), ("B", "1"))),
]
