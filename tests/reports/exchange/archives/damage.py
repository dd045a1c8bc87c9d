"""What damages an archive, or forges one whose manifests fit."""

import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PIL import Image

from reports.exchange.archives.bag import make_bag
from tests.reports_graphql.bodies import uid

Damage = Callable[[Path], Any]

FOREIGN = "11111111-1111-4111-8111-111111111111"
SCRIPT = "<p>Bon<script>alert(1)</script></p>"


def rebag(folder: Path) -> None:
    """Give a changed archive manifests that fit it, as who means harm would."""
    data = folder.with_name(f"{folder.name}-data")
    (folder / "data").rename(data)
    shutil.rmtree(folder)
    make_bag(data, {"Bag-Software-Agent": "Bilan"})
    data.rename(folder)


def write(name: str, data: bytes | str) -> Damage:
    """Replace a file."""

    def damage(folder: Path) -> None:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)

    return damage


def append(name: str, line: str) -> Damage:
    def damage(folder: Path) -> None:
        with (folder / name).open("a") as file:
            file.write(line)

    return damage


def remove(name: str) -> Damage:
    return lambda folder: (folder / name).unlink()


def edit(name: str, change: Callable[[Any], Any]) -> Damage:
    """Change the JSON of a file and fit the manifests to it."""

    def damage(folder: Path) -> None:
        path = folder / "data" / name
        value = json.loads(path.read_text())
        changed = change(value)
        path.write_text(json.dumps(value if changed is None else changed))
        rebag(folder)

    return damage


def forge(name: str, data: bytes | str) -> Damage:
    """Replace a file below `data/` and fit the manifests to it."""

    def damage(folder: Path) -> None:
        write(f"data/{name}", data)(folder)
        rebag(folder)

    return damage


def forge_file(pattern: str, data: bytes) -> Damage:
    """Replace the first stored file that a pattern finds."""

    def damage(folder: Path) -> None:
        path = sorted((folder / "data" / "files").glob(pattern))[0]
        path.write_bytes(data)
        rebag(folder)

    return damage


def set_in(*path: Any, to: Any) -> Callable[[Any], None]:
    """Set a value below keys and ranks."""

    def change(value: Any) -> None:
        for step in path[:-1]:
            value = value[step]
        value[path[-1]] = to

    return change


def drop(*path: Any) -> Callable[[Any], None]:
    def change(value: Any) -> None:
        for step in path[:-1]:
            value = value[step]
        del value[path[-1]]

    return change


def in_block(number: int, **values: Any) -> Damage:
    """Change the value of a block of today's report."""

    def change(report: Any) -> None:
        blocks = report["content"]["body"]["blocks"]
        found = next(block for block in blocks if block["id"] == uid(number))
        found["value"].update(values)

    return edit("report.json", change)


def repeat(*path: Any) -> Callable[[Any], None]:
    """Let the first of a list be there twice."""

    def change(value: Any) -> None:
        for step in path:
            value = value[step]
        value.append(value[0])

    return change


def link(name: str, target: str) -> Damage:
    def damage(folder: Path) -> None:
        path = folder / name
        if path.exists():
            path.unlink()
        path.symlink_to(target)

    return damage


def draw(size: tuple[int, int] = (600, 300), **options: Any) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", size).save(buffer, "PNG", **options)
    return buffer.getvalue()


def draw_with_metadata() -> bytes:
    exif = Image.Exif()
    exif[0x013B] = "Quelqu’un"
    return draw(exif=exif)


def share_file(media: Any) -> None:
    media["documents"][0]["file"] = media["pictures"][0]["file"]
