"""Two processes, one database, one cache between them where there is one: the next answer is right.

The database is a file of this test; the cache is the one that CACHE_URL names.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from tests.browser.demo_fixture import keep

HERE = Path(__file__).resolve()
ROOT = HERE.parents[3]
LIST = "ask { reports { edges { node { title } } } }"
SITE = """
from reports import models; from wagtail.models import Page, Site;
home = Page.get_first_root_node().add_child(instance=models.HomePage(title='A', slug='a'));
Site.objects.update(root_page=home);
index = home.add_child(instance=models.ReportIndexPage(title='B', slug='bilan'));
index.add_child(instance=models.AnnualReportPage(title='2024', slug='2024', year=2024))
"""
PAGE = (
    "from reports import models; page = models.AnnualReportPage.objects.get(); "
    "from tests.reports.publishing.answering import publish_answered; "
)
ACTS = {
    "page.title = 'Deux'; publish_answered(page.save_revision())": "Deux",
    "page.unpublish()": None,
    "publish_answered(page.save_revision())": "Deux",
    "models.AnnualReportPage.objects.update(title='Trois')": "Trois",
    "page.get_parent().view_restrictions.create(restriction_type='login')": None,
    "page.get_parent().view_restrictions.all().delete()": "Trois",
    "page.delete()": None,
}


class Process:
    def __init__(self, database: Path) -> None:
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": os.environ["DJANGO_SETTINGS_MODULE"],
            "DATABASE_URL": f"sqlite:///{database}",
            "PYTHONPATH": f"{ROOT}:{ROOT / 'graphql'}",
        }
        self.process = subprocess.Popen(
            [sys.executable, str(HERE.with_name("process.py"))],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.read() == "ready"

    def say(self, line: str) -> str:
        assert self.process.stdin
        self.process.stdin.write(" ".join(line.split()) + "\n")
        self.process.stdin.flush()
        return self.read()

    def read(self) -> str:
        assert self.process.stdout
        return self.process.stdout.readline().strip()


@pytest.fixture
def processes(tmp_path: Path, db: None) -> Iterator[list[Process]]:
    database = tmp_path / "shared.sqlite3"
    if connection.vendor != "sqlite":
        pytest.skip("begins with a copy of the database of tests, in a file of SQLite")
    keep(database)
    two = [Process(database), Process(database)]
    yield two
    for one in two:
        one.process.kill()
        one.process.wait()


def listed(title: str | None) -> str:
    edges = "" if title is None else f'{{"node":{{"title":"{title}"}}}}'
    return f'200 {{"data":{{"reports":{{"edges":[{edges}]}}}}}}'


def test_the_next_answer_of_either_is_right(processes: list[Process]) -> None:
    one, other = processes
    assert one.say(SITE) == "done"

    for _ in range(2):
        assert one.say(LIST) == other.say(LIST) == listed("2024")
    for act, title in ACTS.items():
        one, other = other, one
        assert one.say(PAGE + act) == "done"
        assert other.say(LIST) == listed(title), act
        assert one.say(LIST) == listed(title), act
