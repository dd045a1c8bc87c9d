"""Each shipped document inside one process: bytes, SQL statements and processor time.

Usage: python benchmarks/inside.py FOLDER, where it leaves the answers. Nothing is kept: each
request is read, judged, executed and encoded.
"""

import gc
import json
import statistics
import sys
import time
from pathlib import Path
from typing import Any

REPEATS = 60


def main(folder: Path) -> None:
    sys.path[:0] = [str(Path(__file__).resolve().parents[1])]
    from django.conf import settings
    from django.db import connection
    from django.test import RequestFactory

    import cms.wsgi  # noqa: F401  # sets Django up as the server does
    from reports_graphql.http.view import graphql_endpoint

    values = {"year": 2024, "query": "produits", "urlPath": "/bilan/2024/", "path": "/2023"}
    values |= {"code": "produits-a-impact-national", "slug": "tchap"}
    for file in sorted(Path(settings.GRAPHQL_QUERIES).glob("*.graphql")):
        text = file.read_text()
        asked = {name: value for name, value in values.items() if f"${name}:" in text}
        data = {"query": text, "variables": json.dumps(asked)}
        request = RequestFactory(SERVER_NAME="localhost").get("/graphql/", data)
        statements: list[str] = []

        def count(execute: Any, sql: str, *rest: Any, seen: list[str] = statements) -> Any:
            seen.append(sql)
            return execute(sql, *rest)

        with connection.execute_wrapper(count):
            response = graphql_endpoint(request)
        if response.status_code != 200:
            raise SystemExit(f"{file.name}: {response.content.decode()[:300]}")
        (folder / f"{file.stem}.json").write_bytes(response.content)
        spent = []
        for _ in range(REPEATS):
            before = time.process_time()
            graphql_endpoint(request)
            spent.append((time.process_time() - before) * 1_000)
        gc.collect()
        sys.stdout.write(
            f"{file.stem}: {len(response.content)} bytes, {len(statements)} statements, "
            f"{statistics.median(spent):.1f} ms of processor uncached\n"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
