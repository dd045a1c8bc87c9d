from tests.reports.checks.build import Block, awards, data_table, report, table


def funding(heads: list[str], *rows: list[str], caption: str = "Lauréats") -> Block:
    return "funding_table", {"caption": caption, "table": table(heads, rows)}


WRONG = [
    report(funding(["Produit", "Usagers"], ["Mano", "1 200"], ["Docs", "300"])),
    report(funding(["Produit", "Montant", "Usagers"], ["Mano", "3 000 €", "1 200"])),
    report(funding(["Produit", "Mission", "Coût annuel"], ["Mano", "Aider.", "9 000 €"])),
    report(funding(["Produit", "Subvention demandée"], ["Mano", "9 000 €"])),
    report(funding(["Produit", "Attribué en 2031", "Attribué en 2032"], ["Mano", "2 €", "3 €"])),
    report(funding(["Produit", "Montant attribué"], ["Mano", "1 200"])),
    report(funding(["Produit", "Subvention"], ["Mano", "85 %"])),
    report(funding(["Produit", ""], ["Mano", "3 000 €"])),
]
RIGHT = [
    report(awards(("Mano", "", "3 000 €"))),
    report(funding(["Produit", "Montant alloué", "Usagers"], ["Mano", "3 000 €", "1 200"])),
    report(funding(["Produit", "Coût", "Subvention"], ["Mano", "9 000 €", "3 000 €"])),
    report(funding(["Produit", "Subvention demandée", "Subvention"], ["Mano", "9 €", "3 €"])),
    report(funding(["Produit", "Montant attribué (k€)"], ["Mano", "3"])),
    report(funding(["Produit", "Subvention"], ["Mano", "3"], caption="Lauréats (en k€)")),
    report(funding(["Produit", "Mission"], ["Mano", "Aider."])),
    report(funding(["Team", "Grant"], ["Mano", "£3,000"])),
    report(data_table("Coûts", ["Produit", "Coût"], ["Mano", "9 000 €"])),
]
