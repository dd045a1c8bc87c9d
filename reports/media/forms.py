"""Forms of pictures and documents: what cannot be stored is refused with a sentence."""

from typing import Any

from django.core.exceptions import ValidationError
from django.forms import FileField
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from reports.media.documents import UnusableDocument, check_document
from reports.uploads.pictures import UnusablePicture, clean_picture


class PictureField(WagtailImageField):
    """A field whose value is the picture as it will be stored."""

    def to_python(self, data: Any) -> Any:
        file = FileField.to_python(self, data)
        if file is None:
            return None
        try:
            return clean_picture(file, str(file.name))
        except UnusablePicture as error:
            raise ValidationError(str(error), code="unusable") from error


class PictureForm(BaseImageForm):
    """Every form that takes a picture: one, several, a chooser's, or in place of another."""

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


class DocumentForm(BaseDocumentForm):
    """Every form that takes a document."""

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if "file" in self.changed_data:
            try:
                check_document(file, file.name)
            except UnusableDocument as error:
                raise ValidationError(str(error), code="unusable") from error
        return file
