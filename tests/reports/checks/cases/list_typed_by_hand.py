"""By rule, in the module of its code: reports that it must find fault with, and not."""

from tests.reports.checks.build import (
    callout,
    card,
    criteria,
    fact_list,
    impact_cards,
    key_figures,
    prose,
    quote,
    report,
)

WRONG = [
    report(prose("- des services utiles", "- des équipes autonomes")),
    report(prose("<p>• des services utiles<br/>• des équipes autonomes</p>")),
    report(prose("Trois principes :", "1. mesurer", "2. améliorer", "3. confier")),
    report(prose("a) mesurer", "b) améliorer")),
    report(prose("🎯 viser juste", "🚀 aller vite")),
    report(prose("✅ des services utiles", "✅ des équipes autonomes", "La suite.")),
    report(callout("Nos buts : - mesurer ; - améliorer ; - confier.")),
    report(prose("Nos buts • mesurer • améliorer • confier")),
    report(prose("Nos buts : 1. mesurer l’impact. 2. améliorer le service.")),
    report(impact_cards(card("Docs", mission="aider : - les agents, - les usagers"))),
    report(criteria(("Critère 1", "Utile", "– il sert<br/>– il dure"))),
    report(key_figures(("• ", "12", "services"))),
    report(prose("<ul><li>• mesurer</li><li>améliorer</li></ul>")),
]
RIGHT = [
    report(prose("<ul><li>des services utiles</li><li>des équipes autonomes</li></ul>")),
    report(prose("<ul><li>🎯 viser juste</li><li>🚀 aller vite</li></ul>")),
    report(fact_list(("🎯 ", "12", "services"), ("🚀 ", "13", "équipes"))),
    report(prose("Une question ?", "🎯 <b>La mission</b> : aider les équipes.")),
    report(prose("- 12 % d’attente cette année")),
    report(prose("L’équipe - une dizaine de personnes - anime le réseau.")),
    report(prose("Les produits (Tchap - Docs) : la messagerie - et le reste - avancent.")),
    report(quote("– Êtes-vous prêts ?</p><p>– Oui, nous le sommes.")),
    report(prose("2023 fut bonne.", "2024 aussi.")),
    report(prose("En version 1. Puis vint la suite.")),
    report(key_figures(("", "-12 %", "d’attente"), ("", "12", "services"))),
]
