"""Lists the definitions of a report's records for the front matter.

An import gives them to the records that it creates.
"""

from reports.exchange.exporting.public_report import PublicReport
from reports.exchange.importing.record_words import list_defined_kinds


def list_definitions(report: PublicReport) -> dict[str, dict[str, str]]:
    """Return the definitions of public records by kind and key.

    A term without a definition is listed too: otherwise an import would take the words that the
    report prints.
    """
    found = {}
    for kind in list_defined_kinds():
        keys = {str(key) for key in report.document.references.get(kind, ())}
        rows = sorted(report.rows.get(kind, ()), key=lambda row: str(row["public_id"]))
        found[kind] = {
            row["public_id"]: row.get("definition", "")
            for row in rows
            if row["public_id"] in keys and (row.get("definition") or kind == "term")
        }
    return {kind: listed for kind, listed in found.items() if listed}
