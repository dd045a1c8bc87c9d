import re
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders

from cms.frontend.dsfr_files import FOLDER, NAMED, DsfrFinder

TEMPLATES = [
    path
    for folder in ("cms", "reports")
    for path in (Path(__file__).parents[3] / folder).rglob("*.html")
]
STATIC = re.compile(r"""{% static ["'](dsfr/[^"']+)["']""")


def list_files() -> set[str]:
    return {path for path, _ in DsfrFinder().list(None)}


def test_what_pages_name_is_collected() -> None:
    named = {name for path in TEMPLATES for name in STATIC.findall(path.read_text())}
    assert f"{FOLDER}/dsfr.min.css" in named
    assert named <= list_files()


def test_what_the_style_sheet_names_is_collected() -> None:
    styles = Path(str(finders.find(f"{FOLDER}/dsfr.min.css"))).read_text()
    named = {f"{FOLDER}/{name}" for name in NAMED.findall(styles)}
    assert len(named) > 50
    assert any(name.endswith(".woff2") for name in named)
    assert named <= list_files()


def test_the_rest_is_not_collected_and_can_be_found() -> None:
    assert len(list_files()) < 120
    other = f"{FOLDER}/dsfr.nomodule.min.js"
    assert other not in list_files()
    assert finders.find(other)


def test_no_other_folder_is_left_out(settings: Any) -> None:
    assert len(settings.STATICFILES_DIRS) == 1  # the finder lists those of the DSFR alone
