"""By rule, in the module of its code: reports that it must find fault with, and not."""

from tests.reports.checks.build import callout, heading, links, prose, report

NEXT = "Le programme rend compte de ses résultats."

WRONG = [
    report(prose("<p><b>Nos résultats</b></p>", NEXT)),
    report(prose("<p><strong>Nos résultats</strong></p>", NEXT)),
    report(prose("<p><b>Nos</b> <b>résultats</b></p>", NEXT)),
    report(prose("<p><b>Nos résultats</b></p>"), prose(NEXT)),
    report(prose("<p><b><i>Un réseau qui grandit</i></b></p>"), links(("Voir", "/stats"))),
    report(prose(f"<p><b>Nos résultats</b><br/>{NEXT}</p>")),
    report(callout(f"<b>À retenir</b></p><p>{NEXT}")),
    report(prose(NEXT, "<p><b>🎯 Nos buts</b></p>", NEXT)),
]
RIGHT = [
    report(prose("<p><b>Par souci de clarté, nous comptons tout.</b></p>", NEXT)),
    report(prose("<p><b>C’est quoi ?</b> Un programme.</p>", NEXT)),
    report(prose("<p><b>Nos résultats</b> : ils sont bons.</p>", NEXT)),
    report(prose(NEXT, "<p><b>Nos résultats parlent pour nous</b></p>")),
    report(prose("<p><b>Nos résultats parlent pour nous</b></p>"), heading("La suite")),
    report(prose("<ul><li><b>Mesurer</b></li><li><b>Confier</b></li></ul>", NEXT)),
    report(prose('<p><b><a href="/stats">Voir les statistiques</a></b></p>', NEXT)),
    report(prose("<p><b>Les lauréats bénéficient de :</b></p>", NEXT)),
    report(prose(f"<p><b>{'Une phrase qui dure et dont le point manque ' * 3}</b></p>", NEXT)),
    report(prose("<p><b></b></p>", "<p><b>—</b></p>", NEXT)),
]
