"""Running all rules over one report."""

import logging
from collections.abc import Iterator, Mapping
from typing import Any

from reports.checks import rules
from reports.checks.finding import Finding, digest
from reports.checks.reading import Reading
from reports.checks.reading.place import WHOLE
from reports.checks.rule import RULES, Rule, Severity, Slip

logger = logging.getLogger(__name__)

rules.load()


def findings(reading: Reading, stored: Mapping[str, Any]) -> list[Finding]:
    """All that the rules find, in the order of the report; `stored` is each block's stored form
    by its id. The same report gives the same findings in the same order.
    """
    contents: dict[str, str] = {}

    def content(block: str) -> str:
        if block not in contents:
            contents[block] = digest(stored.get(block))
        return contents[block]

    found = [
        Finding(owner, slip, content(slip.place.block))
        for rule in RULES.values()
        for owner, slip in asked(rule, reading)
    ]
    once = {finding.fingerprint: finding for finding in found}
    return sorted(once.values(), key=order)


def asked(rule: Rule, reading: Reading) -> Iterator[tuple[Rule, Slip]]:
    """What one rule finds. One that raises is logged, and says so; the others go on."""
    try:
        slips = list(rule.find(reading))
    except Exception:
        logger.exception("The rule %s failed on the report of %s.", rule.code, reading.year)
        yield FAILURE, failure(rule)
    else:
        yield from ((rule, slip) for slip in slips)


def failure(rule: Rule) -> Slip:
    return Slip(
        WHOLE,
        f"Le contrôle « {rule.title} » n’a pas pu aller au bout.",
        "Vérifiez ce point à la main ; l’erreur est dans le journal du serveur.",
        (rule.code,),
    )


FAILURE = Rule(
    "rule-failed",
    Severity.WARNING,
    "Contrôle interrompu",
    "Un contrôle n’a pas pu aller au bout ; les autres ont continué.",
    lambda reading: iter(()),
)


def order(finding: Finding) -> tuple[Any, ...]:
    slip = finding.slip
    return (slip.place.rank, finding.code, slip.place.trail, slip.about)
