"""Guards of the way along a plan."""

from .guard import Guard

EXECUTION = "graphql/reports_graphql/execution"
TESTS = "tests/reports_graphql/test_execution.py"

STEPS = [
    Guard(
        "objects are of the type that is answered",
        f"{EXECUTION}/execution.py",
        "if type_.is_type_of and not",
        "if False and not",
        TESTS,
    ),
    Guard(
        "null stays out where none may be",
        f"{EXECUTION}/step.py",
        "self.missing = return_nothing if self.nullable else self.refuse",
        "self.missing = return_nothing",
        TESTS,
    ),
    Guard(
        "errors go up to where null may be",
        f"{EXECUTION}/execution.py",
        "        if not nullable:\n            raise located\n",
        "",
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
        f"{EXECUTION}/execution.py",
        "    plans.trim()\n",
        "",
        TESTS,
    ),
]
