from dataclasses import dataclass
from functools import cached_property

import strawberry
from django.http import HttpRequest

from reports.visibility import Perspective
from reports_graphql.loaders import Loaders


@dataclass
class Context:
    """What resolvers may know of a request: whose eyes it sees with, and what it has loaded."""

    request: HttpRequest

    @cached_property
    def perspective(self) -> Perspective:
        return Perspective.public(self.request)

    @cached_property
    def load(self) -> Loaders:
        return Loaders(self.perspective)


Info = strawberry.Info[Context, None]
