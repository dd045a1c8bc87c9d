"""By rule, in the module of its code: reports that it must find fault with, and not."""

from tests.reports.checks.build import (
    awards,
    card,
    definitions,
    impact_cards,
    incubators,
    indicators,
    report,
    service_lines,
)

COLUMNS = ("Indicateurs", "Résultats 2024")
NAMES = {
    "indicator": {
        1: "Nouveaux agents publics",
        "agents": "Nouveaux agents publics",
        2: "Produits à impact national",
        "impact": "Produits à impact national",
    },
    "service": {5: "Mano", "mano": "Mano", 6: "Tchap", "tchap": "Tchap"},
    "incubator": {7: "Fabrique", "fabrique": "Fabrique"},
    "term": {8: "Incubateur", "incubateur": "Incubateur"},
}


def row(head, ref, ref_name):
    return indicators(COLUMNS, (head, "12"), refs=(ref,), ref_names=(ref_name,))


def service_card(name, service, reference_name=""):
    return impact_cards({**card(name), "service": service, "reference_name": reference_name})


def line(name, service, reference_name):
    kind, value = service_lines((name, "", "Aider."))
    value["services"][0] |= {"service": service, "reference_name": reference_name}
    return kind, value


def award(name, ref, ref_name):
    kind, value = awards((name, "", "1 000 €"))
    value["table"]["rows"][0] |= {"ref": ref, "ref_name": ref_name}
    return kind, value


def incubator(name, record, reference_name):
    kind, value = incubators((name, "Cerema"))
    value["groups"][0]["incubators"][0] |= {"incubator": record, "reference_name": reference_name}
    return kind, value


def definition(name, record, reference_name):
    kind, value = definitions((name, "Une équipe."))
    value["items"][0] |= {"term": record, "reference_name": reference_name}
    return kind, value


WRONG = [
    report(row("Agents formés", "agents", "Nouveaux agents publics"), record_names=NAMES),
    # the record's own name is the closest one: its reference still was chosen for another
    report(row("Nouveaux agents publics", "agents", "Recrutements"), record_names=NAMES),
    report(row("", "agents", "Nouveaux agents publics"), record_names=NAMES),
    report(row("Agents formés", "supprime", "Agents"), record_names=NAMES),
    report(service_card("Mano pour tous", 5, "Mano"), record_names=NAMES),
    report(line("La Suite", 5, "Mano"), record_names=NAMES),
    report(award("Marelle", "mano", "Mano"), record_names=NAMES),
    report(incubator("Accelerema", 7, "Fabrique"), record_names=NAMES),
    report(definition("Équipe", 8, "Incubateur"), record_names=NAMES),
    # « (2024) » is no mark of a note, nor is the power in « m² »
    report(row("Agents (2024)", "agents", "Agents (2023)"), record_names=NAMES),
    report(row("Bureaux en m²", "agents", "Bureaux en m³"), record_names=NAMES),
]
RIGHT = [
    report(row("Nouveaux agents publics", "agents", "Nouveaux agents publics"), record_names=NAMES),
    report(row("NOUVEAUX\u00a0agents  publics", "agents", "nouveaux agents publics")),
    report(row("Nouveaux agents publics (1)", "agents", "Nouveaux agents publics")),
    report(row("Nouveaux agents publics ¹", "agents", "Nouveaux agents publics*")),
    report(row("Élèves formés", "agents", "Eleves formés")),
    # what an older version stored: the name that is read counts
    report(indicators(COLUMNS, ("Agents", "12"), refs=("agents",))),
    report(service_card("Tout autre nom", 5)),
    # no record, no reference to confirm
    report(row("Agents", "", "")),
    report(impact_cards(card("Mano"))),
    # another record is closer: that is an error, said by its own rule
    report(
        row("Produits à impact national", "agents", "Nouveaux agents publics"), record_names=NAMES
    ),
]
