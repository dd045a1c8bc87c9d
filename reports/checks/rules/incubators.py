"""Rule that reports incubators without their administration, in a list that gives it for others."""

from collections.abc import Iterator

from reports.checks.rule import Issue, Severity, rule
from reports.core.reading import Reading


@rule(
    "incubator-without-owner",
    Severity.WARNING,
    "Incubateur sans administration",
    "Un incubateur est seul à ne pas dire quelle administration le porte : ses parenthèses ont "
    "sans doute été oubliées. Une liste qui n’en donne aucune n’est pas signalée.",
)
def incubator_without_owner(report: Reading) -> Iterator[Issue]:
    for block in report.blocks:
        if block.kind != "incubator_list":
            continue
        for number, group in enumerate(block.node.groups, 1):
            incubators = [each for each in group.incubators if each.name.strip()]
            owned = [each for each in incubators if each.owner.strip()]
            if 2 * len(owned) < len(incubators):
                continue
            for incubator in incubators:
                if not incubator.owner.strip():
                    name = incubator.name.strip()
                    yield Issue(
                        block.place.below(group.lead or str(number), name),
                        f"« {name} » ne dit pas quelle administration le porte, comme le font "
                        f"{len(owned)} incubateurs de la même liste.",
                        "Séparez le nom et l’administration, ou ajoutez-la.",
                        (name,),
                    )
