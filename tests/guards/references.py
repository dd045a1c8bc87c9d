"""What keeps a reference to the name that it was chosen for."""

from .guard import Guard

NAMES = "tests/reports/content/blocks/test_reference_names.py"
GRAPH = "tests/reports_graphql/test_unconfirmed.py"

REFERENCES = [
    Guard(
        "numbers of an unconfirmed row",
        "reports/content/observations/projection.py",
        "not row.confirmed_ref",
        "not row.ref",
        "tests/reports/content/observations/test_projection.py",
        "renamed_row",
    ),
    Guard(
        "the name that a row was chosen for, remembered for code",
        "reports/core/document/table.py",
        "        if self.ref and self.ref_name is None:\n",
        "        if False:\n",
        NAMES,
        "stores_no_name",
    ),
    Guard(
        "the name that a card was chosen for",
        "reports/core/document/printed_reference.py",
        "        return not self.chosen_for or is_same_name(",
        "        return True or is_same_name(",
        NAMES,
        "card",
    ),
    Guard(
        "an unconfirmed card in the graph",
        "reports/core/document/printed_reference.py",
        "return found.key if found and found.is_confirmed else None",
        "return found.key if found else None",
        GRAPH,
        "unconfirmed",
    ),
    Guard(
        "an unconfirmed row in the graph",
        "reports/core/document/grid.py",
        "row.confirmed_ref or None",
        "row.ref or None",
        GRAPH,
        "unconfirmed",
    ),
    Guard(
        "mentions by unconfirmed cards",
        "reports/core/document/mentions.py",
        "else confirmed_reference(visit.node)",
        "else visit.value",
        GRAPH,
        "unconfirmed",
    ),
    Guard(
        "mentions by unconfirmed rows",
        "reports/core/document/mentions.py",
        "visit.row.confirmed_ref if",
        "visit.row.ref if",
        GRAPH,
        "unconfirmed",
    ),
    Guard(
        "names that the roll-forward moves",
        "reports/authoring/rollforward/tables.py",
        "row.ref_name and move_years(row.ref_name, step)",
        "row.ref_name",
        NAMES,
        "roll_forward",
    ),
    Guard(
        "a closer name as an error",
        "reports/checks/rules/references.py",
        "        if likeness > best:\n",
        "        if False:\n",
        "tests/reports/checks/test_rules.py",
        "mistaken",
    ),
]
