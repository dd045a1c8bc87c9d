"""Scalars of the schema. Decimals are written exactly, never as a float or with an exponent."""

import datetime
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import NewType

import strawberry
from strawberry.schema.types import base_scalars
from strawberry.types.scalar import ScalarDefinition

VegaLite = NewType("VegaLite", dict)
HTML = NewType("HTML", str)
URL = NewType("URL", str)


def write_decimal(value: Decimal) -> str:
    """Return `2480000` or `17.4`: every digit, where `str` would write 2.48E+6."""
    return format(value, "f")


SCALARS: Mapping[object, ScalarDefinition] = {
    Decimal: replace(
        base_scalars.DecimalDefinition,
        serialize=write_decimal,
        description="An exact decimal number, written in full as a string: 17.4, 2480000.",
        specified_by_url="https://www.w3.org/TR/xmlschema11-2/#decimal",
    ),
    VegaLite: strawberry.scalar(
        name="VegaLite",
        serialize=lambda spec: spec,
        description="A complete Vega-Lite specification with its data: a JSON object to be given "
        "to a Vega library as it is.",
        specified_by_url="https://vega.github.io/schema/vega-lite/v5.json",
    ),
    HTML: strawberry.scalar(
        name="HTML",
        serialize=str,
        description="A sanitised fragment of HTML, without styles or scripts.",
        specified_by_url="https://html.spec.whatwg.org/multipage/syntax.html",
    ),
    URL: strawberry.scalar(
        name="URL",
        serialize=str,
        description="A complete address on the web: http or https, and a host.",
        specified_by_url="https://url.spec.whatwg.org/",
    ),
    datetime.date: replace(
        base_scalars.DateDefinition,
        description="A date without a time: 2024-12-31.",
        specified_by_url="https://scalars.graphql.org/andimarek/local-date.html",
    ),
    datetime.datetime: replace(
        base_scalars.DateTimeDefinition,
        description="A date and time with its offset by RFC 3339: 2024-12-31T09:30:00+00:00.",
        specified_by_url="https://www.rfc-editor.org/rfc/rfc3339.html#section-5.6",
    ),
}
