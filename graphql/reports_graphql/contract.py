"""Compares the schema with the released one, and refuses changes that nobody has decided.

`released.graphql` has the schema that frontends rely on, `breaking.toml` the decisions. `python -m
reports_graphql.contract FILE` prints each undecided change of the SDL in FILE.
"""

import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from graphql import (
    DangerousChangeType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    build_schema,
    find_breaking_changes,
    find_dangerous_changes,
)

try:
    from graphql.utilities.find_breaking_changes import is_change_safe_for_object_or_interface_field
except ImportError:  # graphql-core 3.3 has renamed the module
    from graphql.utilities.find_schema_changes import (  # type: ignore[import-untyped,no-redef]
        is_change_safe_for_object_or_interface_field,
    )

FOLDER = Path(__file__).resolve().parents[1]
RELEASED = FOLDER / "released.graphql"
DECISIONS = FOLDER / "breaking.toml"

# Documents that were written before cannot name what is new here, and need not.
ADDITIVE = {DangerousChangeType.OPTIONAL_ARG_ADDED, DangerousChangeType.OPTIONAL_INPUT_FIELD_ADDED}
OUTPUTS = (GraphQLObjectType, GraphQLInterfaceType)
KEYS = {"what", "date", "reason"}


def find_changes(released: str, served: str) -> list[str]:
    """Return the names of the changes that need a decision.

    A name ends in graphql-core's own sentence, which has the types before and after. A decision
    about one change of a field therefore does not cover the next.
    """
    old, new = build_schema(released), build_schema(served)
    breaking = [(kind.name, sentence) for kind, sentence in find_breaking_changes(old, new)]
    dangerous = [
        (kind.name, sentence)
        for kind, sentence in find_dangerous_changes(old, new)
        if kind not in ADDITIVE
    ]
    return [
        f"{kind} {sentence}" for kind, sentence in (*breaking, *dangerous, *find_promises(old, new))
    ]


def find_promises(old: GraphQLSchema, new: GraphQLSchema) -> Iterator[tuple[str, str]]:
    """Yield the fields that became non-null, wholly or in their items.

    Frontends do not notice. But if such a field is null again one day, everything around it is
    lost.
    """
    for name, before in old.type_map.items():
        after = new.type_map.get(name)
        if not isinstance(before, OUTPUTS) or type(after) is not type(before):
            continue
        for field_name in sorted(before.fields.keys() & after.fields.keys()):
            was, now = before.fields[field_name].type, after.fields[field_name].type
            # Of a change that breaks nothing, only non-null can be the reason.
            if str(was) != str(now) and is_change_safe_for_object_or_interface_field(was, now):
                yield (
                    "FIELD_BECAME_NON_NULL",
                    f"{name}.{field_name} changed type from {was} to {now}.",
                )


def find_refusals(released: str, served: str, decisions: str) -> list[str]:
    """Return the reasons why `served` must not follow `released`, a line each."""
    present = find_changes(released, served)
    try:
        document = tomllib.loads(decisions)
    except tomllib.TOMLDecodeError as error:
        return [f"NOT_TOML: {error}"]
    recorded = document.pop("change", [])
    if not isinstance(recorded, list) or not all(isinstance(one, dict) for one in recorded):
        return ["NOT_A_LIST: decisions are written as [[change]]"]
    names = [one.get("what", "(without a name)") for one in recorded]
    return [
        *(f"UNDECIDED: {name}" for name in present if name not in names),
        *(f"UNKNOWN_KEY: {key}" for key in document),
        *(
            fault
            for name, one in zip(names, recorded, strict=True)
            for fault in find_faults(name, one)
        ),
        *(f"STALE: {name}" for name in names if name not in present),
        *(f"TWICE: {name}" for place, name in enumerate(names) if name in names[:place]),
    ]


def find_faults(name: str, decision: dict[str, Any]) -> Iterator[str]:
    for key in sorted(decision.keys() - KEYS):
        yield f"UNKNOWN_KEY: {key}, of {name}"
    if type(decision.get("date")) is not date:  # a moment is a date to Python
        yield f"BAD_DATE: {name}"
    reason = decision.get("reason")
    if not isinstance(reason, str) or not reason.strip():
        yield f"EMPTY_REASON: {name}"


def main(path: str) -> int:
    refused = find_refusals(
        *(file.read_text(encoding="utf-8") for file in (RELEASED, Path(path), DECISIONS))
    )
    if refused:
        lines = "".join(f"  {line}\n" for line in refused)
        sys.stderr.write(
            f"graphql/schema.graphql stays as it was:\n{lines}"
            f"Undo what is UNDECIDED, or add it to graphql/{DECISIONS.name} with a date and a"
            " reason; the rest is to be mended in that file.\n"
        )
    return int(bool(refused))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
