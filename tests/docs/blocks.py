"""The fenced blocks of a guide, who runs them, and whether they show what came back."""

import re
from dataclasses import dataclass
from pathlib import Path

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
OUTSIDE_STRINGS = re.compile(r'("(?:[^"\\\n]|\\.)*")|\s+')
PLACEHOLDER = "http://127.0.0.1:8000"
MESSAGE = re.compile(r'\{\n +"type": ')
RECEIVER = re.compile(r"(?://|#) receiver: ([\w.]+)\n")
SENDER = "# send.py\n"  # run by test_webhook_sample
SHOWN = ("json", "text", "http")


@dataclass(frozen=True)
class Block:
    """What stands between two fences, the line where it starts, and who runs it."""

    language: str
    text: str
    line: int
    runner: str

    def at(self, base: str) -> str:
        """The text, with the server that answers for the one that readers have."""
        return self.text.replace(PLACEHOLDER, base)


def blocks(guide: Path) -> list[Block]:
    result: list[Block] = []
    content = guide.read_text(encoding="utf-8")
    for match in FENCE.finditer(content):
        language, text = match.groups()
        line = content[: match.start()].count("\n") + 1
        shown = language in SHOWN and result and not MESSAGE.match(text)
        runner = result[-1].runner if shown else runner_of(language, text)
        result.append(Block(language, text, line, runner))
    return result


def runner_of(language: str, text: str) -> str:
    """Who runs a block: `python`, which has a server of its own, `node`, `receiver`, who is told
    of changes by messages like the one that is shown, or `sender`, who signs one; empty for nobody.
    """
    if RECEIVER.match(text) or MESSAGE.match(text):
        return "receiver"
    if text.startswith(SENDER):
        return "sender"
    if language in ("graphql", "python") or (language == "sh" and re.search(r"\bcurl ", text)):
        return "python"
    if language in ("js", "ts") and re.match(r"// [\w.-]+\n", text):
        return "node"
    if language == "sh" and re.search(r"^(npm|npx|node) ", text, re.MULTILINE):
        return "node"
    return ""


def matches(shown: Block, came: str) -> bool:
    """Whether `came` is what a block shows. An ellipsis stands for anything."""
    if shown.language == "json":
        return bool(pattern(compact(shown.text)).fullmatch(compact(came)))
    if shown.language == "text":
        return bool(pattern(shown.text.strip()).fullmatch(came.strip()))
    # Servers differ in how they write the names of headers, and in their order.
    lines = [line.strip().lower() for line in came.splitlines()]
    wanted = [pattern(line.strip().lower()) for line in shown.text.splitlines()]
    return all(any(line.fullmatch(one) for one in lines) for line in wanted)


def compact(json: str) -> str:
    """JSON, or JSON with ellipses, without the spaces that say nothing."""
    return OUTSIDE_STRINGS.sub(lambda match: match[1] or "", json)


def pattern(text: str) -> re.Pattern[str]:
    parts = [re.escape(part) for part in text.split("…")]
    return re.compile(".*?".join(parts), re.DOTALL)
