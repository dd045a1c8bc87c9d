"""Runs all rules over one report."""

import logging
from collections.abc import Iterator, Mapping
from functools import cache
from operator import attrgetter
from typing import Any

from reports.checks import rules
from reports.checks.finding import Finding, digest_json
from reports.checks.rule import RULES, Issue, Rule, Severity
from reports.core.figures.locale import use_locale
from reports.core.reading import Reading
from reports.core.reading.place import WHOLE

logger = logging.getLogger(__name__)

rules.load_rules()


def run_rules(reading: Reading, stored: Mapping[str, Any]) -> list[Finding]:
    """Return all that the rules for its language find, in the order of the report. `stored` is each
    block's stored form by its id. The same report gives the same findings in the same order.
    """

    @cache
    def content(block: str) -> str:
        return digest_json(stored.get(block))

    locale = reading.document.locale
    with use_locale(locale):
        findings = [
            Finding(owner, issue, content(issue.place.block))
            for rule in RULES.values()
            if rule.asks(locale.language)
            for owner, issue in run_rule(rule, reading)
        ]
    once = {finding.fingerprint: finding for finding in findings}
    return sorted(once.values(), key=attrgetter("position"))


def run_rule(rule: Rule, reading: Reading) -> Iterator[tuple[Rule, Issue]]:
    """Yield what one rule finds. If it raises, log that and yield a warning; other rules go on."""
    try:
        issues = list(rule.find(reading))
    except Exception:
        logger.exception("The rule %s failed on the report of %s.", rule.code, reading.year)
        yield FAILURE, describe_failure(rule)
    else:
        yield from ((rule, issue) for issue in issues)


def describe_failure(rule: Rule) -> Issue:
    return Issue(
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
