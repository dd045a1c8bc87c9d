import gc
import os
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from unittest import mock

import hypothesis
import pytest
from pytest_django.plugin import blocking_manager_key

from tests.deep_parts import list_wanted, name_part
from tests.engine_places import ENGINE
from tests.late_indexing import indexing_late, may_be_late
from tests.optional_apps import is_left_out, list_missing, needs_missing
from tests.places import ANNOUNCED, SLOWEST, UNANNOUNCED, leads_to

COUNTED = "counted"
DATABASE = {"db", "transactional_db", "django_db_setup", "live_server"}  # fixtures that open one
SHARED = Path(__file__).resolve().parents[2] / "shared"


# How long examples take to be made says how busy the machine is.
hypothesis.settings.register_profile(
    "bilan", suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("bilan")


def pytest_report_header() -> list[str]:
    return [f"without {app}: its tests are left out (tests/places.py)" for app in list_missing()]


def pytest_configure() -> None:
    """Refuse models of apps that are left out: once imported, they are asked for their tables."""
    for app in list_missing():
        sys.modules[f"{app}.models"] = None  # type: ignore[assignment]


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Import no tests of an app that is left out, and those of the engine alone where they are run.

    Importing them all takes each process ten seconds and 200 MB more.
    """
    only_engine = config.option.markexpr.endswith("engine")
    elsewhere = only_engine and not leads_to(collection_path, ENGINE)
    return is_left_out(collection_path) or elsewhere or None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put the slowest tests first, and mark those of deep parts and those that an engine changes.

    A deep part that the variable DEEP names is no longer deep: `make test` runs it.
    """
    if unusable := [item for item in items if needs_missing(item)]:
        config.hook.pytest_deselected(items=unusable)
        items[:] = [item for item in items if not needs_missing(item)]
    items.sort(key=lambda item: not is_below(item, SLOWEST))
    wanted = list_wanted()
    for item in items:
        part = name_part(item.nodeid)
        if part and part not in wanted:
            item.add_marker("deep")
        asked = set(getattr(item, "fixturenames", ()))
        with_database = item.get_closest_marker("django_db") or asked & DATABASE
        if with_database and is_below(item, ENGINE):
            item.add_marker("engine")


def pytest_collection_finish() -> None:
    """Let the garbage collector look at what tests make, less often, and at no imported module.

    It took a fifth of the processor's time. Like `cms/wsgi.py`, with fewer passes.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000)


def is_below(item: pytest.Item, paths: tuple[str, ...]) -> bool:
    """Return whether a test stands in one of these folders or files of `tests/`."""
    return item.nodeid.startswith(tuple(f"tests/{path}" for path in paths))


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """Gives back what migrations made: a test with transactions of its own empties the database,
    and processes that share work to the end run other tests after it. After the last one, the
    database is gone.
    """
    yield
    marker = item.get_closest_marker("django_db")
    if nextitem and marker and marker.kwargs.get("serialized_rollback"):
        from django.db import connection

        with item.config.stash[blocking_manager_key].unblock():
            connection.creation.deserialize_db_from_string(connection._test_serialized_contents)
            connection.close()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What tests counted with `record_property`, by whichever process, summed by its name."""
    sums: Counter[str] = Counter()
    sentences = []
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties if report.when == "call" else ():
            if name.startswith(f"{COUNTED}: "):
                sums[name.removeprefix(f"{COUNTED}: ")] += value
            elif name == COUNTED:
                sentences.append(str(value))
    for line in sorted([*(f"{count:>6} {name}" for name, count in sums.items()), *sentences]):
        terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def django_db_use_migrations(
    django_db_use_migrations: bool, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[bool]:
    """Migrate once for all processes of a run, before `django_db_setup` would for each.

    Runs that share a folder, which MIGRATED names, migrate once together.
    """
    from tests.kept_rows import keep_rows_of_migrations

    keep_rows_of_migrations()
    folder = os.environ.get("MIGRATED", "")
    if "PYTEST_XDIST_WORKER" not in os.environ and not folder:
        yield django_db_use_migrations
        return
    from tests.migrated_copy import migrate_once

    with migrate_once(Path(folder) if folder else tmp_path_factory.getbasetemp().parent):
        yield django_db_use_migrations


@pytest.fixture(scope="session")
def real_reports() -> Path:
    """The folder of real reports beside the project: skipped where absent, demanded in CI."""
    folder = SHARED / "reports"
    if not folder.is_dir():
        if os.environ.get("CI") == "true":
            pytest.fail(f"{folder} is missing in CI")
        pytest.skip("the real reports are not beside this project")
    return folder


@pytest.fixture(autouse=True)
def forget_drawings() -> Iterator[None]:
    """Each test reads drawings from its own storage, not from the memory of another test."""
    yield
    if drawing := sys.modules.get("reports.content.charts.drawing"):
        drawing.forget_recent()


@pytest.fixture(autouse=True)
def announce_nothing(request: pytest.FixtureRequest) -> Iterator[None]:
    """Where the feed is no matter of a test, nothing is written to it."""
    announcement = sys.modules.get("reports.publishing.feed.announcement")
    muted = is_below(request.node, UNANNOUNCED) and not is_below(request.node, ANNOUNCED)
    if not announcement or not muted:
        yield
        return
    with mock.patch.object(announcement, "announce_on_site"):
        yield


@pytest.fixture(autouse=True)
def index_late(request: pytest.FixtureRequest) -> Iterator[None]:
    """Wagtail's indexes are written when a test looks into them."""
    with indexing_late() if may_be_late(request.node) else nullcontext():
        yield


@pytest.fixture
def import_file(db, tmp_path):
    """Imports text (or a path) as a report and returns the outcome."""
    from reports.exchange.importing.importer import Request, run_import

    def import_(content: str | Path, **options):
        if isinstance(content, str):
            path = tmp_path / options.pop("name", "bilan.md")
            path.write_text(content, encoding="utf-8")
        else:
            path = content
        return run_import(Request(file=path, **options))

    return import_


@pytest.fixture
def report_text():
    """Wraps Markdown in the front matter of a report."""

    def wrap(body: str, year: int = 2024) -> str:
        return f"---\npermalink: /bilan/{year}\ntitle: Bilan {year}\n---\n\n{body}\n"

    return wrap


@pytest.fixture
def lose(monkeypatch):
    """Deletes a record although it is used, as happens to databases that are mended by hand."""
    from reports.content.records import deletion
    from reports.content.records.uses import Uses

    def delete(record):
        with monkeypatch.context() as patch:
            patch.setattr(
                deletion, "find_uses", lambda records: [(each, Uses()) for each in records]
            )
            record.delete()

    return delete


@pytest.fixture(scope="session")
def picture_bytes() -> bytes:
    """A small PNG, 40 by 30 pixels."""
    import io

    from PIL import Image

    buffer = io.BytesIO()
    Image.new("RGB", (40, 30), "navy").save(buffer, "PNG")
    return buffer.getvalue()


@pytest.fixture(scope="session")
def object_storage():
    """A server of object storage on loopback, for the whole session."""
    from tests.object_storage import ObjectStorage

    storage = ObjectStorage()
    yield storage
    storage.stop()


@pytest.fixture
def bucket(object_storage, settings, tmp_path):
    """The server, with Bilan's files in a new bucket; a local file would be in `tmp_path`."""
    from django.core.files.storage import default_storage

    from reports.content.storage.bucket_access import breaker

    object_storage.start()
    object_storage.configure(settings)
    settings.MEDIA_ROOT = tmp_path / "media"
    breaker.reset()
    default_storage.client.create_bucket(Bucket=settings.S3_BUCKET)
    yield object_storage
    object_storage.start()
    breaker.reset()
    assert not (tmp_path / "media").exists()  # nothing is written beside the bucket


@pytest.fixture
def one_connection(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Leave the connection of the test open after a request, as Django's test client does.

    A WSGI application that is called by itself closes it, and so does a response that is closed.
    """
    from django.core.signals import request_finished, request_started
    from django.db import close_old_connections

    from cms.http import repeated_responses

    signals = request_started, request_finished
    for signal in signals:
        signal.disconnect(close_old_connections)
    monkeypatch.setattr(repeated_responses, "close_old_connections", lambda: None)
    yield
    for signal in signals:
        signal.connect(close_old_connections)
