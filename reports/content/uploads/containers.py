"""Splits picture files into pieces, and writes them without metadata, without decoding a pixel.

There are three kinds of pieces: pixels, the colour profile, and everything else (EXIF, XMP, IPTC,
comments, unknown extensions, bytes after the end). Writing only the first two gives the same
picture, without any word about who took it, where and with what. A file that has only these is
written unchanged.
"""

import re
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

MAX_PROFILE_BYTES = 4 << 20  # bytes; the largest profiles of printers have 3 MB
MAX_SCANS = 100  # of a progressive JPEG, whose decoder walks through the picture for each


class BrokenContainer(ValueError):
    """Raised for a file that is not in the format of its first bytes, or that ends too early."""


@dataclass
class Container:
    """A picture file: the size that it announces, and its pieces without other metadata."""

    format: str
    width: int = 0
    height: int = 0
    frames: int = 1
    is_animated: bool = False  # of a PNG, whose frames are not counted
    exif: bytes = b""
    profile: bytes = b""
    pieces: list[tuple[bool, bytes]] = field(default_factory=list)
    """Whether a piece is the colour profile, and its bytes; other metadata is left out."""

    def draw(self, piece: bytes) -> None:
        self.pieces.append((False, piece))

    def colour(self, piece: bytes, profile: bytes) -> None:
        self.pieces.append((True, piece))
        self.profile += profile

    def cover(self, width: int, height: int) -> None:
        """Enlarge the announced size to that of one of its frames."""
        self.width, self.height = max(self.width, width), max(self.height, height)

    def write(self, keep_profile: bool = True) -> bytes:
        """Return the file without metadata."""
        parts = [piece for is_profile, piece in self.pieces if keep_profile or not is_profile]
        return join_webp(parts) if self.format == "WEBP" else b"".join(parts)


def read_container(data: bytes) -> Container | None:
    """Return the container of a picture; None if the format is none of ours, AVIF included.

    Raises BrokenContainer.
    """
    for signature, read in READERS.items():
        if re.match(signature, data, re.DOTALL):
            try:
                container = read(data)
            except (struct.error, IndexError) as error:
                raise BrokenContainer("the file ends too early") from error
            if not container.width or not container.height:
                raise BrokenContainer("the picture has no pixels")
            return container
    return None


def is_avif(data: bytes) -> bool:
    return data[4:8] == b"ftyp" and data[8:12] in (b"avif", b"avis", b"mif1", b"msf1")


# JPEG: segments of a marker and a length; compressed data follows those that start a scan.
MARKER = re.compile(rb"\xff+([^\x00\xff\xd0-\xd7])")
NEXT_MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")  # without `+`, to search in linear time
SIZES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}  # segments that say how large the picture is
APPLICATION = {*range(0xE0, 0xF0)}
COMMENT, SCAN, END = 0xFE, 0xDA, 0xD9


def read_jpeg(data: bytes) -> Container:
    container = Container("JPEG")
    container.draw(data[:2])
    at, scans = 2, 0
    while True:
        marker = MARKER.match(data, at)
        if marker is None:
            raise BrokenContainer("there is no segment where one must be")
        code, start = marker[1][0], marker.end()
        if code == END:
            container.draw(b"\xff\xd9")
            return container
        (length,) = struct.unpack_from(">H", data, start)
        if length < 2:
            raise BrokenContainer("a segment has no length")
        content = data[start + 2 : start + length]
        segment = bytes((0xFF, code)) + data[start : start + length]
        at = start + length
        if code == SCAN:
            scans += 1
            following = NEXT_MARKER.search(data, at)
            if following is None or scans > MAX_SCANS:
                raise BrokenContainer("the picture does not end, or has too many scans")
            container.draw(segment + data[at : following.start()])
            at = following.start()
            continue
        if code in SIZES:
            container.cover(*reversed(struct.unpack_from(">HH", content, 1)))
        sort_jpeg_segment(container, code, content, segment)


def sort_jpeg_segment(container: Container, code: int, content: bytes, segment: bytes) -> None:
    if code == 0xE1 and content.startswith(b"Exif\0\0"):
        container.exif = container.exif or content[6:]
    elif code == 0xE2 and content.startswith(b"ICC_PROFILE\0"):
        container.colour(segment, content[14:])
    elif (code == 0xE0 and content.startswith(b"JFIF\0")) or (
        code == 0xEE and content.startswith(b"Adobe")
    ):
        container.draw(segment)  # both say how the numbers are colours
    elif code not in APPLICATION and code != COMMENT:
        container.draw(segment)


# PNG: chunks of a length, a name, a content and a checksum.
PNG = b"\x89PNG\r\n\x1a\n"
DRAWING = {
    *(b"IHDR", b"PLTE", b"IDAT", b"IEND"),
    *(b"tRNS", b"cHRM", b"gAMA", b"sBIT", b"sRGB", b"cICP", b"mDCV", b"cLLI", b"bKGD", b"pHYs"),
}


def read_png(data: bytes) -> Container:
    container = Container("PNG")
    container.draw(PNG)
    at = len(PNG)
    while True:
        length, name = struct.unpack_from(">I4s", data, at)
        chunk = data[at : at + 12 + length]
        content = chunk[8:-4]
        if len(chunk) != 12 + length:
            raise BrokenContainer("a chunk is longer than the file")
        if at == len(PNG) and name != b"IHDR":
            raise BrokenContainer("the first chunk is no header")
        at += len(chunk)
        if name == b"IHDR":
            container.cover(*struct.unpack_from(">II", content))
        elif name == b"acTL":
            container.is_animated = True
        elif name == b"eXIf":
            container.exif = container.exif or content
        if name == b"iCCP":
            container.colour(chunk, inflate(content.partition(b"\0")[2][1:]))
        elif name in DRAWING:
            container.draw(chunk)
        if name == b"IEND":
            return container


def inflate(content: bytes) -> bytes:
    """Return the profile that a chunk holds, cut where it is too large to be used."""
    try:
        return zlib.decompressobj().decompress(content, MAX_PROFILE_BYTES + 1)
    except zlib.error:
        return b"unreadable"


# GIF: blocks, each a row of sub-blocks of at most 255 bytes.
IMAGE, EXTENSION, TRAILER = 0x2C, 0x21, 0x3B
CONTROL, APPLICATION_EXTENSION = 0xF9, 0xFF
LOOPS = (b"\x0bNETSCAPE2.0", b"\x0bANIMEXTS1.0")


def read_gif(data: bytes) -> Container:
    container = Container("GIF", frames=0)
    width, height, flags = struct.unpack_from("<HHB", data, 6)
    container.cover(width, height)
    at = 13 + palette_length(flags)
    container.draw(data[:at])
    while True:
        start, kind = at, data[at]
        if kind == TRAILER:
            container.draw(b"\x3b")
            container.frames = max(container.frames, 1)
            return container
        if kind == IMAGE:
            left, top, width, height, flags = struct.unpack_from("<HHHHB", data, at + 1)
            container.cover(left + width, top + height)
            container.frames += 1
            at = end_of_sub_blocks(data, at + 11 + palette_length(flags))
            container.draw(data[start:at])
        elif kind == EXTENSION:
            label = data[at + 1]
            at = end_of_sub_blocks(data, at + 2)
            block = data[start:at]
            is_loop = label == APPLICATION_EXTENSION and block[2:].startswith(LOOPS)
            if label == CONTROL or is_loop:
                container.draw(block)
        else:
            raise BrokenContainer("there is no block where one must be")


def palette_length(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def end_of_sub_blocks(data: bytes, at: int) -> int:
    while size := data[at]:
        at += 1 + size
    return at + 1


# WebP: chunks of a name, a length and a content padded to an even length, in one RIFF chunk.
ICC_FLAG, METADATA_FLAGS = 0x20, 0x0C
WEBP_DRAWING = {b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF"}


def read_webp(data: bytes) -> Container:
    container = Container("WEBP", frames=0)
    for name, content in webp_chunks(data):
        chunk = name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)
        if name == b"ICCP":
            container.colour(chunk, content)
        elif name == b"EXIF":
            container.exif = container.exif or content.removeprefix(b"Exif\0\0")
        elif name in WEBP_DRAWING:
            container.cover(*webp_size(name, content))
            container.frames += name == b"ANMF"
            container.draw(chunk)
    container.frames = max(container.frames, 1)
    return container


def webp_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    (length,) = struct.unpack_from("<I", data, 4)
    at, end = 12, 8 + length
    if end > len(data):
        raise BrokenContainer("the file is shorter than it says")
    while at < end:
        name, length = struct.unpack_from("<4sI", data, at)
        content = data[at + 8 : at + 8 + length]
        if len(content) != length:
            raise BrokenContainer("a chunk is longer than the file")
        yield name, content
        at += 8 + length + length % 2


def webp_size(name: bytes, content: bytes) -> tuple[int, int]:
    if name in (b"VP8X", b"ANMF"):
        start = 4 if name == b"VP8X" else 6
        sizes = content[start : start + 6]
        return int.from_bytes(sizes[:3], "little") + 1, int.from_bytes(sizes[3:], "little") + 1
    if name == b"VP8 ":
        width, height = struct.unpack_from("<HH", content, 6)
        return width & 0x3FFF, height & 0x3FFF
    if name == b"VP8L":
        (bits,) = struct.unpack_from("<I", content, 1)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return 0, 0


def join_webp(chunks: list[bytes]) -> bytes:
    """Write a WebP whose header announces the chunks that are there."""
    has_profile = any(chunk.startswith(b"ICCP") for chunk in chunks)
    parts = []
    for chunk in chunks:
        if chunk.startswith(b"VP8X"):
            flags = chunk[8] & ~METADATA_FLAGS & (0xFF if has_profile else ~ICC_FLAG)
            chunk = chunk[:8] + bytes((flags & 0xFF,)) + chunk[9:]
        parts.append(chunk)
    body = b"WEBP" + b"".join(parts)
    return b"RIFF" + struct.pack("<I", len(body)) + body


READERS: dict[bytes, Callable[[bytes], Container]] = {
    rb"\xff\xd8\xff": read_jpeg,
    rb"\x89PNG\r\n\x1a\n": read_png,
    rb"GIF8[79]a": read_gif,
    rb"RIFF....WEBP": read_webp,
}
