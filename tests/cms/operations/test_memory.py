"""A web process holds what most requests need: what few need is loaded for the first of them."""

import os
import subprocess
import sys

# Readers and writers of PDFs, workbooks, fonts, charts: each takes 4 to 100 MiB.
HEAVY = ["fontTools", "odfdo", "pypdf", "typst", "vl_convert"]


def test_a_web_process_begins_without_heavy_libraries() -> None:
    code = f"import sys, cms.wsgi; print([name for name in {HEAVY} if name in sys.modules])"
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
        "DATABASE_URL": "sqlite://:memory:",
        "OUTBOX_IN_SERVER": "0",
    }
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        capture_output=True,
        check=True,
        env=environment,
    )

    assert done.stdout.decode().strip() == "[]"
