"""Errors with stable codes and short messages, which never contain Python, SQL or paths."""

import logging
import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import InterfaceError, InternalError, OperationalError
from graphql import GraphQLError, Node

from reports.content.visibility.perspective import NoSite

logger = logging.getLogger(__name__)

MAX_MESSAGE_CHARACTERS = 200
RETRY_AFTER = "30"  # seconds
DATABASE_GONE = (OperationalError, InterfaceError)
# Transactions that PostgreSQL has ended by a limit, or cannot write any more: no error of ours.
TRANSACTION_GONE = (
    "IdleInTransactionSessionTimeout",
    "TransactionTimeout",
    "ReadOnlySqlTransaction",
)


class Refusal(GraphQLError):
    """Raised to refuse a request, with a message that tells the caller why.

    `code` is stable. `status` is the HTTP status of the whole answer, which then has no data.
    `node` is the part of the document that is refused, if it is known.
    """

    def __init__(
        self,
        message: str,
        code: str = "BAD_USER_INPUT",
        status: int = 400,
        headers: Mapping[str, str] | None = None,
        node: Node | None = None,
        **extensions: Any,
    ) -> None:
        super().__init__(message, node, extensions={"code": code, **extensions})
        self.status = status
        self.headers = dict(headers or {})


class Invalid(Exception):
    """Raised when a request is refused for several reasons, each an error of its own."""

    status = 400

    def __init__(self, errors: list[GraphQLError]) -> None:
        super().__init__()
        self.errors = errors


class PartialAnswer(Exception):
    """Raised when part of an answer failed: `data` has what was answered, `errors` what failed."""

    def __init__(self, data: dict[str, Any] | None, errors: list[GraphQLError]) -> None:
        super().__init__()
        self.data = data
        self.errors = errors


def build_refusal(code: str, error: GraphQLError) -> GraphQLError:
    """Return an error of graphql-core's parser or validation with our code and a shortened message.

    The message may suggest names of the schema, which is public.
    """
    message = error.message
    if len(message) > MAX_MESSAGE_CHARACTERS:
        message = f"{message[:MAX_MESSAGE_CHARACTERS]}…"
    shown = GraphQLError(message, extensions={"code": code})
    shown.locations = error.locations
    return shown


def public_errors(errors: Iterable[GraphQLError]) -> list[GraphQLError]:
    """Return the errors of an execution in the form that the caller may read.

    If one of them is a refusal, it is raised instead, because nothing is answered then. An
    unforeseen error is logged, and the caller only gets its incident number.
    """
    shown = []
    for error in errors:
        raise_if_refused(error.original_error)
        shown.append(mask_error(error))
    return shown


def raise_if_refused(cause: Exception | None) -> None:
    """Raise the refusal of the whole request that an error in one field means, if any."""
    if isinstance(cause, Refusal):
        raise cause
    if cause and is_database_gone(cause):
        raise refuse_unavailable(cause) from cause
    if isinstance(cause, NoSite):
        raise Refusal("No site answers at this address.", "NO_SITE", 404) from cause


def mask_error(error: GraphQLError) -> GraphQLError:
    """Return an error that only has the incident number under which the cause is logged."""
    cause = error.original_error or error
    number = log_incident("GraphQL incident %s at %s", cause, error.path)
    return GraphQLError(
        f"Internal error: quote incident {number}.",
        nodes=error.nodes,
        path=error.path,
        extensions={"code": "INTERNAL_ERROR", "incident": number},
    )


def refuse_cause(cause: Exception) -> Refusal:
    """Return the answer to a request that failed: over the database, or by an error of ours."""
    return refuse_unavailable(cause) if is_database_gone(cause) else refuse_failure(cause)


def refuse_failure(cause: Exception) -> Refusal:
    """Return the answer to a request that failed outside of any field."""
    number = log_incident("GraphQL incident %s", cause)
    return Refusal(
        f"Internal error: quote incident {number}.",
        code="INTERNAL_ERROR",
        status=500,
        incident=number,
    )


def refuse_unavailable(cause: Exception) -> Refusal:
    """Return the answer while the database is unavailable."""
    number = log_incident("GraphQL incident %s", cause)
    return Refusal(
        "The service is unavailable for the moment.",
        code="SERVICE_UNAVAILABLE",
        status=503,
        headers={"Retry-After": RETRY_AFTER},
        incident=number,
    )


def is_database_gone(cause: BaseException) -> bool:
    """Return whether the database is not there, or not in time: a lock, a limit, a restart."""
    if isinstance(cause, InternalError):
        return name_cause(cause) in TRANSACTION_GONE
    return isinstance(cause, DATABASE_GONE)


def name_cause(cause: BaseException) -> str:
    """Return the class of the underlying library's error, which says more than Django's."""
    return type(cause.__cause__ or cause).__name__


def log_incident(message: str, cause: BaseException, *details: Any) -> str:
    """Log an error under a new number, and return that."""
    if is_database_gone(cause):
        return log_outage("Database", cause)
    number = uuid.uuid4().hex
    logger.error(message, number, *details, exc_info=cause)
    return number


def log_outage(service: str, cause: BaseException) -> str:
    """Log in one line that a service is unavailable, and return the incident number.

    The message of the error may quote values, and a traceback would be printed for every request.
    """
    number = uuid.uuid4().hex
    logger.error("%s unavailable: incident %s (%s)", service, number, name_cause(cause))
    return number
