"""Uploads take a bounded memory, and pictures are decoded one at a time."""

import io
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PIL import Image

from reports.content.uploads.decoding_lock import DECODING

ROOT = Path(__file__).resolve().parents[4]
MAX_MEGABYTES = 1_000  # megabytes


def measure(content: bytes, file: Path) -> int:
    """Return the megabytes by which a process grows while four threads upload a picture."""
    file.write_bytes(content)
    run = subprocess.run(
        [sys.executable, "-m", "tests.reports.content.media.peak", str(file)],
        cwd=ROOT,
        env={"PYTHONPATH": f"{ROOT}:{ROOT / 'graphql'}", "PATH": ""},
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr
    return int(run.stdout)


def draw(side: int, format_name: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (side, side), "navy").save(buffer, format_name, **options)
    return buffer.getvalue()


def test_a_bomb_takes_no_memory(tmp_path: Path) -> None:
    assert measure(draw(11_000, "PNG"), tmp_path / "bomb.png") < 100


def test_the_largest_picture_that_is_accepted_takes_a_bounded_memory(tmp_path: Path) -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    content = draw(5_000, "JPEG", exif=turned)
    assert 100 < measure(content, tmp_path / "large.jpg") < MAX_MEGABYTES


def test_a_large_avif_with_metadata_is_refused_before_it_is_written_anew(tmp_path: Path) -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    content = draw(4_000, "AVIF", exif=turned, speed=10)
    assert measure(content, tmp_path / "large.avif") < MAX_MEGABYTES


def test_pictures_are_decoded_one_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    from django.core.files.base import ContentFile

    from reports.content.uploads import pictures

    inside, most = 0, 0
    decode = pictures.decode

    def counted(*args: object) -> Image.Image:
        nonlocal inside, most
        inside += 1
        most = max(most, inside)
        try:
            return decode(*args)  # type: ignore[arg-type]
        finally:
            inside -= 1

    monkeypatch.setattr(pictures, "decode", counted)
    content = draw(600, "PNG")

    def upload() -> None:
        pictures.clean_picture(ContentFile(content), "a.png")

    threads = [threading.Thread(target=upload) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 1
    assert not DECODING._is_owned()  # type: ignore[attr-defined]
