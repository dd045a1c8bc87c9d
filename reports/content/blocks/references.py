"""Chooser blocks that load objects from the database only when one is needed.

A body of a hundred cards has a hundred references. The graph needs only their keys, because it
loads what it may show in one statement for each kind; the admin needs the objects. A reference
therefore has a key, and the objects of a batch are loaded together when the first is needed.
"""

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.functional import cached_property
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock


class Batch:
    """The references to one model that were read together; loads all their objects at once."""

    def __init__(self, model: type[Model], keys: Sequence[Any]) -> None:
        self.model = model
        self.keys = {key for key in keys if key is not None}
        self.objects: dict[Any, Model] | None = None

    def get(self, key: Any) -> Model | None:
        if self.objects is None:
            related: Sequence[str] = getattr(self.model, "list_related", list)()  # files have none
            self.objects = self.model._default_manager.select_related(*related).in_bulk(self.keys)
        return self.objects.get(key)


class Reference:
    """A key that loads its object when needed. It is false if the object was deleted."""

    def __init__(self, key: Any, batch: Batch) -> None:
        self.key = key
        self.batch = batch

    @classmethod
    def to(cls, instance: Model) -> "Reference":
        """A reference to an object at hand, without a statement."""
        batch = Batch(type(instance), [instance.pk])
        batch.objects = {instance.pk: instance}
        return cls(instance.pk, batch)

    @property
    def instance(self) -> Any:
        return self.batch.get(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Reference) and (self.batch.model, self.key) == (
            other.batch.model,
            other.key,
        )

    def __hash__(self) -> int:
        return hash((self.batch.model, self.key))

    def __str__(self) -> str:
        return str(self.instance or "")


class ReferenceMixin:
    """A mixin for Wagtail's chooser blocks whose value is then a `Reference` or None."""

    model_class: Any
    widget: Any

    def to_python(self, value: Any) -> Reference | None:
        return None if value is None else Reference(value, Batch(self.model_class, [value]))

    def bulk_to_python(self, values: Sequence[Any]) -> list[Reference | None]:
        batch = Batch(self.model_class, values)
        return [None if value is None else Reference(value, batch) for value in values]

    def normalize(self, value: Any) -> Reference | None:
        return Reference.to(value) if isinstance(value, Model) else value

    def get_prep_value(self, value: Reference | None) -> Any:
        return value and value.key

    def value_from_form(self, value: Any) -> Reference | None:
        if value in (None, "") or isinstance(value, Reference):
            return value or None
        if isinstance(value, Model):
            return Reference.to(value)
        try:  # a form posts the key as text; the batch knows it by its own type
            return self.to_python(self.model_class._meta.pk.to_python(value))
        except ValidationError:
            return None

    def get_form_state(self, value: Reference | None) -> Any:
        return self.widget.get_value_data(value and value.instance)

    def render_basic(self, value: Reference | None, context: Any = None) -> Any:
        """Render without a template: the name of a record, the link of a file."""
        instance = value and value.instance
        return super().render_basic(instance, context) if instance else ""  # type: ignore[misc]

    def clean(self, value: Any) -> Reference | None:
        """Accept what a batch has found: another statement for each would ask for it again."""
        found = self.normalize(value)
        if found is not None and found.instance is not None:
            return found
        return self.normalize(super().clean(None))  # type: ignore[misc]

    def extract_references(self, value: Reference | None) -> Iterator[tuple[Any, str, str, str]]:
        if value is not None:
            yield self.model_class, str(value.key), "", ""


class SnippetReferenceBlock(ReferenceMixin, SnippetChooserBlock):
    """A chooser of a record, which editors find by typing its name."""

    widget_class: ClassVar[Any] = None
    """The widget that finds a record, given its model; `reports.content.records` sets it."""

    @cached_property
    def widget(self) -> Any:
        return SnippetReferenceBlock.widget_class(self.model_class)


class PictureReferenceBlock(ReferenceMixin, ImageChooserBlock):
    pass


class DocumentReferenceBlock(ReferenceMixin, DocumentChooserBlock):
    pass
