"""By rule, in the module of its code: reports that it must find fault with, and not."""

from tests.reports.checks.build import report
from tests.reports.checks.cases.record_unconfirmed import (
    NAMES,
    award,
    incubator,
    line,
    row,
    service_card,
)

AGENTS = "Nouveaux agents publics"

WRONG = [
    report(row("Produits à impact national", "agents", AGENTS), record_names=NAMES),
    report(row("Produits à impact national (2)", "agents", AGENTS), record_names=NAMES),
    report(row("Produits à fort impact national", "agents", AGENTS), record_names=NAMES),
    report(service_card("Tchap", 5, "Mano"), record_names=NAMES),
    report(line("TCHAP", 5, "Mano"), record_names=NAMES),
    report(award("Tchap", "mano", "Mano"), record_names=NAMES),
    # the record that was chosen is gone
    report(row("Nouveaux agents publics", "supprime", "Recrutements"), record_names=NAMES),
]
RIGHT = [
    report(row(AGENTS, "agents", AGENTS), record_names=NAMES),
    # chosen for this very name, though another record has it
    report(row("Produits à impact national", "agents", "Produits à impact national")),
    # no other record is closer
    report(row("Agents publics", "agents", AGENTS), record_names=NAMES),
    report(row("Guichets ouverts", "agents", AGENTS), record_names=NAMES),
    report(incubator("Accelerema", 7, "Fabrique"), record_names=NAMES),
    report(service_card("Tchap", 5), record_names=NAMES),
    report(row("Produits à impact national", "", ""), record_names=NAMES),
]
