"""Checks uploaded pictures before they are decoded, and removes their metadata."""

import io
from pathlib import PurePath
from typing import Any

import willow
from django.conf import settings
from django.core.files.base import ContentFile
from django.template.defaultfilters import filesizeformat
from PIL import Image, ImageCms, JpegImagePlugin

from reports.content.uploads.av1 import BrokenStream
from reports.content.uploads.avif import list_sizes
from reports.content.uploads.containers import (
    MAX_PROFILE_BYTES,
    BrokenContainer,
    Container,
    is_avif,
    read_container,
)
from reports.content.uploads.decoding_lock import DECODING, is_too_large
from reports.core.figures.typography import NARROW_NO_BREAK_SPACE

FORMATS = {
    ".avif": "AVIF",
    ".gif": "GIF",
    ".jpeg": "JPEG",
    ".jpg": "JPEG",
    ".png": "PNG",
    ".webp": "WEBP",
}
BROKEN = "Cette image est abîmée ou incomplète : exportez-la à nouveau."
KINDS = "PNG, JPEG, GIF, WebP ou AVIF"
SIGNATURES = {b"\x89PNG\r\n\x1a\n": "PNG", b"\xff\xd8\xff": "JPEG", b"GIF8": "GIF", b"RIFF": "WEBP"}
# Pictures of the full size that one may hold: colours, transparency, brightness.
MAX_AVIF_LAYERS = 3
AVIF_MEMORY_FACTOR = 3  # times the memory that other formats take to be written
ORIENTATION = 0x0112
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
SPACES = {"RGB": "RGB", "RGBA": "RGB", "P": "RGB", "L": "GRAY", "LA": "GRAY", "CMYK": "CMYK"}


class UnusablePicture(ValueError):
    """Raised for a file that may not be stored as a picture, with a French sentence saying why."""


class CleanPicture(ContentFile):
    """The content of a picture without metadata, turned upright, with its size in pixels."""

    def __init__(self, content: bytes, name: str, size: tuple[int, int]) -> None:
        super().__init__(content, name)
        self.width, self.height = size


def clean_picture(file: Any, name: str) -> CleanPicture:
    """Return what may be stored of a file. Raises UnusablePicture."""
    if isinstance(file, CleanPicture):
        return file
    check_size(file.size)
    file.seek(0)
    data = file.read()
    format_name = identify(data)
    check_name(name, format_name)
    if format_name == "AVIF":
        return clean_avif(data, name)
    container = read_pieces(data)
    if container.format == "PNG" and container.is_animated:
        raise UnusablePicture("Les PNG animés ne sont pas acceptés : exportez une image fixe.")
    check_pixels(container.width, container.height, container.frames)
    with DECODING:
        content = container.write(keep_profile=True)
        image = None
        if container.profile:
            image = decode(container.write(keep_profile=False), container.format)
            if not is_usable_profile(container.profile, image.mode):
                content, container.profile = container.write(keep_profile=False), b""
        image = image or decode(content, container.format)
        turn = TURNS.get(read_orientation(container.exif))
        if turn is not None:
            lossless = any(piece.startswith(b"VP8L") for _, piece in container.pieces)
            image = image.transpose(turn)
            content = encode(image, container.format, container.profile, lossless, content)
        return accept(content, name, image.size)


def accept(content: bytes, name: str, size: tuple[int, int]) -> CleanPicture:
    """Return what is stored, if Wagtail can open it when it makes renditions."""
    try:
        willow.Image.open(io.BytesIO(content))
    except willow.image.UnrecognisedImageFormatError as error:
        raise UnusablePicture(BROKEN) from error
    return CleanPicture(content, name, size)


def check_size(size: int) -> None:
    limit = settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE
    if size > limit:
        raise UnusablePicture(
            f"Cette image est trop lourde ({filesizeformat(size)}) : "
            f"{filesizeformat(limit)} au plus."
        )


def identify(data: bytes) -> str:
    """Return the format that the first bytes announce."""
    if is_avif(data):
        return "AVIF"
    for start, format_name in SIGNATURES.items():
        if data.startswith(start):
            return format_name
    if b"<svg" in data[:1000].lower():
        raise UnusablePicture("Les dessins SVG ne sont pas acceptés : exportez celui-ci en PNG.")
    raise UnusablePicture(f"Ce fichier n’est pas une image {KINDS}.")


def check_name(name: str, format_name: str) -> None:
    suffix = PurePath(name).suffix.lower()
    expected = FORMATS.get(suffix)
    if expected is None:
        raise UnusablePicture(f"Ce fichier n’est pas une image {KINDS}.")
    if expected != format_name:
        raise UnusablePicture(
            f"Ce fichier s’appelle « {suffix} », mais son contenu est au format {format_name} : "
            "exportez l’image à nouveau."
        )


def read_pieces(data: bytes) -> Container:
    try:
        container = read_container(data)
    except BrokenContainer as error:
        raise UnusablePicture(BROKEN) from error
    if container is None:
        raise UnusablePicture(f"Ce fichier n’est pas une image {KINDS}.")
    return container


def read_size(data: bytes) -> tuple[int, int]:
    """Return width and height as the file announces them. Raises UnusablePicture."""
    if is_avif(data):
        image = open_avif(data)
        return image.size
    container = read_pieces(data)
    return container.width, container.height


def has_metadata(data: bytes) -> bool:
    """Whether a stored picture says more than its pixels and colours. Raises UnusablePicture."""
    if is_avif(data):
        info = open_avif(data).info
        return bool(info.get("exif") or info.get("xmp"))
    return read_pieces(data).write() != data


def check_pixels(width: int, height: int, frames: int) -> None:
    if not is_too_large(width * height * frames):
        return
    limit = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS
    size = f"{count(width)} × {count(height)} pixels"
    if frames > 1:
        raise UnusablePicture(
            f"Cette image animée est trop grande ({count(frames)} images de {size}) : "
            f"{count(limit)} pixels au plus en tout."
        )
    raise UnusablePicture(
        f"Cette image est trop grande ({size}) : {count(limit)} pixels au plus en tout."
    )


def count(number: int) -> str:
    return f"{number:,}".replace(",", NARROW_NO_BREAK_SPACE)


def decode(content: bytes, format_name: str) -> Image.Image:
    """Return the first frame, decoded by the one plugin that is meant for it."""
    try:
        image = Image.open(io.BytesIO(content), formats=[format_name])
        image.load()
    except Exception as error:  # Pillow raises whatever a broken file leads it to
        raise UnusablePicture(BROKEN) from error
    return image


def read_orientation(exif: bytes) -> int:
    """Return how the camera was held, 1 where EXIF does not say so or is broken."""
    data = Image.Exif()
    try:
        data.load(exif)
        return int(data.get(ORIENTATION, 1))
    except Exception:  # broken EXIF raises anything, and is dropped in any case
        return 1


def is_usable_profile(profile: bytes, mode: str) -> bool:
    """Whether a profile can be read and speaks of the picture's own kind of colours."""
    if len(profile) > MAX_PROFILE_BYTES:
        return False
    try:
        space = ImageCms.ImageCmsProfile(io.BytesIO(profile)).profile.xcolor_space
    except (OSError, ImageCms.PyCMSError):
        return False
    return space.strip() == SPACES.get(mode)


def encode(
    image: Image.Image, format_name: str, profile: bytes, lossless: bool, original: bytes
) -> bytes:
    """Write pixels that were turned, as near to the original as the format allows."""
    options: dict[str, Any] = {"icc_profile": profile or None}
    if format_name == "JPEG":
        source = Image.open(io.BytesIO(original), formats=["JPEG"])
        assert isinstance(source, JpegImagePlugin.JpegImageFile)
        options |= {"qtables": source.quantization, "optimize": True}
        if (sampling := JpegImagePlugin.get_sampling(source)) >= 0:
            options["subsampling"] = sampling
    elif format_name == "WEBP":
        options |= {"lossless": lossless, "quality": 95}
    elif format_name == "AVIF":
        options |= {"quality": 90}
    image.info = {
        name: value for name, value in image.info.items() if name in ("transparency", "background")
    }
    buffer = io.BytesIO()
    image.save(buffer, format_name, **options)
    return buffer.getvalue()


def open_avif(data: bytes) -> Image.Image:
    """Read the header; no pixel is decoded until they are asked for."""
    try:
        return Image.open(io.BytesIO(data), formats=["AVIF"])
    except Exception as error:  # as in `decode`
        raise UnusablePicture(BROKEN) from error


def check_avif(data: bytes) -> None:
    """Refuse pictures whose data are larger than the container may announce them to be."""
    try:
        sizes = list_sizes(data)
    except (BrokenStream, IndexError) as error:
        raise UnusablePicture(BROKEN) from error
    for width, height in sizes:
        check_pixels(width, height, 1)
    if is_too_large(sum(width * height for width, height in sizes) // MAX_AVIF_LAYERS):
        raise UnusablePicture(BROKEN)


def clean_avif(data: bytes, name: str) -> CleanPicture:
    """AVIF has no pieces that could be left out: what carries metadata is written anew."""
    check_avif(data)
    with DECODING:
        image = open_avif(data)
        check_pixels(*image.size, getattr(image, "n_frames", 1))
        exif, profile = image.info.get("exif", b""), image.info.get("icc_profile", b"")
        has_metadata = bool(exif or image.info.get("xmp"))
        image = decode(data, "AVIF")
        usable = not profile or is_usable_profile(profile, image.mode)
        if not has_metadata and usable:
            return accept(data, name, image.size)
        if is_too_large(AVIF_MEMORY_FACTOR * image.width * image.height):
            raise UnusablePicture(
                "Cette image AVIF est trop grande pour que ses métadonnées soient retirées : "
                "exportez-la sans métadonnées, ou en JPEG."
            )
        turn = TURNS.get(read_orientation(exif))
        upright = image.transpose(turn) if turn is not None else image
        content = encode(upright, "AVIF", profile if usable else b"", False, data)
        return accept(content, name, upright.size)
