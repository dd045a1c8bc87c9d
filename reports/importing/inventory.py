"""What drafts hold, counted: for the summary of an import."""

from reports.figures import State
from reports.importing.draft import Draft
from reports.tables import Table

PARTS = {
    "definitions": (("items", "définitions"),),
    "criteria": (("items", "critères"),),
    "links": (("items", "liens"),),
    "fact_list": (("items", "lignes"),),
    "budget": (("lines", "postes"),),
    "impact_cards": (("cards", "cartes"),),
    "comparison_cards": (("cards", "cartes"),),
    "service_lines": (("services", "services"),),
}


def census(draft: Draft) -> str:
    """« (7 cartes) »: how many parts a draft has; "" where it has none."""
    value = draft.value
    counted = [plural(len(value[name]), word) for name, word in PARTS.get(draft.kind, ())]
    match draft.kind:
        case "key_figures":
            counted.append(plural(sum(len(g["facts"]) for g in value["groups"]), "chiffres"))
        case "incubator_list":
            sizes = " + ".join(str(len(group["incubators"])) for group in value["groups"])
            counted.append(f"{sizes} incubateurs")
        case "indicator_table" | "funding_table" | "data_table":
            counted += tabulated(value["table"])
        case "chart":
            data = value["data"]
            counted.append(plural(len(data.rows), "valeurs") if data else "image et transcription")
    return f" ({', '.join(counted)})" if counted else ""


def plural(count: int, words: str) -> str:
    """« 1 lien », « 3 liens »: `words` is given in the plural, in s."""
    return f"{count} {words if count > 1 else words.removesuffix('s')}"


def tabulated(table: Table) -> list[str]:
    figures = [cell.figure for row in table.rows for cell in row.cells[1:]]
    states = [figure.state for figure in figures]
    numbers = sum(figure.is_number for figure in figures)
    counted = [
        f"{plural(len(table.rows), 'lignes')} x {plural(len(table.columns) - 1, 'colonnes')}",
        plural(numbers, "nombres"),
    ]
    absent = sum(state in (State.NOT_APPLICABLE, State.NOT_AVAILABLE) for state in states)
    return counted + ([f"{absent} sans objet ou non disponible"] if absent else [])
