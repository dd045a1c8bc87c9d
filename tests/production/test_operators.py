"""The guide for operators, followed word for word on a fresh checkout."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.production.cluster import ROOT, Cluster

pytestmark = pytest.mark.production

GUIDE = (ROOT / "docs" / "operators.md").read_text(encoding="utf-8")
PATH = GUIDE.partition("## All variables")[0]  # the chapters that are followed


def list_blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PATH, re.DOTALL)


def copy_tree(target: Path) -> None:
    """Write what the repository holds, and nothing that runs left behind."""
    git = ["git", "-C", str(ROOT)]
    names = subprocess.run([*git, "ls-files", "-z"], capture_output=True, check=True).stdout
    target.mkdir()
    words = ["tar", "-c", "-C", str(ROOT), "--null", "-T", "-"]
    tree = subprocess.run(words, input=names, capture_output=True, check=True).stdout
    subprocess.run(["tar", "-x", "-C", str(target)], input=tree, check=True)


def name_variables(cluster: Cluster, service: str) -> dict[str, str]:
    """Return the variables that the guide names, with the values of this machine.

    The service has a database and a bucket of its name.
    """
    cluster.postgres.create(service)
    cluster.create_bucket(service)
    (sample,) = list_blocks("ini")
    names = [line.partition("=")[0] for line in sample.splitlines()]
    values = cluster.environment(service, bucket=service) | {
        "DJANGO_SETTINGS_MODULE": "cms.settings.production",
        "BASE_URL": "https://bilan.test",
        "DEFAULT_FROM_EMAIL": "bilan@bilan.test",
        "LOG_FORMAT": "json",
        "WEB_THREADS": "8",
    }
    extra = ["EMAIL_PORT", "EMAIL_USE_TLS", "S3_REGION"]  # of the servers of this test
    return {name: values[name] for name in [*names, *extra]}


def test_the_guide_leads_from_a_checkout_to_a_verified_backup(
    cluster: Cluster, tmp_path: Path
) -> None:
    checkout, variables = tmp_path / "checkout", tmp_path / "bilan.env"
    copy_tree(checkout)
    lines = [f"{name}={value}\n" for name, value in name_variables(cluster, "guide").items()]
    variables.write_text("".join(lines))

    script = "\n".join(list_blocks("sh"))
    for written, here in (
        ("/etc/bilan.env", variables),
        ("/var/backups/bilan", tmp_path / "backups"),
        ("$(date +%F)", "today"),  # it may be midnight
    ):
        assert written in script
        script = script.replace(written, str(here))
    bins = "/usr/local/bin:/usr/bin:/bin"
    done = subprocess.run(
        ["bash", "-euxo", "pipefail", "-c", script],
        cwd=checkout,
        env={"PATH": f"{os.environ['PATH']}:{bins}", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    assert "answers: as before" in done.stdout
    assert "Saved the database" in done.stdout


def test_the_guide_starts_the_units_and_nodes_of_the_samples() -> None:
    samples = ROOT / "docs" / "deployment"
    units = {unit for line in list_enabled() for unit in line}
    nodes = sorted(unit for unit in units if unit.startswith("bilan@"))
    for unit in units:
        name = "bilan@.service" if unit in nodes else unit
        assert (samples / (name if "." in name else f"{name}.service")).is_file(), unit
    timers = {path.name for path in samples.glob("*.timer")}
    assert timers <= units
    assert all((samples / timer).with_suffix(".service").is_file() for timer in timers)
    ports = re.findall(r"server 127\.0\.0\.1:(\d+)", (samples / "nginx.conf").read_text())
    assert nodes == [f"bilan@{port}" for port in ports] != []


def list_enabled() -> list[list[str]]:
    """Return the units of each command of the guide that enables some."""
    return [line.split() for line in re.findall(r"^systemctl enable --now (.*)$", GUIDE, re.M)]


def test_what_the_guide_leads_to_is_there() -> None:
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", GUIDE):
        if "://" not in target:
            assert (ROOT / "docs" / target).exists(), target
