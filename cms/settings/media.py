"""Limits of uploads. Each number is an environment variable."""

from cms.settings import environment

# Read from the header, all frames together, before anything is decoded.
WAGTAILIMAGES_MAX_IMAGE_PIXELS = environment.read_integer("IMAGE_MAX_PIXELS", 25_000_000, least=1)
WAGTAILIMAGES_MAX_UPLOAD_SIZE = environment.read_integer("IMAGE_MAX_BYTES", 10_485_760, least=1)
WAGTAILDOCS_MAX_UPLOAD_SIZE = environment.read_integer("DOCUMENT_MAX_BYTES", 52_428_800, least=1)
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_IMAGE_FORM_BASE = "reports.content.media.forms.PictureForm"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "reports.content.media.forms.DocumentForm"
