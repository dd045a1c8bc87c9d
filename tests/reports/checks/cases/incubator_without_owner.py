"""By rule, in the module of its code: reports that it must find fault with, and not."""

from tests.reports.checks.build import incubators, report

OWNED = (("La fabrique", "Ministère de l’Agriculture"), ("L’atelier", "Cerema"))

WRONG = [
    report(incubators(*OWNED, ("La ruche Ministère des Armées", ""))),
    report(incubators(*OWNED, ("La ruche", " "))),
    report(incubators(OWNED[0], ("La ruche (Ministère des Armées", ""))),
    report(incubators(("La ruche", ""), *OWNED, lead="dont 3 nouveaux :")),
    report(incubators(*OWNED, ("La ruche", ""), ("Le laboratoire", ""))),
]
RIGHT = [
    report(incubators(*OWNED)),
    report(incubators(("Cerema", ""), ("Cour des comptes", ""))),
    report(incubators(OWNED[0], ("Cerema", ""), ("Cour des comptes", ""))),
    report(incubators(*OWNED), incubators(("Cerema", ""), ("Ademe", ""), lead="À venir :")),
    report(incubators()),
    report(incubators(*OWNED, ("", ""))),
]
