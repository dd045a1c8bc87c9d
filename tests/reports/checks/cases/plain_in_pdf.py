"""By rule, in the module of its code: reports that it must find fault with, and not."""

from tests.reports.checks.build import data_table, prose, quote, report

TABLE = data_table(["A", "B"], ["un", "2"])

WRONG = [
    report(prose("Voici."), plain_in_pdf=("paragraph-0",)),
    report(prose("Voici."), quote("Cela."), plain_in_pdf=("quote-1",)),
    report(TABLE, plain_in_pdf=("data_table-0",)),
    report(prose("Voici."), plain_in_pdf=("note 3",)),
    report(prose("Voici."), plain_in_pdf=("introduction",)),
]
RIGHT = [
    report(),
    report(prose("Voici.")),
    report(quote("Ce texte est simple dans le PDF.")),
    report(TABLE),
    report(prose("Voici."), quote("Cela."), plain_in_pdf=()),
]
