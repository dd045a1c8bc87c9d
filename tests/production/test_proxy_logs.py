"""Tokens in addresses reach no log of the proxy, of requests or of errors."""

import re
import shutil
from http.client import HTTPConnection
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.production.cluster import HOST, Cluster
from tests.production.servers import Server, find_port

pytestmark = pytest.mark.production

TOKEN = "jeton-secret"
SECRET = [
    f"/relecture/{TOKEN}/",
    f"/relecture/{TOKEN}/rapport.pdf",
    f"//relecture/../relecture/{TOKEN}/",
    f"/%72electure/{TOKEN}/",
    f"/admin/password_reset/confirm/MQ/{TOKEN}/",
    f"/admin/connexion/essais/{TOKEN}/",
    f"/admin/connexion/retour/?code={TOKEN}",
]


@pytest.fixture
def proxy(tmp_path: Path) -> Server:
    """Nginx in front of two nodes that are gone: each request is an error."""
    if not shutil.which("nginx"):
        pytest.skip("this machine lacks nginx")
    nodes = [SimpleNamespace(port=find_port()) for _ in range(2)]
    cluster = SimpleNamespace(folder=tmp_path, nodes=nodes)
    cluster.run_nginx = lambda *words: Cluster.run_nginx(cluster, *words)  # type: ignore[arg-type]
    server = Cluster.make_proxy(cluster)  # type: ignore[arg-type]
    server.http_port = cluster.http_port  # type: ignore[attr-defined]
    return server


def test_tokens_are_in_no_log(proxy: Server, tmp_path: Path) -> None:
    proxy.start()
    try:
        plain = proxy.http_port  # type: ignore[attr-defined]
        statuses = {ask(port, path) for port in (proxy.port, plain) for path in SECRET}
        assert ask(proxy.port, "/bilan/2024/") == 502
    finally:
        proxy.stop()
    assert statuses == {301, 502}
    logs = {path.name: path.read_text() for path in tmp_path.rglob("*.log")}
    assert not [name for name, text in logs.items() if TOKEN in text]
    assert re.search(r"\[error\] .*GET /bilan/2024/", logs["bilan-error.log"])
    lines = logs["bilan.log"].splitlines()
    assert [line.split()[3] for line in lines[:3]] == ["/relecture/..."] * 3
    assert len(lines) == 2 * len(SECRET) + 1


def ask(port: int, path: str) -> int:
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers={"Host": HOST})
    status = connection.getresponse().status
    connection.close()
    return status
