"""Two nodes behind a proxy: what is done on one is seen on the other, whatever is gone."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from threading import Event, Thread
from urllib.parse import quote

import pytest

from tests.production.cluster import HOST, ROOT, Cluster
from tests.production.editor import Editor
from tests.smtp_server import MailServer

pytestmark = pytest.mark.production

RELEASE_BEFORE = "d991a33d"  # a commit: what services run while this one is rolled out
REPORT = "/bilan/2024/"
TITLE = "{ report(year: 2024) { title } }"
PICTURE = "from reports.models import Picture as P; print(P.objects.latest('pk').file.name)"
Say = Callable[[str, object], None]


def read_title(cluster: Cluster, node: int) -> str:
    status, body = cluster.get(f"/graphql/?query={quote(TITLE)}", cluster.nodes[node])
    assert status == 200, body
    title: str = json.loads(body)["data"]["report"]["title"]
    return title


def find_report(cluster: Cluster) -> int:
    code = "from reports.models import AnnualReportPage as P; print(P.objects.get(year=2024).pk)"
    return int(cluster.manage("shell", "--no-imports", "-c", code).split()[-1])


@contextmanager
def gone(server: object) -> Iterator[None]:
    server.stop()  # type: ignore[attr-defined]
    try:
        yield
    finally:
        server.start()  # type: ignore[attr-defined]


def test_uploaded_on_one_read_on_the_other(
    cluster: Cluster, tmp_path: Path, picture_bytes: bytes
) -> None:
    file = tmp_path / "image.png"
    file.write_bytes(picture_bytes)
    answer = Editor(cluster.nodes[0].port).upload_picture(file, "Une image")
    assert answer.status_code == 302, answer.text[-2000:]
    name = cluster.manage("shell", "--no-imports", "-c", PICTURE).split()[-1]

    first, second = (cluster.get(f"/media/{name}", node) for node in cluster.nodes)
    assert first == second
    assert second[0] == 200
    assert second[1].startswith(b"\x89PNG")
    assert cluster.get(f"/media/{name}", cluster.nodes[1], Range="bytes=0-3") == (206, b"\x89PNG")
    assert not list((cluster.folder / str(cluster.nodes[0].port)).rglob("*.png"))


def test_published_on_one_new_at_the_first_ask_on_the_other(cluster: Cluster) -> None:
    editor = Editor(cluster.nodes[0].port)
    path = f"/admin/pages/{find_report(cluster)}/edit/"
    for title in ("Un nouveau titre", "Bilan 2024"):
        before = read_title(cluster, 1)
        assert before != title
        form = editor.read_form(path)
        publish = {**form, "title": title, "action-publish": "action-publish"}
        asked = editor.post(path, publish)
        assert asked.status_code == 302, asked.text[-3000:]
        questions = asked.headers["Location"]  # why does what is published change?
        sentences = editor.read_form(questions)
        kinds = {
            name.replace("-sentence", "-kind"): "correction"
            for name in sentences
            if name.endswith("-sentence")
        }
        answer = editor.post(questions, sentences | kinds)
        assert answer.status_code == 302, answer.text[-3000:]
        assert read_title(cluster, 1) == title
        assert read_title(cluster, 0) == title


def test_without_https_the_proxy_redirects(cluster: Cluster) -> None:
    connection = HTTPConnection("127.0.0.1", cluster.http_port, timeout=30)
    connection.request("GET", "/relecture/secret/?a=1", headers={"Host": HOST})
    answer = connection.getresponse()
    connection.close()
    assert answer.status == 301
    assert answer.headers["Location"] == f"https://{HOST}/relecture/secret/?a=1"
    assert "secret" not in (cluster.folder / "bilan.log").read_text()


def test_the_proxy_answers_probes_of_its_own_machine(cluster: Cluster) -> None:
    assert cluster.get("/health/ready")[0] == 200


def find_worker(server: int) -> int:
    """Return the process below a server that has loaded Bilan: the largest."""
    words = ["ps", "-o", "rss=,pid=", "--ppid", str(server)]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    return max(tuple(map(int, line.split())) for line in done.stdout.splitlines())[1]


def test_a_killed_worker_comes_back(cluster: Cluster, record_property: Say) -> None:
    node = cluster.nodes[0]
    assert node.process
    os.kill(find_worker(node.process.pid), signal.SIGKILL)
    assert cluster.get(REPORT)[0] == 200  # the proxy asks the other node meanwhile
    seconds = cluster.wait(node, REPORT)
    record_property("counted", f"a killed worker answers again after {seconds:.1f} s")


def test_each_line_of_a_log_is_json(cluster: Cluster) -> None:
    """A worker was killed before: the server itself has said so, in JSON too."""
    records = [json.loads(line) for line in cluster.nodes[0].read_log().splitlines()]
    assert "_granian" in {record["logger"] for record in records}
    assert all({"time", "level", "message"} <= set(record) for record in records)


def test_without_redis_nobody_notices(cluster: Cluster) -> None:
    with gone(cluster.redis):
        for node in cluster.nodes:
            assert cluster.get(REPORT, node)[0] == 200
        ready = cluster.get("/health/ready", cluster.nodes[0])
        assert ready[0] == 200
        Editor(cluster.nodes[1].port)


def test_without_the_bucket_pages_are_read(
    cluster: Cluster, tmp_path: Path, picture_bytes: bytes
) -> None:
    name = cluster.manage("shell", "--no-imports", "-c", PICTURE).split()[-1]
    editor = Editor(cluster.nodes[0].port)
    file = tmp_path / "autre.png"
    file.write_bytes(picture_bytes + b"autre")
    with gone(cluster.bucket):
        for node in cluster.nodes:
            assert cluster.get(REPORT, node)[0] == 200
            assert cluster.get(f"/media/{name}", node)[0] == 503
        answer = editor.upload_picture(file, "Une image de plus")
        assert answer.status_code == 200
        assert "errorlist" in answer.text or "error-message" in answer.text
    assert cluster.manage("check_media")
    cluster.wait(cluster.nodes[1], f"/media/{name}")  # it had been left alone for a while


def test_without_a_mail_server_people_go_on(cluster: Cluster, mail_server: MailServer) -> None:
    mail_server.answer = lambda verb: "421 later"
    editor = Editor(cluster.nodes[0].port)
    data = {"email": "administration@bilan.example"}
    code = (
        "from reports.models import User as U; "
        f"U.objects.filter(username='administration').update(email={data['email']!r})"
    )
    cluster.manage("shell", "--no-imports", "-c", code)
    count = len(mail_server.mails)
    assert editor.post("/admin/password_reset/", data).status_code == 302
    mail_server.answer = lambda verb: ""
    end = time.monotonic() + 60
    while len(mail_server.mails) == count and time.monotonic() < end:
        time.sleep(0.2)
    assert len(mail_server.mails) > count


def test_without_a_database_readers_have_what_the_proxy_kept(cluster: Cluster) -> None:
    assert cluster.get(REPORT)[0] == 200
    kept = cluster.get(REPORT)
    editor = Editor(cluster.nodes[0].port)
    path = f"/admin/pages/{find_report(cluster)}/edit/"
    form = editor.read_form(path)
    with gone(cluster.postgres):
        assert cluster.get(REPORT) == kept
        assert cluster.get(REPORT, cluster.nodes[0])[0] == 503
        assert cluster.get("/health/live", cluster.nodes[0])[0] == 200
        assert cluster.get("/health/ready", cluster.nodes[0])[0] == 503
        answer = editor.post(path, {**form, "hero_title": "Tapé pendant la panne"})
        assert answer.status_code == 503
        assert "Tapé pendant la panne" in answer.text
    assert [cluster.get(REPORT, node)[0] for node in cluster.nodes] == [200, 200]
    assert editor.post(path, {**form, "hero_title": "Tapé pendant la panne"}).status_code == 302


def test_migrate_waits_for_nobody_and_nobody_for_it(cluster: Cluster) -> None:
    """A dump reads all tables for long: with nothing to do, migrate takes no lock."""
    import psycopg

    with psycopg.connect(cluster.postgres.url("bilan")) as reader:
        reader.execute("SELECT count(*) FROM reports_annualreportpage, reports_service")
        cluster.manage("migrate", "-v", "0")
        assert cluster.get(REPORT, cluster.nodes[0])[0] == 200


def test_a_rolling_upgrade_and_a_way_back(cluster: Cluster, record_property: Say) -> None:
    """The code of the release before answers on the new schema, while nodes change one by one."""
    old = cluster.folder / "before"
    unpack_release_before(old)
    failed: list[int] = []
    counted = [0]
    over = Event()

    def read() -> None:
        while not over.is_set():
            for path in (REPORT, f"/graphql/?query={quote(TITLE)}", "/"):
                status, _ = cluster.get(path)
                counted[0] += 1
                if status != 200:
                    failed.append(status)

    thread = Thread(target=read)
    thread.start()
    try:
        for trees in ((old, old), (ROOT, ROOT)):  # back, then on again
            for index, tree in enumerate(trees):
                replace_node(cluster, index, tree)
    finally:
        over.set()
        thread.join()
    assert failed == []
    record_property("counted", f"{counted[0]} requests while two nodes were changed, 0 failed")


def replace_node(cluster: Cluster, index: int, tree: Path) -> None:
    """Stop a node and start another release at its port."""
    node = cluster.nodes[index]
    node.stop()
    node.environment |= cluster.environment("bilan", tree)
    node.folder = tree
    node.command = [str(word) for word in cluster.build_command(node.port, tree)]
    node.start()
    cluster.wait(node, REPORT)


def unpack_release_before(folder: Path) -> None:
    """Write the tree of the release before, with its own packages where they differ."""
    folder.mkdir()
    git = ["git", "-C", str(ROOT), "archive", RELEASE_BEFORE]
    archive = subprocess.run(git, capture_output=True, check=True)
    subprocess.run(["tar", "-x", "-C", str(folder)], input=archive.stdout, check=True)
    packages = "requirements/production.txt"
    if (folder / packages).read_bytes() != (ROOT / packages).read_bytes():
        subprocess.run(["make", "-s", ".venv/production"], cwd=folder, check=True)


def test_restored_into_nothing_answers_are_the_same_bytes(cluster: Cluster, tmp_path: Path) -> None:
    paths = [REPORT, "/bilan/2023/", "/", f"/graphql/?query={quote(TITLE)}", "/sitemap.xml"]
    before = [cluster.get(path, cluster.nodes[0]) for path in paths]
    assert {status for status, _ in before} == {200}
    cluster.manage("backup", tmp_path / "backup")

    cluster.postgres.create("restored")
    cluster.create_bucket("restored")
    printed = cluster.manage("restore", tmp_path / "backup", database="restored", bucket="restored")
    assert printed.count("as before") == 5

    node = cluster.make_node(ROOT)
    node.environment = cluster.environment("restored", bucket="restored") | {"CACHE_URL": ""}
    node.start()
    try:
        cluster.wait(node)
        assert [cluster.get(path, node) for path in paths] == before
    finally:
        node.stop()
