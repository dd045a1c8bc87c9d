"""Somebody who works in the admin of a node, with forms as a browser sends them."""

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import httpx

from reports.demo.accounts import list_accounts
from tests.production.cluster import HOST

PASSWORDS = {name: password for name, password, *_ in list_accounts()}


class Form(HTMLParser):
    """The fields of the first form of a page that changes something."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self.area = ""
        self.select = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name = given.get("name") or ""
        if tag == "input" and name and given.get("type") not in ("checkbox", "radio", "file"):
            self.fields.setdefault(name, given.get("value") or "")
        if tag == "textarea" and name:
            self.area = name
            self.fields.setdefault(name, "")
        if tag == "select":
            self.select = name
        if tag == "option" and self.select and "selected" in given:
            self.fields[self.select] = given.get("value") or ""

    def handle_data(self, data: str) -> None:
        if self.area:
            self.fields[self.area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.area = ""


class Editor:
    """A session of an account at one server."""

    def __init__(self, port: int, name: str = "administration") -> None:
        self.http = httpx.Client(
            base_url=f"http://127.0.0.1:{port}",
            headers={"Host": HOST, "Referer": f"http://{HOST}/admin/"},
            timeout=60,
            follow_redirects=False,
        )
        page = self.http.get("/admin/login/")
        assert page.status_code == 200, page.text[:500]
        data = {"username": name, "password": PASSWORDS[name], "next": "/admin/"}
        answer = self.post("/admin/login/", data)
        assert answer.status_code == 302, answer.text[:500]

    def post(self, path: str, data: dict[str, Any], files: Any = None) -> httpx.Response:
        token = self.http.cookies.get("csrftoken") or ""
        return self.http.post(path, data={"csrfmiddlewaretoken": token, **data}, files=files)

    def upload_picture(self, file: Path, title: str) -> httpx.Response:
        files = {"file": (file.name, file.read_bytes(), "image/png")}
        return self.post("/admin/images/add/", {"title": title, "collection": "1"}, files)

    def read_form(self, path: str) -> dict[str, str]:
        page = self.http.get(path)
        assert page.status_code == 200, page.text[:500]
        return Form(page.text).fields


def ask(body: bytes) -> Any:
    """Return the data of an answer of the graph."""
    return json.loads(body)["data"]
