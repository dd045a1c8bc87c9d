"""Forms of pictures and documents, which refuse files that may not be stored."""

import logging
from contextlib import suppress
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DatabaseError
from django.forms import FileField
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from reports.content.media.documents import UnusableDocument, check_document
from reports.content.storage.stored_file import StorageUnavailable
from reports.content.uploads.pictures import UnusablePicture, clean_picture

logger = logging.getLogger(__name__)


class PictureField(WagtailImageField):
    """A form field that cleans an uploaded picture; its value is the file that will be stored."""

    def to_python(self, data: Any) -> Any:
        file = FileField.to_python(self, data)
        if file is None:
            return None
        try:
            return clean_picture(file, str(file.name))
        except UnusablePicture as error:
            raise ValidationError(str(error), code="unusable") from error


UNSTORED = (
    "Le stockage des fichiers ne répond pas : rien n’a été enregistré. Réessayez dans une minute."
)


class StoredFirst:
    """A mixin of forms that store the file before its row, so that no row lacks its file."""

    instance: Any
    cleaned_data: dict[str, Any]
    changed_data: list[str]
    stored_name = ""

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        if self.errors or "file" not in self.changed_data:  # type: ignore[attr-defined]
            return
        file = self.instance.file
        try:
            file.save(file.name, file.file, save=False)
        except StorageUnavailable as error:
            logger.error("An upload was refused: %s.", error)
            self.add_error("file", ValidationError(UNSTORED, code="unstored"))  # type: ignore[attr-defined]
        else:
            self.stored_name = str(file.name)

    def save(self, commit: bool = True) -> Any:
        try:
            return super().save(commit)  # type: ignore[misc]
        except Exception:
            if self.stored_name:
                self.discard_file()
            raise

    def discard_file(self) -> None:
        """Delete the file that was stored first, unless a row has it; `check_media` may too."""
        with suppress(DatabaseError):
            if not type(self.instance).objects.filter(file=self.stored_name).exists():
                self.instance.file.storage.delete(self.stored_name)


class PictureForm(StoredFirst, BaseImageForm):
    """The form of every upload of a picture: single, multiple, in a chooser, as a replacement."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if field := self.fields.get("file"):
            self.fields["file"] = PictureField(
                label=field.label, required=field.required, widget=field.widget
            )

    def save(self, commit: bool = True) -> Any:
        picture = super().save(commit)
        if commit and "file" in self.changed_data:
            picture.make_renditions()  # Wagtail has removed those of the file before
        return picture


class DocumentForm(StoredFirst, BaseDocumentForm):
    """The form of every upload of a document."""

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if "file" in self.changed_data:
            try:
                check_document(file, file.name)
            except UnusableDocument as error:
                raise ValidationError(str(error), code="unusable") from error
        return file
