"""Somebody who edits one page over HTTP, as a browser would."""

import http.client
import json
import re
from contextlib import closing
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import urlencode, urlsplit

from wagtail.test.utils.form_data import querydict_from_html

from .form_data import body_fields

TIMEOUT_SECONDS = 60  # seconds
STATES = re.compile(r'<div id="body" data-block .*?data-w-block-arguments-value="(.*?)"', re.DOTALL)
DEFINITIONS = re.compile(r'data-w-block-data-value="[^"]*"')  # new tables have new ids in them
UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")

# What one editor alone gets otherwise each time: tokens, names of paragraphs, numbers of sessions
# and revisions, dates, the minute of the last save.
RANDOM = [
    (re.compile(r'(csrfmiddlewaretoken" value="|"CSRF_TOKEN": "|w-csrf-token-value=")\w+'), r"\1"),
    (re.compile(r'(\\*"key\\*": \\*"|data-block-key=\\*")[a-z0-9]{5}'), r"\1"),
    (re.compile(r"(/editing-sessions/(?:ping/\w+/\w+/\d+|release)/)\d+"), r"\1"),
    (re.compile(r"(/revisions/)\d+"), r"\1"),
    (re.compile(r'(name="(?:loaded_revision_id|revision_id)" value=")\d+'), r"\1"),
    (re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+(?:\+00:00)?"), ""),
    (re.compile(r'(<div class="w-help-text">)\d\d:\d\d( par editor-)'), r"\1\2"),
]


@dataclass
class Round:
    """What an editor got who opened the form, previewed it and saved it."""

    form: str
    preview: str
    preview_page: str
    saved: str


@dataclass
class Form:
    """The answer that holds a form, and what a browser would post of it as it came: no field of
    an answer without a form.
    """

    answer: str
    data: dict[str, str]


@dataclass
class Editor:
    address: str
    page: int
    session: str
    stream: Any

    def __post_init__(self) -> None:
        self.cookies = {"sessionid": self.session}

    def edit(self, before: str, after: str) -> Round:
        """Replace one text by another wherever the page has it, and save a draft."""
        path = self.path
        form = self.load()
        data = {name: value.replace(before, after) for name, value in form.data.items()}
        if not data:
            return Round(form.answer, "", "", "")
        _, preview = self.request("POST", f"{path}preview/", data)
        _, preview_page = self.request("GET", f"{path}preview/?mode=")
        status, answer = self.request("POST", path, data)
        saved = str(status) if status == 302 else f"{status} {answer}"
        return Round(*map(without_random, (form.answer, preview, preview_page, saved)))

    @property
    def path(self) -> str:
        return f"/admin/pages/{self.page}/edit/"

    def load(self) -> Form:
        """Open the page's form, with all of its blocks unfolded."""
        status, answer = self.request("GET", self.path)
        match = STATES.search(answer)
        if match is None:
            return Form(f"{status} {answer}", {})
        rest = answer.replace(match[0], "")  # the body is long to read, and has no fields yet
        data = querydict_from_html(rest, form_id="page-edit-form", exclude_csrf=False).dict()
        states, _ = json.loads(unescape(f"[{match[1][1:-1]}]"))
        data = {name: value for name, value in data.items() if not name.startswith("body-")}
        return Form(answer, data | dict(body_fields(self.stream, states)))

    def request(
        self,
        method: str,
        path: str,
        data: dict[str, str] | None = None,
        accept: str = "text/html",
    ) -> tuple[int, str]:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = {"Cookie": cookies, "Accept": accept, "Accept-Language": "fr"}
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        body = urlencode(data).encode() if data is not None else None
        host = urlsplit(self.address).netloc
        with closing(http.client.HTTPConnection(host, timeout=TIMEOUT_SECONDS)) as connection:
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            text = response.read().decode()
        for cookie in response.headers.get_all("Set-Cookie", ()):
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return response.status, text


def without_random(text: str) -> str:
    text = DEFINITIONS.sub(lambda found: UUID.sub("", found[0]), text)
    text = unescape(unescape(text))
    for pattern, replacement in RANDOM:
        text = pattern.sub(replacement, text)
    return text
