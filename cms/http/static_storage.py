"""Static files under names that say their content, and whether they are those of this release."""

from pathlib import Path

from django.contrib.staticfiles import finders
from django.core.files.base import File
from whitenoise.storage import CompressedManifestStaticFilesStorage

OURS = "reports/"  # the folder of the scripts that change with each release


class StaticStorage(CompressedManifestStaticFilesStorage):
    """Hashed and compressed static files, without source maps.

    GraphiQL's files name maps that its package does not ship; the stock storage refuses them.
    """

    patterns = tuple(
        (glob, tuple(pattern for pattern in patterns if "sourceMappingURL" not in str(pattern)))
        for glob, patterns in CompressedManifestStaticFilesStorage.patterns
    )
    _found_current = False

    def is_current(self) -> bool:
        """Return whether each of our scripts was collected as it is in this release.

        Scripts are collected without a change, so that a hash tells. What was current stays so:
        another release is another process.
        """
        self._found_current = self._found_current or self._compare_scripts()
        return self._found_current

    def _compare_scripts(self) -> bool:
        manifest, _ = self.load_manifest()
        names = [name for name in list_scripts() if name.startswith(OURS)]
        return bool(names) and all(manifest.get(name) == self._hash_name(name) for name in names)

    def _hash_name(self, name: str) -> str:
        """Return the name under which the file of this release would be collected."""
        with Path(str(finders.find(name))).open("rb") as file:
            return str(self.hashed_name(name, File(file)))


def list_scripts() -> list[str]:
    """Return the names of all scripts that this release brings."""
    found = (finder.list([]) for finder in finders.get_finders())
    return [name for files in found for name, _ in files if name.endswith(".js")]
