"""An import stores, beside each reference, the name that it was chosen for."""

from reports.core.document.table import Table
from reports.exchange.importing.draft import Draft, Named
from reports.exchange.importing.storing import stored_body
from tests.reports.content.blocks.test_reference_names import table


def test_the_import_stores_the_name_beside_each_reference() -> None:
    drafts = [
        Draft(
            "impact_cards", 1, {"cards": [{"service": Named("service", "Mano"), "name": "MANO"}]}
        ),
        Draft("impact_cards", 2, {"cards": [{"name": "Sans fiche"}]}),
        Draft(
            "indicator_table",
            3,
            {"table": Table.from_stored(table({"cells": ["Agents", "12"]}, {"cells": ["Total"]}))},
            [Named("indicator", "Agents publics"), None],
        ),
    ]
    body = stored_body(drafts, "/bilan/2024/", lambda named: 7, lambda named: "agents")
    cards = [child["value"]["cards"][0]["value"] for child in body[:2]]
    assert [(card["service"], card["reference_name"]) for card in cards] == [
        (7, "MANO"),
        (None, ""),
    ]
    rows = body[2]["value"]["table"]["rows"]
    assert [(each.get("ref"), each.get("ref_name")) for each in rows] == [
        ("agents", "Agents"),
        (None, None),
    ]
