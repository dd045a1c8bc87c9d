"""Folders and files of `tests/` whose tests are run first, or are left something out of."""

from pathlib import Path

TESTS = Path(__file__).parent

# Beside its own, the modules of tests that need an app which can be left out, and the conftests:
# of theirs, all tests below. `tests/test_optional_apps.py` compares them with what they import.
OPTIONAL: dict[str, tuple[str, ...]] = {
    "reports.accounts": (
        "browser/test_sign_in.py",
        "cms/http/test_private_files.py",
        "cms/operations/test_authorities.py",
        "threads/test_sign_in.py",
    ),
    "reports.exchange": (
        "browser/test_importing.py",
        "browser/test_rich_text.py",
        "cms/test_every_field_is_shown.py",
        "cms/test_words_of_an_import.py",
        "cms/test_words_of_reports.py",
        "reports_graphql/test_fidelity.py",
        "reports_graphql/test_renderer.py",
    ),
}
# The fixtures by which single tests need one. Those that call its commands are marked `needs_app`.
OPTIONAL_FIXTURES = {"import_file": "reports.exchange"}
# The slowest tests run first: two processes that share the rest end together.
SLOWEST = (
    "threads/",
    "upgrades/",
    "cms/operations/backup/test_round_trip.py",
    "production/test_killing.py",
    "reports_graphql/http/test_random_histories.py",
    "reports_graphql/replica/",
    "reports_graphql/secrecy/",
    "reports/exchange/importing/test_damage.py",
    "reports/content/media/test_hidden_in_admin.py",
)
# The feed of changes is no matter of these. Announcing took a quarter of the time of tests with
# pages; those of the feed, of publication, secrecy, caches and copies keep it.
UNANNOUNCED = (
    "cms/frontend/",
    "cms/matrix/",
    "cms/pdf/",
    "reports/exchange/archives/test_hostile.py",
    "reports/content/blocks/",
    "reports/content/charts/",
    "reports/checks/",
    "reports/authoring/",
    "reports/content/folding/",
    "reports/exchange/importing/",
    "reports/content/media/",
    "reports/content/observations/",
    "reports/content/records/",
    "reports/authoring/revisions/",
    "reports/authoring/rollforward/",
    "reports/content/search/",
    "reports_graphql/adversarial/",
    "reports_graphql/site/",
    "reports_graphql/test_connections.py",
    "reports_graphql/test_cost.py",
    "reports_graphql/test_execution.py",
    "reports_graphql/test_filters.py",
    "reports_graphql/test_gate.py",
    "reports_graphql/test_report.py",
    "reports_graphql/test_search.py",
    "reports_graphql/test_search_arguments.py",
    "reports_graphql/test_service.py",
)
# Among them, what reads the feed, or keeps answers by what it says.
ANNOUNCED = (
    "cms/data/test_delivery.py",
    "cms/frontend/test_feeds.py",
    "cms/frontend/test_keeping.py",
)


def leads_to(path: Path, places: tuple[str, ...]) -> bool:
    """Return whether a path is one of these places, or lies below or above one."""
    if not path.is_relative_to(TESTS) or path == TESTS:
        return TESTS.is_relative_to(path)
    name = path.relative_to(TESTS).as_posix() + ("/" if path.is_dir() else "")
    return any(name.startswith(place) or place.startswith(name) for place in places)
