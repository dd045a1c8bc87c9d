"""Limits that only pages can reach: pages are in pages."""

from typing import Any

import pytest
from django.test import Client

from reports_graphql.errors import Refusal
from reports_graphql.schema import schema

from ..adversarial.bounds import Way
from ..adversarial.field_paths import check, check_setting, ways
from .bounds import SITE_BOUNDS


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "most", "reach"), ways(SITE_BOUNDS))
def test_n_is_answered_and_one_more_is_not(
    client: Client, name: str, most: int, reach: Way
) -> None:
    check(client, name, most, reach)


def test_the_depth_is_a_setting(settings: Any) -> None:
    check_setting(settings, SITE_BOUNDS, "depth")


@pytest.mark.parametrize("field", ["pages", "redirects", "site { rootPage { children"])
@pytest.mark.parametrize("window", ['after: ""', 'before: "x"', 'after: "WyJ4IiwgMV0="'])
def test_a_cursor_that_is_none_is_refused_before_anything_runs(field: str, window: str) -> None:
    end = "} }" if field.startswith("site") else ""
    with pytest.raises(Refusal, match=r"This (is no )?cursor"):
        schema.prepare(f"{{ {field}({window}) {{ __typename }} {end} }}")
