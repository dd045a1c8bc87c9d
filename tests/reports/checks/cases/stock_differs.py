from tests.reports.checks.build import heading, key_figures, prose, report

NOUN = "services à impact national"


def year(stock: str, flow: str, **more):
    return report(
        heading("État des lieux"), key_figures(("", stock, NOUN)), prose(f"<p>{flow}</p>"), **more
    )


LAST = report(key_figures(("", "24", NOUN)), year=2023)
JOINED = "ont obtenu le statut de service à impact national."

WRONG = [
    year("30", f"Cette année, 7 services {JOINED}", last=LAST),
    year("32", f"En 2024, 7 services {JOINED}", last=LAST),
    year("24", f"Puis 3 services {JOINED}", last=LAST),
    year("40", "On compte 7 nouveaux services à impact national.", last=LAST),
    year("23", "Il y a 2 services à impact national de plus.", last=LAST),
]
RIGHT = [
    year("31", f"Cette année, 7 services {JOINED}", last=LAST),
    year("30", f"Cette année, 7 services {JOINED}"),
    year("30", "Cette année, 7 services ont fermé.", last=LAST),
    year("30", "Plus de 7 nouveaux services à impact national.", last=LAST),
    year("30", "On compte 7 nouvelles équipes.", last=LAST),
    report(
        key_figures(("", "12", "services")),
        prose("On compte 3 nouveaux services."),
        last=report(key_figures(("", "24", "services"))),
    ),
    report(last=LAST),
]
