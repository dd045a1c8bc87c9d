"""Provides the fonts of each theme as files that Typst reads.

Marianne comes in django-dsfr as WOFF, which Typst cannot read: it is unpacked once into a folder of
this server. Libertinus is part of Typst. Noto has what both lack: emoji, symbols, other scripts.
Chinese, Japanese and Korean are missing: their fonts are ten times as large as all others.
"""

import importlib.resources
import os
import tempfile
from importlib import import_module
from pathlib import Path

import dsfr
from django.conf import settings

MARIANNE = ("Light", "Light_Italic", "Regular", "Regular_Italic", "Medium", "Bold", "Bold_Italic")
NOTO = ["Noto Sans", "Noto Emoji", "Noto Sans Symbols"]
FAMILIES = {"etat": ["Marianne", *NOTO], "neutre": ["Libertinus Serif", *NOTO]}


def find_folders(theme: str) -> list[str]:
    """Return the folders with the fonts of a theme."""
    noto = str(importlib.resources.files("manimgx_fonts"))
    return [noto, str(unpack_marianne())] if theme == "etat" else [noto]


def unpack_marianne() -> Path:
    """Return the folder with Marianne as OpenType, which is created by the first call."""
    source = importlib.resources.files(dsfr) / "static/dsfr/dist/fonts"
    folder = Path(settings.PDF_FONTS)
    folder.mkdir(parents=True, exist_ok=True)
    for style in MARIANNE:
        target = folder / f"Marianne-{style}.otf"
        if not target.exists():
            unpack(Path(str(source / f"Marianne-{style}.woff")), target)
    return folder


def unpack(source: Path, target: Path) -> None:
    """Write a WOFF font as OpenType, atomically.

    The library that reads it takes 4 MiB of memory, so it is only imported here.
    """
    font = import_module("fontTools.ttLib").TTFont(source)
    font.flavor = None
    handle, name = tempfile.mkstemp(dir=target.parent)
    with os.fdopen(handle, "wb") as file:
        font.save(file)
    Path(name).replace(target)
