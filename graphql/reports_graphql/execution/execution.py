"""One run along a plan. Runs with graphql-core 3.2, whose building blocks it uses."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast
from weakref import WeakKeyDictionary

from graphql import (
    ExecutionContext,
    ExecutionResult,
    GraphQLError,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLSchema,
    located_error,
)
from graphql.execution.execute import invalid_return_type_error

from reports_graphql.execution.place import Place, build_path
from reports_graphql.execution.plan import Plans
from reports_graphql.execution.step import Step

if TYPE_CHECKING:
    from reports_graphql.query_limits.document import Document

PLANS: "WeakKeyDictionary[Document, Plans]" = WeakKeyDictionary()  # as long as the documents


def execute(
    schema: GraphQLSchema,
    document: "Document",
    context: Any,
    variables: Mapping[str, Any] | None = None,
    operation_name: str | None = None,
) -> ExecutionResult:
    """The answer to an operation of a document that has been judged."""
    run = Execution.build(
        schema,
        document.ast,
        context_value=context,
        raw_variable_values=dict(variables or {}),
        operation_name=operation_name,
    )
    if not isinstance(run, Execution):
        return ExecutionResult(None, cast(list[GraphQLError], run))
    plans = PLANS.get(document) or PLANS.setdefault(document, Plans(schema, document.ast))
    plan = plans.get_plan(run.operation, run.variable_values)
    data = None
    try:
        data = plan.root.answer(None, None, run)
    except GraphQLError as error:
        run.collected_errors.add(error, None)
    plans.trim()
    return run.build_response(data, run.collected_errors.errors)


class Execution(ExecutionContext):
    """What one run knows beside its plan: variables, context, and the errors so far."""

    def handle_error(self, error: Exception, step: Step, place: Place, *, nullable: bool) -> Any:
        """Return None, with the error noted, where null can stand for the value; else raise."""
        where = build_path(place)
        located = located_error(error, step.nodes, where.as_list())
        if not nullable:
            raise located
        self.collected_errors.add(located, where)
        return None

    def info(self, step: Step, place: Place) -> GraphQLResolveInfo:
        return GraphQLResolveInfo(
            step.nodes[0].name.value,
            step.nodes,
            step.field.type,
            step.parent,
            build_path(place),
            self.schema,
            self.fragments,
            self.root_value,
            self.operation,
            self.variable_values,
            self.context_value,
            self.is_awaitable,
        )

    def runtime_type(self, step: Step, value: Any, place: Place) -> GraphQLObjectType:
        """Which of the types that the field of `step` can have `value` is of."""
        info = self.info(step, place)
        name = (step.type.resolve_type or self.type_resolver)(value, info, step.type)
        return self.ensure_valid_runtime_type(name, step.type, step.nodes, info, value)

    def check(self, type_: GraphQLObjectType, step: Step, value: Any, place: Place) -> None:
        """Raises where `value` is not of `type_`."""
        if type_.is_type_of and not type_.is_type_of(value, self.info(step, place)):
            raise invalid_return_type_error(type_, value, step.nodes)
