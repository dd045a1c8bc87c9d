"""Print the megabytes that one upload takes at most, in a process of its own.

    python -m tests.reports.content.media.peak KIND

uploads the worst picture of that kind that is accepted, or a bomb, and makes its renditions from
several threads at once.
"""

import io
import os
import sys
import threading
from pathlib import Path

import django


def megabytes() -> int:
    """Return the peak of this process; what `getrusage` says begins at that of its parent."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) // 1024


def measure(content: bytes, name: str) -> int:
    """Clean a picture and make its renditions, in four threads, and return the rise."""
    from django.core.files.base import ContentFile
    from wagtail.images.models import Filter

    from reports.content.models import Picture
    from reports.content.models.media import RENDITIONS
    from reports.content.uploads.pictures import UnusablePicture, clean_picture

    before = megabytes()

    def upload() -> None:
        try:
            clean = clean_picture(ContentFile(content), name)
        except UnusablePicture:
            return
        picture = Picture(
            pk=1, title="a", collection_id=1, file=clean, width=clean.width, height=clean.height
        )
        for spec in RENDITIONS.values():
            picture.generate_rendition_file(Filter(spec), source=io.BytesIO(clean.read()))
            clean.seek(0)

    threads = [threading.Thread(target=upload) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return megabytes() - before


def main(kind: str) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.test")
    django.setup()
    import reports.content.media.receivers  # noqa: F401  what an upload loads anyway is loaded before

    with open(kind, "rb") as file:  # noqa: PTH123
        content = file.read()
    sys.stdout.write(f"{measure(content, kind)}\n")


if __name__ == "__main__":
    main(sys.argv[1])
