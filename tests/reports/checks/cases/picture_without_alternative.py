"""By rule, in the module of its code: reports that it must find fault with, and not."""

from reports.core.reading.context import UnfilledPlace
from tests.reports.checks.build import heading, picture, report

WRONG = [
    report(picture()),
    report(picture("   ")),
    report(picture(caption="L’équipe au complet")),
    report(picture(source_url="/img/bilan/2024/equipe.png")),
    report(heading("Équipe"), picture("", decorative=False)),
    report(picture("Deux agents à un guichet"), picture()),
    report(picture(picture=7), pictures={7: "equipe"}),
]
EMPTIED = UnfilledPlace("picture-0", ("Image",), 2023, "equipe.png")
RIGHT = [
    report(picture(), unfilled=(EMPTIED,)),
    report(picture("Deux agents à un guichet")),
    report(picture(decorative=True)),
    report(picture(caption="Motif", decorative=True)),
    report(picture("Deux agents", decorative=True)),
    report(heading("Sans image")),
    report(),
]
