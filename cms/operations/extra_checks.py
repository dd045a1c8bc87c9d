"""System checks that report, in French, what the service lacks without an optional extra."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Info

# An extra: the number of its check, and what is missing without it.
LACKS = {
    "import": (40, "Les bilans ne s’importent ni ne s’exportent"),
    "pdf": (41, "Les bilans n’ont pas de PDF"),
    "charts": (42, "Les graphiques ne sont pas dessinés, leurs valeurs se lisent en tableau"),
    "oidc": (43, "On ne se connecte pas par un fournisseur d’identité"),
    "s3": (44, "Les fichiers ne vont pas dans un stockage d’objets"),
    "postgres": (45, "PostgreSQL ne sert pas de base de données"),
    "data": (46, "Les chiffres n’ont pas de classeur (ODS)"),
}
DEMANDS = {"oidc": "OIDC_ISSUER"}  # those of s3 and postgres are refused by settings


def check_extras(**kwargs: Any) -> list[CheckMessage]:
    """Report each extra that is not installed, as an error if a variable requires it."""
    return [build_message(extra) for extra in LACKS if extra not in settings.EXTRAS]


def build_message(extra: str) -> CheckMessage:
    number, lack = LACKS[extra]
    variable = DEMANDS.get(extra, "")
    is_demanded = bool(variable and getattr(settings, variable))
    reason = f" {variable} le demande." if is_demanded else ""
    message = f"{lack}\xa0: l’extra «\xa0{extra}\xa0» n’est pas installé.{reason}"
    kind, letter = (Error, "E") if is_demanded else (Info, "I")
    return kind(message, hint=f"pip install 'bilan[{extra}]'", id=f"cms.{letter}{number:03}")
