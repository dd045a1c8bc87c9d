"""A platform installs the packages of production, and runs the lines of the `Procfile`."""

import json
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.production.cluster import HOST, ROOT, Cluster
from tests.production.servers import Server, find_port, get
from tests.production.test_operators import copy_tree, name_variables

pytestmark = pytest.mark.production

LINES = dict(re.findall(r"(?m)^(\w+): (.+)$", (ROOT / "Procfile").read_text()))
COLLECT = "python manage.py collectstatic --noinput -v 0"  # which a platform runs by itself
SCHEDULE = "python manage.py publish_scheduled"  # what the guide puts into cron.json
SYSTEM = "/usr/local/bin:/usr/bin:/bin"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """What a platform makes of the repository: its files, and the packages in an environment."""
    checkout = tmp_path / "checkout"
    copy_tree(checkout)
    subprocess.run([sys.executable, "-m", "venv", checkout / ".venv"], check=True)
    pip = [checkout / ".venv/bin/pip", "install", "--quiet", "--disable-pip-version-check"]
    more = ["--require-hashes", "-r", "requirements/production.txt"]
    # whoever runs this may have told pip where packages are
    subprocess.run([*pip, *more], cwd=checkout, check=True)
    return checkout


def test_each_line_runs_with_what_the_guide_says_and_nothing_else(
    cluster: Cluster, checkout: Path
) -> None:
    port = find_port()
    environment = {"PATH": f"{checkout}/.venv/bin:{SYSTEM}", "PORT": str(port)}
    environment |= name_variables(cluster, "platform")
    for line in (COLLECT, LINES["postdeploy"], SCHEDULE):
        done = subprocess.run(
            ["sh", "-c", line], cwd=checkout, env=environment, capture_output=True, text=True
        )
        assert done.returncode == 0, f"{line}: {done.stdout[-3000:]}{done.stderr[-3000:]}"
    web = Server(checkout, "sh", "-c", f"exec env {LINES['web']}", port=port)
    web.environment = environment
    worker = subprocess.Popen(
        ["sh", "-c", f"exec {LINES['worker']}"],
        cwd=checkout,
        env=environment,
        start_new_session=True,
    )
    try:
        web.start()
        end = time.monotonic() + 60
        while (ready := get(f"http://127.0.0.1:{port}/health/ready"))[0] != 200:
            assert time.monotonic() < end, (ready, web.read_log()[-3000:])
            time.sleep(0.1)
        assert json.loads(ready[1])["status"] == "ok"
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
