"""Guards on files in object storage, and on what leaves while it is gone."""

from .guard import Guard

FOLDER = "tests/reports/content/storage/test_folder.py"
FILES = "tests/cms/http/test_files.py"
GONE = "tests/cms/operations/test_storage_gone.py"
BUCKET = "tests/reports/content/storage/test_bucket.py"
CHECK = "tests/reports/content/media/test_check_media.py"

STORAGE = [
    Guard(
        "private files, which have no signed address",
        "cms/http/file_response.py",
        "        and cache_control != PRIVATE\n",
        "",
        FILES,
        "private_file",
    ),
    Guard(
        "signed addresses, which no cache keeps longer than they live",
        "cms/http/file_response.py",
        "max-age={seconds // 2}",
        "max-age=3600",
        FILES,
        "signed_address",
    ),
    Guard(
        "the type of a file by a signed address",
        "cms/http/file_response.py",
        'REPEATED = ("Content-Type", "Content-Disposition", "Cache-Control")',
        'REPEATED = ("Cache-Control",)',
        FILES,
        "signed_address",
    ),
    Guard(
        "a range of another version of a file",
        "cms/http/byte_range.py",
        " and condition in (None, etag)",
        "",
        FILES,
        "if_range",
    ),
    Guard(
        "pages that lack a drawing, which nobody keeps",
        "cms/frontend/api_client.py",
        "        if not self.is_complete:\n",
        "        if False:\n",
        GONE,
        "page",
    ),
    Guard(
        "answers that lack a drawing, which nobody keeps",
        "graphql/reports_graphql/types/blocks/figures.py",
        '        info.context.mark_incomplete("drawing")\n',
        "",
        GONE,
        "answer",
    ),
    Guard(
        "files that are stored before their rows",
        "reports/content/media/forms.py",
        'if self.errors or "file"',
        'if True or "file"',
        GONE,
        "refused_with",
        breaks=True,
    ),
    Guard(
        "rows that go while their files cannot",
        "reports/content/storage/kept_files.py",
        "        except StorageUnavailable as error:\n            logger",
        "        except ZeroDivisionError as error:\n            logger",
        GONE,
        "row_goes",
        breaks=True,
    ),
    Guard(
        "one caller that waits for a storage that is gone",
        "reports/content/storage/bucket_access.py",
        "    breaker.check()\n",
        "",
        BUCKET,
        "one_caller",
    ),
    Guard(
        "parts of files on a full disk",
        "reports/content/storage/folder.py",
        "                staged.unlink(missing_ok=True)\n",
        "",
        FOLDER,
        "full_disk",
    ),
    Guard(
        "files that end too early",
        "reports/content/storage/stored_file.py",
        '                raise StorageUnavailable("a stored file ended before its length")\n',
        "                return\n",
        BUCKET,
        "too_early or shrinks",
    ),
    Guard(
        "uploads on their way, which are no files without a row",
        "reports/content/media/file_faults.py",
        " if timezone.now() - file.modified > MIN_FILE_AGE]",
        "]",
        CHECK,
        "older_than",
    ),
]
