"""Generates docs/controles.md from the titles and documentation of the rules."""

from reports.checks.rule import RULES, Rule, Severity

HEAD = """# Les contrôles

<!-- Made by `make docs` from the rules in reports/checks/rules/: change them, not this page. -->

Bilan lit chaque bilan avant le public et dit ce qui mérite un regard : dans le panneau *Contrôles*
de la page, à côté de chaque bloc, dans la liste des bilans et au moment de valider.

- Une **erreur** empêche de publier à la main, en masse, par validation ou à l’heure programmée.
- Un **avertissement** peut avoir une bonne raison : corrigez, ou assumez-le en l’écrivant. La
  raison est gardée avec votre nom et la date, montrée à qui valide, et redemandée si le bloc ou
  les nombres comparés changent.

Ce que Bilan compose lui-même (nombres, unités, numéros de partie, poids des fichiers) n’est pas
contrôlé : le lecteur le voit toujours juste.
"""
NAMES = {
    Severity.ERROR: "Ce qui empêche de publier",
    Severity.WARNING: "Ce qui demande une raison",
}


def document_rules() -> str:
    """Return the whole page, in Markdown."""
    return "\n".join([HEAD, *(document_severity(severity) for severity in Severity)])


def document_severity(severity: Severity) -> str:
    rules = sorted((r for r in RULES.values() if r.severity is severity), key=lambda r: r.code)
    return "\n".join([f"## {NAMES[severity]}", "", *map(document_rule, rules)])


def document_rule(rule: Rule) -> str:
    scope = " Dans les bilans en français seulement." if rule.language == "fr" else ""
    return f"### {rule.title}\n\n<!-- {rule.code} -->\n\n{rule.documentation}{scope}\n"
