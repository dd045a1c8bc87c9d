"""Asks a running demo for its report, as a frontend would, and insists on every block kind.

Usage: python tests/smoke.py http://127.0.0.1:8000
"""

import json
import sys
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def ask(base: str, name: str, variables: dict[str, object]) -> dict[str, object]:
    query = (ROOT / "graphql" / "queries" / f"{name}.graphql").read_text()
    data = json.dumps({"query": query, "variables": variables}).encode()
    request = urllib.request.Request(f"{base}/graphql/", data, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=30) as response:
        return json.load(response)


def main(base: str) -> int:
    kinds: set[str] = set()
    for year in (2023, 2024):
        answer = ask(base, "report", {"year": year})
        assert "errors" not in answer, answer
        kinds |= {block["__typename"] for block in answer["data"]["report"]["body"]}
    page = ask(base, "page", {"urlPath": "/a-propos/"})["data"]["page"]
    kinds |= {block["__typename"] for block in page["body"]} & {"AccordionBlock", "PanelBlock"}
    schema = (ROOT / "graphql" / "schema.graphql").read_text()
    union = schema.split("union ReportBlock =")[1].split("\n\n")[0]
    members = {word for word in union.replace("|", " ").split() if word.endswith("Block")}
    assert members, "no member of ReportBlock found in the schema"
    assert kinds == members, f"missing in the demo: {sorted(members - kinds)}"
    sys.stdout.write(f"{len(kinds)} block kinds, every one there\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
