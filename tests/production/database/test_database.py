"""What readers and editors notice of a database that is slow, locked, full, or restarted.

Times are printed. They are asserted where a request must not wait for others, by a bound that is
far from both what it takes and what the others wait.
"""

import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import pytest
from wagtail.test.utils.form_data import querydict_from_html

from reports.demo.accounts import list_accounts

from .site import Database, Site
from .visitor import Probe, Reply, ask, crowd, graph

pytestmark = pytest.mark.production
BOUND = 5  # seconds
REPORT = "query($year: Int!) { report(year: $year) { title } }"
TYPED = "Tapé\r\nà l’instant"
KEPT = graph("{ reports { totalCount } }")
SLOW_SEARCH = """
ALTER TABLE reports_searchentry RENAME TO slow_searchentry;
CREATE VIEW reports_searchentry AS
  WITH pause AS MATERIALIZED (SELECT pg_sleep(8)) SELECT e.* FROM pause, slow_searchentry e;
GRANT SELECT ON reports_searchentry TO plain;
"""
QUICK_SEARCH = """
DROP VIEW reports_searchentry;
ALTER TABLE slow_searchentry RENAME TO reports_searchentry;
"""


def search(word: str, number: int) -> str:
    return f"/recherche/?q={word}{number}"


@contextmanager
def watch(site: Site, say: Any) -> Iterator[None]:
    """Check that what is quick stays quick."""
    assert ask(site.address, KEPT).status == 200
    with Probe(site.address, "/health/") as health, Probe(site.address, KEPT) as kept:
        yield
    for name, probe in (("/health/", health), ("a kept answer", kept)):
        say("counted", f"{name}: {len(probe.replies)} times, {probe.slowest:.2f} s at most")
        assert probe.statuses == {200}
        assert probe.slowest < BOUND


def wait_until(database: Database, sessions: int, condition: str = "true") -> None:
    end = time.monotonic() + 60
    while database.count(condition) != sessions:
        assert time.monotonic() < end, database.count(condition)
        time.sleep(0.2)


def test_an_idle_process_has_no_connection(site: Site) -> None:
    assert ask(site.address, KEPT).status == 200
    wait_until(site.database, 0)


def test_a_burst_of_quick_requests_is_answered(site: Site) -> None:
    with crowd(site.address, [search("rapide", number) for number in range(40)]) as replies:
        pass
    assert Counter(reply.result().status for reply in replies) == {200: 40}


def test_a_locked_table(site: Site, record_property: Any) -> None:
    years = [graph(REPORT, year=3000 + number) for number in range(20)]
    with (
        watch(site, record_property),
        site.database.lock("LOCK TABLE reports_annualreportpage IN ACCESS EXCLUSIVE MODE"),
        crowd(site.address, years) as replies,
    ):
        assert {reply.result().status for reply in replies} == {503}
    found = [reply.result() for reply in replies]
    codes = Counter(reply.code for reply in found)
    assert codes.keys() == {"BUSY", "SERVICE_UNAVAILABLE"}
    assert {reply.retry_after for reply in found if reply.code == "BUSY"} == {"1"}
    assert {reply.retry_after for reply in found if reply.code != "BUSY"} == {"30"}
    lines = [line for line in site.log.splitlines() if "(LockNotAvailable)" in line]
    assert len(lines) == codes["SERVICE_UNAVAILABLE"]
    assert "Traceback" not in site.log
    assert "SELECT" not in site.log
    assert ask(site.address, years[0]).status == 200


def test_slow_searches(site: Site, record_property: Any) -> None:
    with site.database.connect() as session:
        session.execute(SLOW_SEARCH)
    try:
        searches = [search("lent", number) for number in range(40)]
        with watch(site, record_property), crowd(site.address, searches) as replies:
            statuses = Counter(reply.result().status for reply in replies)
    finally:
        with site.database.connect() as session:
            session.execute(QUICK_SEARCH)
    assert statuses.keys() == {200, 503}
    assert statuses[200] >= 12
    assert {r.result().retry_after for r in replies if r.result().status == 503} == {"1"}


def sign_in(site: Site) -> str:
    """Return the cookies of an editor."""
    form = ask(site.address, "/admin/login/")
    name, password = next((name, password) for name, password, _ in list_accounts())
    token = form.cookies["csrftoken"]
    data = [("csrfmiddlewaretoken", token), ("username", name), ("password", password)]
    reply = ask(site.address, "/admin/login/", data, f"csrftoken={token}")
    assert reply.status == 302, reply.text
    return "; ".join(f"{key}={value}" for key, value in reply.cookies.items())


def test_a_save_whose_connection_ends_can_be_sent_again(site: Site) -> None:
    cookies = sign_in(site)
    with site.database.connect() as session:
        (key,) = session.execute("SELECT id FROM reports_term ORDER BY id").fetchone()
    path = f"/admin/snippets/reports/term/edit/{key}/"
    form = querydict_from_html(
        ask(site.address, path, cookies=cookies).text, "w-editor-form", exclude_csrf=False
    )
    typed = {name: form.getlist(name) for name in form} | {"definition": [TYPED]}
    data = [(name, value) for name, values in typed.items() for value in values]

    with (
        ThreadPoolExecutor() as threads,
        site.database.lock("LOCK TABLE reports_term IN SHARE MODE"),
    ):
        sent = threads.submit(ask, site.address, path, data, cookies)
        wait_until(site.database, 1, "wait_event_type = 'Lock'")
        site.database.disconnect()
        reply = sent.result()
    assert (reply.status, reply.retry_after) == (503, "30")
    again = querydict_from_html(reply.text, exclude_csrf=False)
    assert {name: again.getlist(name) for name in again} == typed

    data = [(name, value) for name, values in again.lists() for value in values]
    assert ask(site.address, path, data, cookies).status == 302
    with site.database.connect() as session:
        content = "SELECT content FROM wagtailcore_revision ORDER BY id DESC LIMIT 1"
        assert session.execute(content).fetchone()[0]["definition"] == TYPED


def test_after_a_restart_no_request_fails(site: Site) -> None:
    with crowd(site.address, [search("avant", number) for number in range(16)]):
        pass
    assert site.database.count() > 4  # so that several are dead afterwards
    site.database.stop()
    site.database.start()
    assert ask(site.address, search("apres", 0)).status == 200
    with crowd(site.address, [KEPT, "/health/", *(search("foule", n) for n in range(14))]) as after:
        pass
    assert {reply.result().status for reply in after} == {200}


def test_after_an_outage_no_request_fails(site: Site) -> None:
    site.database.stop()
    gone: list[Reply] = [ask(site.address, path) for path in (KEPT, "/health/", "/bilan/2024/")]
    assert {(reply.status, reply.retry_after) for reply in gone} == {(503, "30")}
    site.database.start()
    with crowd(site.address, [KEPT, "/health/", *(search("retour", n) for n in range(14))]) as back:
        pass
    assert {reply.result().status for reply in back} == {200}


def test_fewer_connections_than_threads(site: Site) -> None:
    """Requests wait for one another's."""
    with site.database.connect() as session:
        session.execute("ALTER ROLE plain CONNECTION LIMIT 3")
        site.database.disconnect()
        with crowd(site.address, [search("rare", number) for number in range(16)]) as replies:
            pass
        session.execute("ALTER ROLE plain CONNECTION LIMIT -1")
    assert {reply.result().status for reply in replies} == {200}
