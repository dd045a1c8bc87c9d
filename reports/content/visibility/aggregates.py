"""Builds subqueries with an aggregate of all rows, such as their number."""

from typing import Any

from django.db.models import Func, IntegerField, QuerySet, Subquery


def aggregate_rows(queryset: QuerySet[Any], function: str, value: Any) -> Subquery:
    """Return the subquery of an aggregate function, such as COUNT, of a value of all rows."""
    total = Func(value, function=function, output_field=IntegerField())
    return Subquery(queryset.order_by().annotate(aggregate=total).values("aggregate"))
