"""Two nodes behind a proxy, on PostgreSQL, Redis, a bucket and a mail server."""

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

from tests.production.servers import Postgres, Server, find_port, get

ROOT = Path(__file__).resolve().parents[2]
HOST = "bilan.test"
KEY = "a-key-of-fifty-letters-that-only-this-test-ever-uses"
PROGRAMS = ("nginx", "redis-server", "/usr/lib/postgresql")


def list_missing_programs() -> list[str]:
    """Return what this machine lacks for a cluster."""
    return [
        name
        for name in PROGRAMS
        if not (Path(name).exists() if "/" in name else shutil.which(name))
    ]


class Cluster:
    """All servers of a service, each with a port of its own."""

    def __init__(self, folder: Path, mail_port: int) -> None:
        self.folder = folder
        self.postgres = Postgres()
        port = find_port()
        words = ("--port", port, "--save", "", "--appendonly", "no", "--bind", "127.0.0.1")
        self.redis = Server(folder, shutil.which("redis-server"), *words, port=port)
        port = find_port()
        moto = Path(sys.executable).with_name("moto_server")
        self.moto = Server(folder, moto, "-H", "127.0.0.1", "-p", port, port=port)
        self.bucket = self.make_bucket_door()
        self.mail_port = mail_port
        self.nodes = [self.make_node(ROOT), self.make_node(ROOT)]
        self.proxy = self.make_proxy()

    def run_nginx(self, name: str, port: int, servers: str) -> Server:
        folder = self.folder / name
        folder.mkdir()
        temporary = "".join(
            f"{kind}_temp_path {folder}/{kind};\n"
            for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        user = "user root;\n" if os.getuid() == 0 else ""
        configuration = folder / "nginx.conf"
        configuration.write_text(
            f"{user}pid {folder}/pid;\nerror_log {folder}/error.log;\ndaemon off;\n"
            f"events {{}}\nhttp {{\naccess_log off;\n{temporary}\n{servers}\n}}\n"
        )
        return Server(folder, shutil.which("nginx"), "-c", configuration, port=port)

    def make_bucket_door(self) -> Server:
        """A door to the bucket that can be closed: the bucket itself would forget what it holds."""
        port = find_port()
        target = f"proxy_pass http://127.0.0.1:{self.moto.port}; proxy_set_header Host $http_host;"
        options = "client_max_body_size 0;"
        server = f"server {{ listen 127.0.0.1:{port}; {options} location / {{ {target} }} }}"
        return self.run_nginx("bucket", port, server)

    def make_node(self, tree: Path) -> Server:
        port = find_port()
        node = Server(self.folder, *self.build_command(port, tree), port=port)
        node.environment = self.environment("bilan", tree) | {
            "MEDIA_ROOT": str(self.folder / f"{port}")
        }
        return node

    def build_command(self, port: int, tree: Path) -> list[object]:
        """Return how to serve a release, which brings its own form of the server's log."""
        words = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", port, "--http", "1"]
        more = ["--workers", 1, "--blocking-threads", 16, "--respawn-failed-workers", "--no-ws"]
        form = tree / "docs/deployment/granian-log.json"
        log = ["--log-level", "warning", "--log-config", form] if form.exists() else []
        own = tree / ".venv/bin/granian"
        granian = own if own.exists() else Path(sys.executable).with_name("granian")
        return [granian, *words, *more, *log, "cms.wsgi:application"]

    def environment(
        self, database: str, tree: Path = ROOT, bucket: str = "bilan"
    ) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": f"{tree}:{tree / 'graphql'}:{ROOT}",
            "DJANGO_SETTINGS_MODULE": "tests.production.settings",
            "SECRET_KEY": KEY,
            "ALLOWED_HOSTS": HOST,
            "BASE_URL": f"http://{HOST}",
            "DATABASE_URL": self.postgres.url(database),
            "CACHE_URL": f"redis://127.0.0.1:{self.redis.port}/0",
            "S3_BUCKET": bucket,
            "S3_ENDPOINT_URL": f"http://127.0.0.1:{self.bucket.port}",
            "S3_REGION": "us-east-1",
            "S3_ACCESS_KEY_ID": "test",
            "S3_SECRET_ACCESS_KEY": "test",
            "EMAIL_HOST": "127.0.0.1",
            "EMAIL_PORT": str(self.mail_port),
            "EMAIL_USE_TLS": "0",
            "CLIENT_ADDRESS_HEADER": "ClientAddress",
            "PAGES_RATE": "off",
            "GRAPHQL_RATE_REQUESTS": "off",
            "GRAPHQL_RATE_COST": "off",
            "OUTBOX_IN_SERVER": "1",
            "LOG_FORMAT": "json",
        }

    def make_proxy(self) -> Server:
        """Run nginx with the sample of the guide, on a port and in folders of this test."""
        port, self.http_port = find_port(), find_port()
        sample = (ROOT / "docs/deployment/nginx.conf").read_text()
        first, second = (node.port for node in self.nodes)
        for pattern, replacement in (
            (r"listen \[::\]:\d+[^;]*;", ""),
            (r"listen 80;", f"listen 127.0.0.1:{self.http_port};"),
            (r"listen 443 ssl;", f"listen 127.0.0.1:{port};"),
            (r"ssl_certificate\w* [^;]+;", ""),
            (r"server_name [^;]+;", f"server_name {HOST};"),
            (r"127\.0\.0\.1:8001", f"127.0.0.1:{first}"),
            (r"127\.0\.0\.1:8002", f"127.0.0.1:{second}"),
            (r"/var/cache/nginx", str(self.folder / "cache")),
            (r"/var/log/nginx", str(self.folder)),
        ):
            sample, count = re.subn(pattern, replacement, sample)
            assert count, pattern
        (self.folder / "cache").mkdir()
        return self.run_nginx("proxy", port, sample)

    def start(self) -> None:
        self.postgres.start()
        self.postgres.create("bilan")
        self.redis.start()
        self.moto.start()
        self.bucket.start()
        self.create_bucket("bilan")
        self.manage("migrate", "-v", "0")
        self.manage("load_demo", "-v", "0")
        for server in (*self.nodes, self.proxy):
            server.start()
        for node in self.nodes:
            self.wait(node)

    def stop(self) -> None:
        for server in (self.proxy, *self.nodes, self.bucket, self.moto, self.redis):
            server.stop()
        self.postgres.stop()
        self.postgres.remove()

    def create_bucket(self, name: str) -> None:
        import boto3

        boto3.client(
            "s3",
            endpoint_url=f"http://127.0.0.1:{self.bucket.port}",
            region_name="us-east-1",
            aws_access_key_id="test",
            aws_secret_access_key="test",
        ).create_bucket(Bucket=name)

    def manage(self, *command: object, database: str = "bilan", bucket: str = "bilan") -> str:
        """Run a command of the service and return what it printed."""
        done = subprocess.run(
            [sys.executable, "-W", "ignore", ROOT / "manage.py", *map(str, command)],
            env=self.environment(database, bucket=bucket)
            | {"MEDIA_ROOT": str(self.folder / "none")},
            cwd=self.folder,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, f"{command}: {done.stdout[-3000:]}{done.stderr[-3000:]}"
        return done.stdout

    def wait(self, node: Server, path: str = "/health/ready", seconds: float = 60) -> float:
        """Wait until a node answers 200; return the seconds."""
        began = time.monotonic()
        while time.monotonic() - began < seconds:
            if self.get(path, node)[0] == 200:
                return time.monotonic() - began
            time.sleep(0.02)
        raise AssertionError(
            f"{path} of port {node.port}: {self.get(path, node)} {node.read_log()[-3000:]}"
        )

    def get(self, path: str, server: Server | None = None, **headers: str) -> tuple[int, bytes]:
        """Ask the proxy, or one server behind it."""
        return get(f"http://127.0.0.1:{(server or self.proxy).port}{path}", Host=HOST, **headers)
