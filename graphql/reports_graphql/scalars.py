"""Scalars that are written exactly: a figure is never a float, nor an exponent."""

import datetime
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import NewType

import strawberry
from strawberry.schema.types import base_scalars
from strawberry.types.scalar import ScalarDefinition

VegaLite = NewType("VegaLite", dict)


def write_decimal(value: Decimal) -> str:
    """`2480000`, `17.4`: every digit, where `str` would write 2.48E+6."""
    return format(value, "f")


SCALARS: Mapping[object, ScalarDefinition] = {
    Decimal: replace(
        base_scalars.DecimalDefinition,
        serialize=write_decimal,
        description="Nombre décimal exact, écrit en chaîne avec un point : « 17.4 », « 2480000 ».",
    ),
    VegaLite: strawberry.scalar(
        name="VegaLite",
        serialize=lambda spec: spec,
        description="Spécification Vega-Lite complète, données comprises : un objet JSON à donner "
        "tel quel à une bibliothèque Vega.",
        specified_by_url="https://vega.github.io/schema/vega-lite/v5.json",
    ),
    datetime.date: replace(
        base_scalars.DateDefinition, description="Date au format ISO 8601 : « 2024-12-31 »."
    ),
    datetime.datetime: replace(
        base_scalars.DateTimeDefinition,
        description="Date et heure au format ISO 8601, avec leur fuseau.",
    ),
}
