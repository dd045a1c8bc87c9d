"""Executes operations with graphql-core: those that cannot be compiled, or that had errors."""

from collections.abc import Mapping
from typing import Any

from graphql import DocumentNode, ExecutionResult, GraphQLSchema, execute_sync

from reports_graphql.execution.own_context import OwnContextExecution


def execute_with_graphql_core(
    schema: GraphQLSchema,
    document: DocumentNode,
    context: Any,
    given: Mapping[str, Any],
    operation_name: str | None,
) -> ExecutionResult:
    """Return the answer to an operation within the limits; `given` has its variables as sent."""
    return execute_sync(
        schema,
        document,
        context_value=context,
        variable_values=dict(given),
        operation_name=operation_name,
        execution_context_class=OwnContextExecution,
    )


def build_plans(schema: GraphQLSchema, document: DocumentNode) -> None:
    """Return no plans: no code is generated, and this module executes everything."""
