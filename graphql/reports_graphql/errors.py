"""Errors with stable codes, which never carry Python, SQL or path text."""

import logging
import uuid

from django.conf import settings
from graphql import GraphQLError, GraphQLSyntaxError

logger = logging.getLogger(__name__)


class Refusal(GraphQLError):
    """A request that is not answered, with a message that tells the caller why."""

    def __init__(self, message: str) -> None:
        super().__init__(message, extensions={"code": "BAD_USER_INPUT"})


def published(error: GraphQLError) -> GraphQLError:
    """`error` as the caller may read it. What was not foreseen is logged and only gets a number."""
    cause = error.original_error
    if cause is not None and not isinstance(cause, GraphQLError):
        return masked(error)
    syntax = isinstance(error, GraphQLSyntaxError)
    code = "GRAPHQL_PARSE_FAILED" if syntax else "GRAPHQL_VALIDATION_FAILED"
    error.extensions = {"code": code, **(error.extensions or {})}
    if not settings.DEBUG:
        error.message = error.message.partition(" Did you mean")[0]
    return error


def masked(error: GraphQLError) -> GraphQLError:
    incident = uuid.uuid4().hex
    logger.error("GraphQL incident %s at %s", incident, error.path, exc_info=error.original_error)
    return GraphQLError(
        f"Erreur interne : citez l’incident {incident}.",
        nodes=error.nodes,
        path=error.path,
        extensions={"code": "INTERNAL_ERROR", "incident": incident},
    )
