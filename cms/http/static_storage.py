"""Stores static files under hashed names, and checks that they are those of this release."""

from pathlib import Path

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.utils import matches_patterns
from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

OURS = "reports/"  # the folder of the scripts that change with each release


class StaticStorage(CompressedManifestStaticFilesStorage):
    """Hashed and compressed static files, without source maps.

    GraphiQL's files name maps that its package does not ship; the stock storage refuses them.

    The modules of the admin import each other by their hashed names. A hash covers the content with
    these names in it, so each pass settles one more level of imports. A circle of imports would
    never settle, and collecting fails.
    """

    support_js_module_import_aggregation = True
    max_post_process_passes = 20
    patterns = tuple(
        (glob, tuple(pattern for pattern in patterns if "sourceMappingURL" not in str(pattern)))
        for glob, patterns in CompressedManifestStaticFilesStorage.patterns
    )
    _found_current = False

    def is_current(self) -> bool:
        """Return whether each script was collected as it is in this release.

        A positive result is remembered, because another release runs in another process.
        """
        self._found_current = self._found_current or self._compare_scripts()
        return self._found_current

    def _compare_scripts(self) -> bool:
        manifest, _ = self.load_manifest()
        names = [name for name in list_scripts() if name.startswith(OURS)]
        return (
            bool(names)
            and all(name in manifest for name in names)
            and all(manifest[name] == self._hash_name(name, manifest) for name in names)
        )

    def _hash_name(self, name: str, manifest: dict[str, str]) -> str:
        """Return the name of the file of this release, which imports files of the manifest."""
        content = Path(str(finders.find(name))).read_text(encoding="utf-8")
        for glob, patterns in self._patterns.items():
            if matches_patterns(name, (glob,)):
                for pattern, template in patterns:
                    content = pattern.sub(self.url_converter(name, manifest, template), content)
        return str(self.hashed_name(name, ContentFile(content.encode())))


def list_scripts() -> list[str]:
    """Return the names of all scripts that this release brings."""
    found = (finder.list([]) for finder in finders.get_finders())
    return [name for files in found for name, _ in files if name.endswith(".js")]
