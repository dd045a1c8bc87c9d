"""Selects the files of the DSFR design system that `collectstatic` copies."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from django.contrib.staticfiles.finders import FileSystemFinder
from django.core.files.storage import Storage

FOLDER = "dsfr/dist"
STYLES, SCRIPT, ICONS = "dsfr.min.css", "dsfr.module.min.js", "favicon"
# An address in the style sheet that is no picture by itself; what follows ? or # is none of it.
NAMED = re.compile(r"""url\(["']?(?!data:)([^"')?#]+)""")


class DsfrFinder(FileSystemFinder):
    """Lists only the files that pages or the style sheet use. Other files can still be found."""

    @cached_property
    def named(self) -> set[str]:
        """The paths of the files in use, except the icons of the site."""
        [storage] = self.storages.values()
        with storage.open(f"{FOLDER}/{STYLES}") as file:
            named = set(NAMED.findall(file.read().decode()))
        return {f"{FOLDER}/{name}" for name in (STYLES, SCRIPT, *named)}

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Storage]]:
        found: Any = super().list(ignore_patterns)
        for path, storage in found:
            if path in self.named or path.startswith(f"{FOLDER}/{ICONS}/"):
                yield path, storage
