"""Pictures as attackers and cameras make them."""

import io
import struct
import zlib
from typing import Any

from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

SECRET = "Auteur-secret"  # stands for a name that a file carries


def encode(image: Image.Image, kind: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def small(mode: str = "RGB") -> Image.Image:
    """A picture of 40 by 30 whose corners differ."""
    image = Image.new("RGB", (40, 30), "navy")
    image.paste("red", (0, 0, 20, 15))
    return image.convert(mode)


def png_chunk(name: bytes, content: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(name + content))
    return struct.pack(">I", len(content)) + name + content + check


def png_of(width: int, height: int) -> bytes:
    """A valid PNG of one colour, with one bit for each pixel: huge and a few kilobytes."""
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    row = b"\0" * (1 + (width + 7) // 8)
    compressor = zlib.compressobj(9)
    rows = b"".join(compressor.compress(row) for _ in range(height)) + compressor.flush()
    chunks = png_chunk(b"IHDR", header) + png_chunk(b"IDAT", rows) + png_chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def png_with(*extra: bytes) -> bytes:
    """A small PNG with further chunks behind its header."""
    plain = encode(small(), "PNG")
    return plain[:33] + b"".join(extra) + plain[33:]


def animation(kind: str, frames: int) -> bytes:
    """An animation of 200 by 200 whose last frame is repeated, or promised, as often as wanted."""
    images = [Image.new("RGB", (200, 200), colour) for colour in ("red", "blue", "white")]
    plain = encode(images[0], kind, save_all=True, append_images=images[1:], duration=20)
    more = max(frames - 3, 0)
    if kind == "PNG":
        return plain
    if kind == "GIF":
        last = plain.rindex(b"\x21\xf9\x04")
        return plain[:last] + plain[last:-1] * (more + 1) + plain[-1:]
    last = plain.rindex(b"ANMF")
    body = plain[8:last] + plain[last:] * (more + 1)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def jpeg_with_scans(scans: int) -> bytes:
    """A progressive JPEG whose last scan is repeated: each costs a walk through the picture."""
    plain = encode(small(), "JPEG", progressive=True)
    last = plain.rindex(b"\xff\xda")
    return plain[:last] + plain[last:-2] * scans + plain[-2:]


def exif(orientation: int = 1) -> Image.Exif:
    """What a camera writes: who, where, how it was held."""
    data = Image.Exif()
    data[0x0112] = orientation
    data[0x013B] = SECRET
    data[0x010F] = "Appareil"
    data.get_ifd(0x8825).update({1: "N", 2: (48.0, 51.0, 0.0), 3: "E", 4: (2.0, 21.0, 0.0)})
    return data


XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>{SECRET}</dc:creator></x:xmpmeta>'.encode()
IPTC = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x12\x1c\x02\x50\0\x0d" + SECRET.encode()
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def jpeg_segment(code: int, content: bytes) -> bytes:
    return bytes((0xFF, code)) + struct.pack(">H", len(content) + 2) + content


def photograph(kind: str, orientation: int = 1) -> bytes:
    """A picture that carries an author and a place in each way that its format knows."""
    options: dict[str, Any] = {"exif": exif(orientation), "icc_profile": PROFILE}
    if kind == "PNG":
        texts = PngInfo()
        texts.add_text("Author", SECRET)
        texts.add_itxt("XML:com.adobe.xmp", XMP.decode(), zip=True)
        texts.add_text("Comment", SECRET, zip=True)
        return encode(small(), kind, pnginfo=texts, **options)
    if kind == "GIF":
        return encode(small(), kind, comment=SECRET.encode())
    if kind == "JPEG":
        plain = encode(small(), kind, xmp=XMP, comment=SECRET, quality=90, **options)
        return plain[:2] + jpeg_segment(0xED, IPTC) + plain[2:] + SECRET.encode()
    return encode(small(), kind, xmp=XMP, **options)


def bombs() -> dict[str, tuple[str, bytes]]:
    """Name and content of files that must get a sentence, by what they are."""
    jpeg, png = encode(small(), "JPEG"), encode(small(), "PNG")
    webp = encode(small(), "WEBP")
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    return {
        "PNG of 11,000 x 11,000": ("a.png", png_of(11_000, 11_000)),
        "PNG of a billion pixels": ("a.png", huge_header(png, 31_623)),
        "PNG without pixels": ("a.png", huge_header(png, 0)),
        "WebP of 16,383 x 16,383": ("a.webp", huge_webp(webp)),
        "HTML named .png": ("a.png", b"<!doctype html><script>alert(1)</script>"),
        "SVG": ("a.svg", svg),
        "SVG named .png": ("a.png", svg),
        "PNG with a GIF body": ("a.png", encode(small(), "GIF")),
        "PNG signature with a GIF body": ("a.png", png[:8] + encode(small(), "GIF")),
        "PNG named .jpg": ("a.jpg", png),
        "TIFF named .png": ("a.png", encode(small(), "TIFF")),
        "PSD named .jpg": ("a.jpg", b"8BPS\0\1" + bytes(60)),
        "truncated PNG": ("a.png", png[:-20]),
        "truncated JPEG": ("a.jpg", jpeg[: len(jpeg) // 2]),
        "truncated WebP": ("a.webp", webp[:-20]),
        "truncated GIF": ("a.gif", encode(small(), "GIF")[:-30]),
        "truncated AVIF": ("a.avif", encode(small(), "AVIF")[:-40]),
        "signature alone": ("a.png", png[:8]),
        "GIF of 3,000 frames": ("a.gif", animation("GIF", 3000)),
        "WebP of 3,000 frames": ("a.webp", animation("WEBP", 3000)),
        "animated PNG": ("a.png", animation("PNG", 3)),
        "JPEG of 5,000 scans": ("a.jpg", jpeg_with_scans(5000)),
        "nothing": ("a.png", b""),
        "zeros": ("a.png", bytes(5000)),
        "more than 10 MiB": ("a.png", png_with(png_chunk(b"prIv", bytes(10 << 20)))),
        "PNG with a broken checksum": ("a.png", png[:45] + b"\xff\xff" + png[47:]),
    }


def odd() -> dict[str, tuple[str, bytes]]:
    """Pictures with something broken or excessive beside the picture: they lose that alone."""
    jpeg = encode(small(), "JPEG")
    deflate = zlib.compressobj(1)
    profile = b"".join(deflate.compress(bytes(1 << 20)) for _ in range(200)) + deflate.flush()
    broken_exif = b"Exif\0\0II*\0\x08\0\0\0\xff\xff" + b"\xff" * 40
    segments = [
        jpeg_segment(0xE2, b"ICC_PROFILE\0" + bytes((i, 120)) + bytes(65_000)) for i in range(120)
    ]
    return {
        "a profile that inflates to 200 MB": (
            "a.png",
            png_with(png_chunk(b"iCCP", b"p\0\0" + profile)),
        ),
        "a text that inflates to 200 MB": (
            "a.png",
            png_with(png_chunk(b"zTXt", b"t\0\0" + profile)),
        ),
        "a profile that is none": ("a.png", encode(small(), "PNG", icc_profile=b"none" * 99)),
        "a profile of 8 MB": ("a.jpg", jpeg[:2] + b"".join(segments) + jpeg[2:]),
        "broken EXIF": ("a.jpg", jpeg[:2] + jpeg_segment(0xE1, broken_exif) + jpeg[2:]),
        "empty EXIF": ("a.png", png_with(png_chunk(b"eXIf", b""))),
        "an archive behind its end": ("a.png", encode(small(), "PNG") + b"PK\3\4" + b"<script>"),
        "capital letters": ("A.JPG", jpeg),
    }


def huge_header(png: bytes, side: int) -> bytes:
    """A PNG whose header promises `side` by `side` pixels."""
    header = struct.pack(">II", side, side) + png[24:29]
    return png[:8] + png_chunk(b"IHDR", header) + png[33:]


def huge_webp(webp: bytes) -> bytes:
    """A WebP whose first chunk promises 16,383 by 16,383 pixels."""
    at = webp.index(b"\x9d\x01\x2a") + 3
    return webp[:at] + struct.pack("<HH", 16_383, 16_383) + webp[at + 4 :]
