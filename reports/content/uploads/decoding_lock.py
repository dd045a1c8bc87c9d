"""Limits the decoding of pictures: one at a time in a process, and none with too many pixels."""

import threading

from django.conf import settings

# A picture of 25 million pixels takes 560 to 800 MB, by its format, while it is turned and made
# smaller (`python -m tests.reports.content.media.peak`). Threads of
# one process wait for each other, so that several uploads cost no more memory than one. The same
# thread may enter again: a rendition is made inside a view that decodes.
DECODING = threading.RLock()


def is_too_large(pixels: int) -> bool:
    return pixels > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS
