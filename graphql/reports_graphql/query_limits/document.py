"""Parses, limits and validates a document once, however often it is sent."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from graphql import (
    DocumentNode,
    GraphQLSchema,
    GraphQLSyntaxError,
    OperationDefinitionNode,
    OperationType,
    parse,
    validate,
)
from graphql.execution.values import get_variable_values

from reports_graphql.errors import Invalid, Refusal, build_refusal
from reports_graphql.operation import Operation, build_plans
from reports_graphql.population import COUNTED
from reports_graphql.query_limits import shape
from reports_graphql.query_limits.cost import CostEstimator, Estimate
from reports_graphql.query_limits.limits import Limits
from reports_graphql.query_limits.scan import scan_text
from reports_graphql.query_limits.variables import (
    describe_variable_error,
    refuse_null_conditions,
)

MAX_ERRORS = 5  # shown at once: each may search the schema for what was meant
# Operations kept per document, by variables and by how many objects there are.
MAX_PREPARED_OPERATIONS = 64
NULL = re.compile(r"\\u(?:0000|\{0+\})")


def read_document(text: str, schema: GraphQLSchema, limits: Limits) -> "Document":
    """Return the document with this text. Refuses a text that is invalid or beyond the limits.

    The cheapest checks come first: on the text, on the parsed document, on its expanded fragments,
    and at last validation.
    """
    scan_text(text, limits)
    if NULL.search(text):  # PostgreSQL refuses to be asked for it
        raise Refusal("The document contains a null character.", code="GRAPHQL_PARSE_FAILED")
    try:
        ast = parse(text)
    except GraphQLSyntaxError as error:
        raise Invalid([build_refusal("GRAPHQL_PARSE_FAILED", error)]) from None
    shape.check_shape(ast, limits)
    if errors := validate(schema, ast, max_errors=MAX_ERRORS)[:MAX_ERRORS]:
        raise Invalid([build_refusal("GRAPHQL_VALIDATION_FAILED", error) for error in errors])
    return Document(schema, ast, limits)


CountExisting = Callable[[bool], Mapping[str, int] | None]
"""Counts the public objects of each type; None where that is not worth it unless needed."""

NOTHING: Mapping[str, int] = dict.fromkeys(COUNTED, 0)
"""How many objects there are at least: what costs as much or too much then needs no counting."""


class Document:
    """A valid document within the limits, and the operations that were prepared from it."""

    def __init__(self, schema: GraphQLSchema, ast: DocumentNode, limits: Limits) -> None:
        self.schema = schema
        self.ast = ast
        self.limits = limits
        self.operations = {
            node.name.value if node.name else "": node
            for node in ast.definitions
            if isinstance(node, OperationDefinitionNode)
        }
        self.prepared: dict[Any, Operation] = {}
        self.plans = build_plans(schema, ast)

    def prepare(
        self,
        operation_name: str | None,
        given: Mapping[str, Any],
        count_existing: CountExisting | None = None,
    ) -> Operation:
        """Return an operation that may run. Raises `Refusal` or `Invalid` for one that must not.

        `count_existing` counts the public objects of each type: no list holds more than there are.
        """
        key = operation_name, json.dumps(given, sort_keys=True) if given else ""
        operation = self.get_or_build(key, lambda: self.build_operation(operation_name, given))
        if count_existing and operation.least_cost < operation.cost:
            is_needed = operation.least_cost <= self.limits.cost < operation.cost
            if existing := count_existing(is_needed):
                counted = operation
                operation = self.get_or_build(
                    (*key, *sorted(existing.items())), lambda: self.count(counted, existing)
                )
        if operation.cost > self.limits.cost:
            raise refuse_cost(operation.estimate, self.limits.cost)
        return operation

    def get_or_build(self, key: Any, build: Callable[[], Operation]) -> Operation:
        """Return the cached operation for a key, or build and cache it."""
        operation = self.prepared.get(key)
        if operation is None:
            operation = build()
            if len(self.prepared) >= MAX_PREPARED_OPERATIONS:
                self.prepared.clear()
            self.prepared[key] = operation
        return operation

    def build_operation(self, name: str | None, given: Mapping[str, Any]) -> Operation:
        """Return an operation with its estimate, whether or not it may run."""
        node = self.operation(name)
        variables = self.variables(node, given)
        least = self.estimate(node, variables, NOTHING).total
        return Operation(self, node, given, variables, self.estimate(node, variables), least)

    def count(self, operation: Operation, existing: Mapping[str, int]) -> Operation:
        """Return an operation with its estimate for as many objects as there are."""
        exact = self.estimate(operation.node, operation.variables, existing)
        return replace(operation, estimate=exact)

    def estimate(
        self,
        node: OperationDefinitionNode,
        variables: Mapping[str, Any],
        existing: Mapping[str, int] | None = None,
    ) -> Estimate:
        estimator = CostEstimator(self.schema, self.ast, variables, self.limits, existing)
        return estimator.estimate(node)

    def operation(self, name: str | None) -> OperationDefinitionNode:
        """Return the operation that a request names, or the only one if it names none."""
        if name is None and len(self.operations) > 1:
            raise refuse_operation(
                "The document has several operations: name one with operationName."
            )
        if name is None:
            operation = next(iter(self.operations.values()), None)
        else:
            operation = self.operations.get(name) if name else None
        if operation is None:
            raise refuse_operation("The document has no such operation.")
        if operation.operation is not OperationType.QUERY:
            raise refuse_operation("Only queries are answered here.")
        return operation

    def variables(self, operation: OperationDefinitionNode, given: Mapping[str, Any]) -> Any:
        """Return the values of an operation's variables, coerced to their types."""
        declared = {node.variable.name.value for node in operation.variable_definitions or ()}
        if surplus := sorted(given.keys() - declared):
            raise Refusal(f"The operation declares no variable ${surplus[0][:40]}.")
        values = get_variable_values(
            self.schema, operation.variable_definitions or (), dict(given), max_errors=MAX_ERRORS
        )
        if isinstance(values, list):
            raise Invalid(
                [
                    describe_variable_error(self.schema, error, given)
                    for error in values[:MAX_ERRORS]
                ]
            )
        if None in values.values():
            refuse_null_conditions(self.ast, values)
        return values


def refuse_cost(estimate: Estimate, most: int) -> Refusal:
    """Return the refusal of an operation that is too costly, with its cost and its largest
    field.
    """
    message = (
        f"The document may cost {estimate.total}, more than {most}. Most of its objects are "
        f"in {estimate.largest}: ask for fewer of them, or for less of each."
    )
    return Refusal(
        message,
        code="LIMIT_EXCEEDED",
        limit="cost",
        max=most,
        estimate=estimate.total,
        largest=estimate.largest,
    )


def refuse_operation(message: str) -> Refusal:
    return Refusal(message, code="OPERATION_RESOLUTION_FAILURE")
