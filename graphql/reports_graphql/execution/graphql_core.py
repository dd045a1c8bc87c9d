"""Execution as graphql-core does it: for versions whose parts `execution` cannot be built of."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from graphql import ExecutionResult, GraphQLSchema, execute_sync

from reports_graphql.execution.own_context import OwnContextExecution

if TYPE_CHECKING:
    from reports_graphql.query_limits.document import Document


def execute_with_graphql_core(
    schema: GraphQLSchema,
    document: "Document",
    context: Any,
    variables: Mapping[str, Any] | None = None,
    operation_name: str | None = None,
) -> ExecutionResult:
    """The answer to an operation of a document that has been judged."""
    return execute_sync(
        schema,
        document.ast,
        context_value=context,
        variable_values=dict(variables or {}),
        operation_name=operation_name,
        execution_context_class=OwnContextExecution,
    )
