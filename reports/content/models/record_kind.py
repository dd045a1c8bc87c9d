"""The registry of the kinds of records, from which every list of kinds is made.

A model registers itself with the decorator `record_kind`; models of other apps may do so too.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.db.models import Field, ForeignKey
from wagtail.models import DraftStateMixin, LockableMixin, RevisionMixin, WorkflowMixin

M = TypeVar("M", bound=type[Any])

# The fields that say how far a record is on its way to the public.
WORKFLOW_FIELDS = {
    field.name
    for mixin in (RevisionMixin, DraftStateMixin, LockableMixin, WorkflowMixin)
    for field in mixin._meta.local_fields
}
INTERNAL_FIELDS = {*WORKFLOW_FIELDS, "sort_key", "merged_into"}
WORD_START = re.compile(r"(?<!^)(?=[A-Z])")


@dataclass(frozen=True)
class RecordKind:
    """A kind of records: its model, and which fields the admin, the graph and the search use.

    Everything else follows from the fields of the model.
    """

    model: type[Any]
    icon: str
    english: str = ""
    """What descriptions in English call a record, where the name of the kind does not say it."""
    columns: tuple[str, ...] = ()
    """The columns of the list in the admin, beside name and key."""
    filters: tuple[str, ...] = ()
    """The fields by which that list can be filtered, beside the state of publication."""
    summary: tuple[str, ...] = ()
    """The fields that tell a record from its namesakes, where editors choose one."""
    required: tuple[str, ...] = ()
    """The fields that are asked beside name and key where a record is made on the spot."""
    address: str = ""
    """The field with the website, which two records of one thing share; empty if there is none."""
    printed: tuple[str, ...] = ()
    """The fields that a block prints of a record, under the same names."""
    searched: tuple[str, ...] = ()
    """The fields by which readers find a record, beside its name; the first is shown. If there are
    none, the search does not know the kind."""

    @cached_property
    def name(self) -> str:
        """The name of the kind in documents, archives and the graph: `funding_round`."""
        return WORD_START.sub("_", self.model.__name__).lower()

    @property
    def words(self) -> str:
        """What descriptions in English call a record: "funding round"."""
        return self.english or self.name.replace("_", " ")

    @cached_property
    def model_name(self) -> str:
        """The name of the model in addresses of the admin and in cache tags: `fundinground`."""
        return str(self.model._meta.model_name)

    @cached_property
    def plural(self) -> str:
        """The cache tag of all records of the kind: `fundingrounds`."""
        return f"{self.model_name}s"

    @property
    def label(self) -> str:
        """The Django label of the model: `reports.FundingRound`."""
        return str(self.model._meta.label)

    @property
    def key_field(self) -> str:
        """The field by which reports, frontends and addresses know a record."""
        return str(self.model.key_field)

    @cached_property
    def public_fields(self) -> tuple[Field, ...]:
        """The fields that readers see, the key among them, in the order of the model."""
        fields = self.model._meta.concrete_fields
        return tuple(f for f in fields if not f.primary_key and f.name not in INTERNAL_FIELDS)

    @cached_property
    def references(self) -> dict[str, "RecordKind"]:
        """The kinds to which records of this one refer, by the name of the foreign key."""
        keys = (field for field in self.public_fields if isinstance(field, ForeignKey))
        return {field.name: find_kind(field.remote_field.model) for field in keys}

    def get_permission(self, action: str) -> str:
        """Return the name of a permission on the records: `reports.change_service`."""
        return f"{self.model._meta.app_label}.{action}_{self.model_name}"


_kinds: dict[type[Any], RecordKind] = {}


def record_kind(**entry: Any) -> Callable[[M], M]:
    """Register a model as a kind of records; `entry` are the fields of its `RecordKind`."""

    def register(model: M) -> M:
        _kinds[model] = RecordKind(model, **entry)
        return model

    return register


def list_kinds() -> tuple[RecordKind, ...]:
    """Return the kinds of records in the order in which they were registered."""
    apps.check_models_ready()  # an app that is loaded later would be left out
    return tuple(_kinds.values())


def list_models() -> tuple[type[Any], ...]:
    """Return the models of the kinds of records."""
    return tuple(kind.model for kind in list_kinds())


def list_searched_kinds() -> tuple[RecordKind, ...]:
    """Return the kinds that the search knows."""
    return tuple(kind for kind in list_kinds() if kind.searched)


def list_referrers_first() -> list[RecordKind]:
    """Return the kinds, each before those that its records refer to."""
    return order_kinds(lambda kind, other: kind in other.references.values())


def list_referred_first() -> list[RecordKind]:
    """Return the kinds, each after those that its records refer to."""
    return order_kinds(lambda kind, other: other in kind.references.values())


def order_kinds(comes_after: Callable[[RecordKind, RecordKind], bool]) -> list[RecordKind]:
    """Return the kinds in an order, and as they were registered where it leaves that open.

    Kinds that refer to each other in a circle have no order.
    """
    waiting, ordered = list(list_kinds()), []
    while waiting:
        free = (
            kind
            for kind in waiting
            if not any(comes_after(kind, other) for other in waiting if other is not kind)
        )
        first = next(free, waiting[0])
        waiting.remove(first)
        ordered.append(first)
    return ordered


def find_kind(model: type[Any]) -> RecordKind:
    """Return the kind of a model. Raises ImproperlyConfigured for a model that is none."""
    if model not in _kinds:
        raise ImproperlyConfigured(
            f"{model._meta.label} is no kind of records: decorate it with @record_kind."
        )
    return _kinds[model]


def get_kinds_by_name() -> dict[str, RecordKind]:
    """Return the kinds by the name that documents, archives and the graph give them."""
    return {kind.name: kind for kind in list_kinds()}
