"""By rule, in the module of its code: reports that it must find fault with, and not."""

from tests.reports.checks.build import data_table, heading, key_figures, picture, prose, report

WRONG = [
    report(prose("L'équipe a grandi.")),
    report(prose("<p>L<b>'équipe</b> a grandi.</p>")),
    report(heading("Aujourd'hui")),
    report(prose('Une mesure jugée "très utile" par tous.')),
    report(prose('Ce qu\'"on" en dit.')),
    report(key_figures(("", "12", "jours d'essai"))),
    report(data_table(("Poste", "Avis"), ("Frais", "jugés d'avance"))),
    report(*(prose(f"L'an {n}.") for n in range(12))),
]
RIGHT = [
    report(prose('{{< figure src="/a.png" alt="Vue d\'ensemble" >}}')),
    report(prose('{% image alt="Vue du port" %}')),
    report(prose("L’équipe a grandi, « très vite ».")),
    report(prose("Un détour de 5' 30'' et un écran de 15\".")),
    report(prose('<span lang="en">It\'s "useful"</span> selon eux.')),
    report(prose("<code>print('a', \"b\")</code> affiche une lettre.")),
    report(prose("Voir https://exemple.test/l'an?q=d'ici pour la suite.")),
    report(picture("L'équipe")),
    report(prose('Un seul guillemet " au milieu.')),
    report(),
]
