"""By rule, in the module of its code: reports that it must find fault with, and not."""

from tests.reports.checks.build import (
    card,
    data_table,
    fact_list,
    heading,
    impact_cards,
    prose,
    report,
)

COLUMNS = ("Critère", "2023", "2024")

WRONG = [
    report(data_table(COLUMNS, ("Utile", "✅", "❌"))),
    report(data_table(COLUMNS, ("Utile", "✔️", "oui"))),
    report(data_table(COLUMNS, ("Délai", "↗", "stable"))),
    report(data_table(COLUMNS, *[(f"Critère {n}", "✅", "✅") for n in range(9)])),
    report(heading("🎉")),
    report(prose("<p>Une bonne année.</p><p>🚀 🚀</p>")),
    report(fact_list(("", "👍🏽", ""))),
    report(impact_cards(card("Docs", mission="⭐⭐⭐"))),
    report(prose("<ul><li>⚠️</li><li>Attention</li></ul>")),
]
RIGHT = [
    report(data_table(COLUMNS, ("Utile", "✅ oui", "❌ non"))),
    report(data_table(COLUMNS, ("Utile", "-", "—"))),
    report(data_table(COLUMNS, ("Utile", "+", "/"))),
    report(data_table(COLUMNS, ("Utile", "N/A", "17 °"))),
    report(heading("🎉 Une bonne année")),
    report(prose("<p>🎯 <b>La mission</b> : aider.</p>")),
    report(prose("<p>***</p>", "<p>…</p>", "<p>©</p>")),
    report(fact_list(("💰 ", "12", "équipes"))),
]
