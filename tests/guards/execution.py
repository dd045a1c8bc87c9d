"""Guards of generated code."""

from .guard import Guard

EXECUTION = "graphql/reports_graphql/execution"
TESTS = "tests/reports_graphql/test_execution.py"

STEPS = [
    Guard(
        "objects are of the type that is answered",
        f"{EXECUTION}/object_types.py",
        "if type_.is_type_of and not",
        "if False and not",
        TESTS,
    ),
    Guard(
        "null stays out where none may be",
        f"{EXECUTION}/compiler.py",
        "nullable = not isinstance(type_, GraphQLNonNull)",
        "nullable = True",
        TESTS,
    ),
    Guard(
        "errors of one field, for which graphql-core answers anew",
        "graphql/reports_graphql/operation.py",
        "                raise_if_refused(error)\n",
        "                raise\n",
        TESTS,
    ),
    Guard(
        "a plan for each choice of conditions",
        f"{EXECUTION}/plan.py",
        "operation.name and operation.name.value, *sorted(conditions.items())",
        "operation.name and operation.name.value",
        TESTS,
    ),
    Guard(
        "plans that are too long",
        f"{EXECUTION}/plan.py",
        "                self.kept = {}\n",
        "                pass\n",
        TESTS,
    ),
]
