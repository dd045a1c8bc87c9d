"""Template tags and filters for the pages of records."""

from typing import Any

from django import template
from django.urls import reverse

from cms.frontend.series import Period
from cms.frontend.structured_report import describe_dataset, describe_publisher

register = template.Library()

NARROW = "\u202f"  # no-break
STATES = {
    "VALUE": "",
    "PROVISIONAL": "provisoire",
    "NOT_APPLICABLE": "sans objet",
    "NOT_AVAILABLE": "non disponible",
    "TEXT": "en toutes lettres",
    "EMPTY": "non renseigné",
}
MENTIONS = {
    "IMPACT_CARD": "Impact",
    "COMPARISON_CARD": "D’une période à l’autre",
    "SERVICE_LINE": "Dans une liste de services",
    "AWARD": "Lauréat d’un financement",
}


@register.filter
def mention_title(mention: dict[str, Any], name: str) -> str:
    """Return the kind of a mention, with the printed name if it differs from `name`."""
    kind = MENTIONS.get(mention["kind"], "Mention")
    return f"{kind}, sous le nom {mention['name']}" if mention["name"] not in ("", name) else kind


@register.filter
def period_state(period: Period) -> str:
    """Return the state of a period's figures: « résultat provisoire, révisé »; else nothing."""
    words = [
        *list_states("résultat", period.result),
        *list_states("objectif", period.target),
    ]
    return f"{NARROW}; ".join(words)


def list_states(name: str, entry: dict[str, Any] | None) -> list[str]:
    if entry is None:
        return []
    found = [STATES.get(entry["figure"]["state"], ""), "révisé" * entry["restated"]]
    words = ", ".join(filter(None, found))
    return [f"{name} {words}"] if words else []


@register.filter
def as_organisation(name: str) -> dict[str, str]:
    """Return an organisation in terms of schema.org; empty without a name."""
    return describe_publisher({"publisher": name})


@register.simple_tag
def report_dataset(report: dict[str, Any], site: dict[str, Any], base: str) -> dict[str, Any]:
    """Return the data set of a report, as schema.org has it."""
    return describe_dataset(report, site, base)


@register.filter
def vignette_path(report: dict[str, Any]) -> str:
    """Return the address of the picture with which a report is shared."""
    return reverse("vignette", kwargs={"path": report["path"].strip("/") + "/"})


@register.filter
def title_and_year(report: dict[str, Any]) -> str:
    """Return the title of a report with its year, once: « Bilan 2024 »."""
    title, year = report["title"], str(report["year"])
    return title if year in title else f"{title}, {year}"
