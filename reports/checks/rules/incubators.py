"""Incubators without the administration behind them."""

from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.checks.rule import Severity, Slip, rule


@rule(
    "incubator-without-owner",
    Severity.WARNING,
    "Incubateur sans administration",
    "Un incubateur est seul à ne pas dire quelle administration le porte : ses parenthèses ont "
    "sans doute été oubliées. Une liste qui n’en donne aucune n’est pas signalée.",
)
def incubator_without_owner(report: Reading) -> Iterator[Slip]:
    for block in report.blocks:
        if block.kind != "incubator_list":
            continue
        for number, group in enumerate(block.value["groups"] or (), 1):
            listed = [i for i in group["incubators"] or () if (i["name"] or "").strip()]
            owned = [i for i in listed if (i["owner"] or "").strip()]
            if 2 * len(owned) < len(listed):
                continue
            for incubator in listed:
                if not (incubator["owner"] or "").strip():
                    name = incubator["name"].strip()
                    yield Slip(
                        block.place.below(group["lead"] or str(number), name),
                        f"« {name} » ne dit pas quelle administration le porte, comme le font "
                        f"{len(owned)} incubateurs de la même liste.",
                        "Séparez le nom et l’administration, ou ajoutez-la.",
                        (name,),
                    )
