"""Writes a folder as a whole: it is complete afterwards, or unchanged if anything fails."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from reports.content.storage.stored_file import StorageUnavailable
from reports.exchange.exporting.formats import ExportFailed

FOLDER_MODE = 0o755


def require_free(folder: Path, may_replace: bool, is_export: Callable[[Path], bool]) -> None:
    """Refuse a folder that holds something, unless it holds an export that may be replaced."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise ExportFailed(f"{folder} n’est pas un dossier.")
    if not folder.parent.is_dir():
        raise ExportFailed(f"{folder.parent} : ce dossier n’existe pas.")
    if not folder.exists() or not any(folder.iterdir()):
        return
    if not may_replace:
        raise ExportFailed(f"{folder} n’est pas vide ; --replace remplace un export précédent.")
    if not is_export(folder):
        raise ExportFailed(
            f"{folder} contient autre chose qu’un export de ce format : il n’est pas remplacé."
        )


@contextmanager
def write_folder(folder: Path) -> Iterator[Path]:
    """Give a folder to write in, beside the one that is wanted, and rename it at the end.

    If anything fails, the temporary folder is removed and the wanted one is as it was.
    """
    folder = folder.absolute()
    try:
        made = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    except OSError as error:
        raise ExportFailed(describe_failure(folder, error)) from error
    try:
        yield made
        made.chmod(FOLDER_MODE)
        replace_folder(made, folder)
    except StorageUnavailable:
        raise
    except OSError as error:
        raise ExportFailed(describe_failure(folder, error)) from error
    finally:
        shutil.rmtree(made, ignore_errors=True)


def replace_folder(made: Path, folder: Path) -> None:
    """Put a folder in the place of another. If the second step fails, the first is undone."""
    if not folder.exists() or not any(folder.iterdir()):
        made.replace(folder)  # a folder may take the place of an empty one
        return
    before = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    folder.replace(before)
    try:
        made.replace(folder)
    except OSError:
        before.replace(folder)
        raise
    shutil.rmtree(before, ignore_errors=True)


def describe_failure(folder: Path, error: OSError) -> str:
    return f"{folder} n’a pas pu être écrit ({error.strerror or error}) ; rien n’a été changé."
