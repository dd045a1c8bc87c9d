"""The values of the file fields of pictures and documents."""

from typing import Any

from django.db.models.fields.files import FieldFile
from wagtail.images.models import WagtailImageFieldFile

from reports.content.uploads.pictures import CleanPicture, clean_picture, read_size


class NamedByContent(FieldFile):
    """A file whose name is derived from its content, which must therefore be set first.

    The content stays in memory, so that nothing has to fetch it again after it is stored.
    """

    instance: Any
    field: Any

    def save(self, name: str, content: Any, save: bool = True) -> None:
        self.file, self.name = content, name
        super().save(name, content, save=False)
        getattr(self.instance, self.field.name).file = content
        if save:
            self.instance.save()

    @property
    def size(self) -> int:
        """The size of the content at hand; else the storage is asked."""
        content = getattr(self, "_file", None)
        return int(super().size if content is None else content.size)


class PictureFile(NamedByContent, WagtailImageFieldFile):
    """The file of a picture, which is always cleaned before it is stored.

    Its size is read without decoding it.
    """

    def save(self, name: str, content: Any, save: bool = True) -> None:
        clean = clean_picture(content, name)
        super().save(name, clean, save=False)
        getattr(self.instance, self.field.name)._dimensions_cache = clean.width, clean.height
        self.field.update_dimension_fields(self.instance, force=True)
        if save:
            self.instance.save()

    def get_image_dimensions(self) -> tuple[int, int]:
        """Return width and height; those of the row while the file cannot be read.

        Django asks each time that a form is saved, whatever was changed.
        """
        try:
            return self.read_dimensions()
        except OSError:
            known = self.instance.width, self.instance.height
            if None in known:
                raise
            return known

    def read_dimensions(self) -> tuple[int, int]:
        if isinstance(self.file, CleanPicture):
            return self.file.width, self.file.height
        was_closed = self.closed
        self.open()
        try:
            return read_size(self.read())
        finally:
            if was_closed:
                self.close()
            else:
                self.seek(0)
