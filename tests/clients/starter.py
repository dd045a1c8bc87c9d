"""The starter in `examples/next/`, built against a demonstration and served by Next.js."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from html import unescape
from pathlib import Path
from typing import Any

import httpx

from tests.https_server import HttpsServer

from .receivers import HERE, Receiver, add_webhooks, sending, wait_until
from .server import ROOT, TIMEOUT_SECONDS, Demonstration, wait

SITE = ROOT / "examples" / "next"
FOLDER = HERE / "generated" / "starter"
NEXT = str(SITE / "node_modules" / ".bin" / "next")
PAGES = {  # what each page has among its words
    "/": ("Accueil", "Bilan 2024", "Bilan 2023"),
    "/bilan/": ("Bilans annuels", "Bilan 2024"),
    "/bilan/2023/": ("Deux chiffres étaient inversés",),
    "/bilan/2023/v/1/": ("63 investigations ouvertes",),
    "/bilan/2024/v/1/": ("Vous lisez une version conservée", "Bilan 2024"),
    "/a-propos/": ("D’où viennent les chiffres",),
    "/indicateurs/produits-a-impact-national/": ("Résultats 2024", "Objectif"),
    "/services/tchap/": ("Tchap", "Dans les bilans"),
    "/services/precontentieux.justice/": ("Mon Indemnisation justice",),
    "/incubateurs/accelerema/": ("Accelerema", "Cerema"),
    "/recherche/?q=impact": ("résultats", "Bilan 2024"),
    "/sitemap.xml": (
        "/bilan/2024/",
        "/services/tchap/",
        "/indicateurs/",
        "/incubateurs/accelerema/",
    ),
    "/robots.txt": ("sitemap.xml",),
    "/indicateurs/produits-a-impact-national.csv": ("Résultats 2024",),
}
REDIRECTS = {
    "/2023/": "/bilan/2023/",
    "/bilan": "/bilan/",
    "/services/precontentieux.justice": "/services/precontentieux.justice/",
}
MISSING = (
    *("/rien/", "/services/rien/", "/indicateurs/rien/", "/incubateurs/rien/", "/rien.html/"),
    *("/bilan/2024/v/99/", "/rien/v/1/", "/a-propos/v/1/"),
)
WORDS = {"title", "name", "text", "before", "after", "caption", "heading", "mission", "attribution"}
RECORDS = {
    "service",
    "indicator",
    "term",
    "incubator",
    "fundingRound",
    "document",
    "picture",
    "columns",
}
DRAFT = """
from reports.content.models import AnnualReportPage, User
from reports.publishing.previews import links
page = AnnualReportPage.objects.get(year=2024)
page.hero_title = "Encore un brouillon"
page.save_revision(clean=False)
user = User.objects.get(username="administration")
print("TOKEN", links.build_token(links.make_review(user, page, 1, "")))
"""
PUBLISH = """
from reports.content.models import AnnualReportPage
from reports.content.models.publication_context import publication_context
with publication_context(reason="Un autre titre."):
    AnnualReportPage.objects.get(year=2024).get_latest_revision().publish()
"""
TITLE = "Encore un brouillon"


def run() -> list[str]:
    """Build the site, ask for its pages, preview a draft and publish it; sentences to print."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    with ExitStack() as stack:
        demonstration = stack.enter_context(Demonstration.loaded())
        bilan = stack.enter_context(demonstration.served())
        front = HttpsServer(FOLDER)
        stack.callback(front.stop)
        receiver = Receiver("starter", front, path="/api/bilan/")
        front.respond = receiver.pass_on
        [key] = add_webhooks(demonstration, {"starter": receiver}).values()
        environment = {
            **os.environ,
            "BILAN_URL": bilan,
            "BILAN_WEBHOOK_KEY": key,
            "NEXT_TELEMETRY_DISABLED": "1",
        }
        build(environment)
        log = FOLDER / "next.log"
        site = stack.enter_context(served(receiver.port, environment, log))
        check_pages(site)
        words = check_report(site, bilan)
        token = demonstration.manage(["shell"], DRAFT).rpartition("TOKEN ")[2].strip()
        check_preview(site, token)
        require(token not in log.read_text(), "the token is in the log")
        check_change(site, receiver, demonstration)
    return [
        f"starter: {len(PAGES)} pages, {len(REDIRECTS)} redirects, {words} words of a report",
        "starter: a draft is shown to who has its token, and a webhook makes a page new",
    ]


def build(environment: dict[str, str]) -> None:
    command = ["npm", "run", "--silent", "build"]
    done = subprocess.run(command, cwd=SITE, env=environment, capture_output=True, text=True)
    require(done.returncode == 0, f"it is not built:\n{done.stdout}{done.stderr}")


@contextmanager
def served(port: int, environment: dict[str, str], log: Path) -> Iterator[httpx.Client]:
    """Start the built site; return a client of it."""
    command = [NEXT, "start", "--hostname", "127.0.0.1", "--port", str(port)]
    with log.open("w") as output:
        server = subprocess.Popen(command, cwd=SITE, env=environment, stdout=output, stderr=output)
    try:
        wait(f"http://127.0.0.1:{port}/robots.txt", server, log)
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=TIMEOUT_SECONDS) as client:
            yield client
    finally:
        server.terminate()
        server.wait(TIMEOUT_SECONDS)


def check_pages(site: httpx.Client) -> None:
    for path, words in PAGES.items():
        answer = site.get(path)
        require(answer.status_code == 200, f"{path} is {answer.status_code}")
        shown = read_words(answer.text)
        require(all(each in shown for each in words), f"{path} does not show {words}")
    policy = site.get("/").headers["content-security-policy"]
    require("default-src 'none'" in policy and "unsafe-eval" not in policy, f"{policy} is lax")
    for path, target in REDIRECTS.items():
        answer = site.get(path)
        # Next.js says it twice where it has not kept the answer yet.
        targets = {httpx.URL(each).path for each in answer.headers.get_list("location")}
        require(answer.status_code == 308, f"{path} is {answer.status_code}")
        require(targets == {target}, f"{path} leads to {targets}")
    for path in MISSING:
        require(site.get(path).status_code == 404, f"{path} is not missing")


def check_report(site: httpx.Client, bilan: str) -> int:
    """Every word of the report that Bilan answers is on its page; return how many texts."""
    query = (ROOT / "graphql" / "queries" / "report.graphql").read_text()
    request = {"query": query, "variables": {"year": 2024}}
    report = httpx.post(f"{bilan}/graphql/", json=request).json()["data"]["report"]
    shown = read_words(site.get("/bilan/2024/").text)
    texts = list(iterate_texts(report["body"]))
    missing = [text for text in texts if text not in shown]
    require(len(texts) > 500, "the report is empty")
    [data, *_] = [block["csv"] for block in report["body"] if block.get("csv")]
    require(site.get(data).headers["content-type"].startswith("text/csv"), "there are no data")
    require(not missing, f"the page of the report lacks {missing[:5]}")
    return len(" ".join(texts).split())


def iterate_texts(node: Any) -> Iterator[str]:
    """Yield what an answer has for its readers, a line at a time."""
    if isinstance(node, list):
        for each in node:
            yield from iterate_texts(each)
    elif isinstance(node, dict):
        for name, value in node.items():
            if name in WORDS and isinstance(value, str):
                yield from (read_words(line) for line in value.splitlines() if line.strip())
            elif name not in RECORDS:
                yield from iterate_texts(value)


def read_words(html: str) -> str:
    """Return the words of a page, with one space between them; calls of notes are no words."""
    without_scripts = re.sub(r"<script.*?</script>", " ", html, flags=re.DOTALL)
    without_calls = re.sub(r'<sup><a [^>]*id="appel-[^>]*>.*?</a></sup>', "", without_scripts)
    text = unescape(re.sub(r"<[^>]*>", "", without_calls))
    return " ".join(text.split())


def check_preview(site: httpx.Client, token: str) -> None:
    headers = {"X-Preview-Token": "nobody-made-this"}
    require(
        site.post("/api/apercu/", headers=headers).status_code == 403, "an invented token opens"
    )
    opened = site.post("/api/apercu/", headers={"X-Preview-Token": token})
    require(opened.status_code == 204, f"the token opens nothing: {opened.status_code}")
    cookies = [header.partition(";")[0] for header in opened.headers.get_list("set-cookie")]
    require(all("httponly" in each.lower() for each in opened.headers.get_list("set-cookie")), "…")
    site.cookies.clear()
    draft = site.get("/bilan/2024/", headers={"Cookie": "; ".join(cookies)})
    require(TITLE in draft.text, "no draft is shown")
    kept = draft.headers["cache-control"]
    require("private" in kept and "no-store" in kept, f"a draft may be kept: {kept}")
    require(TITLE not in site.get("/bilan/2024/").text, "the public sees a draft")


def check_change(site: httpx.Client, receiver: Receiver, demonstration: Demonstration) -> None:
    demonstration.manage(["shell"], PUBLISH)
    require(TITLE not in site.get("/bilan/2024/").text, "the page is not kept")
    with sending(demonstration, FOLDER):
        wait_until(lambda: bool(receiver.accepted), "the starter takes no message")
    require(TITLE in site.get("/bilan/2024/").text, "the page is old")
    headers, body = receiver.front.received[-1]
    forged = site.post("/api/bilan/", content=body + b" ", headers=keep(headers))
    require(forged.status_code == 401, "what was forged is taken")


def keep(headers: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in headers.items() if name.startswith("webhook-")}


def require(holds: bool, complaint: str) -> None:
    if not holds:
        raise AssertionError(f"starter: {complaint}")
