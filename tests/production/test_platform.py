"""A platform installs the packages of production, and runs the lines of the `Procfile`."""

import json
import os
import re
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.production.cluster import HOST, KEY, ROOT
from tests.production.servers import Postgres, Server, find_port, get

pytestmark = pytest.mark.production

LINES = dict(re.findall(r"(?m)^(\w+): (.+)$", (ROOT / "Procfile").read_text()))
# Without `site`, what `make` has written into the environment does not lead to the checkout.
PYTHON = f"{sys.executable} -S"
COLLECT = "python manage.py collectstatic --noinput -v 0"  # which a platform runs by itself


@pytest.fixture
def database() -> Iterator[str]:
    postgres = Postgres()
    postgres.start()
    try:
        yield postgres.create("bilan")
    finally:
        postgres.stop()
        postgres.remove()


def build_command(line: str) -> list[str]:
    line = re.sub(r"(?<!\S)granian ", f"{PYTHON} -m granian ", line)
    return ["sh", "-c", re.sub(r"(?<!\S)python ", f"{PYTHON} ", line)]


def test_each_line_runs_with_what_the_guide_says_and_nothing_else(
    database: str, tmp_path: Path
) -> None:
    port = find_port()
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": sysconfig.get_paths()["purelib"],
        "PORT": str(port),
        "DJANGO_SETTINGS_MODULE": "cms.settings.production",
        "SECRET_KEY": KEY,
        "ALLOWED_HOSTS": HOST,
        "BASE_URL": f"https://{HOST}",
        "DATABASE_URL": database,
        "CLIENT_ADDRESS_HEADER": "ClientAddress",
        "VAR": str(tmp_path / "var"),
        "MEDIA_ROOT": str(tmp_path / "media"),
    }
    for line in (COLLECT, LINES["postdeploy"]):
        done = subprocess.run(
            build_command(line), cwd=ROOT, env=environment, capture_output=True, text=True
        )
        assert done.returncode == 0, f"{line}: {done.stdout[-3000:]}{done.stderr[-3000:]}"
    web = Server(tmp_path, *build_command(f"exec env {LINES['web']}"), port=port)
    web.folder, web.environment = ROOT, environment
    worker = subprocess.Popen(
        build_command(f"exec {LINES['worker']}"), cwd=ROOT, env=environment, start_new_session=True
    )
    try:
        web.start()
        end = time.monotonic() + 60
        while (ready := get(f"http://127.0.0.1:{port}/health/ready"))[0] != 200:
            assert time.monotonic() < end, (ready, web.read_log()[-3000:])
            time.sleep(0.1)
        answer = get(
            f"http://127.0.0.1:{port}/graphql/?query=%7B__typename%7D",
            Host=HOST,
            X_Forwarded_Proto="https",
        )
        assert json.loads(answer[1]) == {"data": {"__typename": "Query"}}
        assert worker.poll() is None
    finally:
        web.stop()
        worker.terminate()
        worker.wait(20)
