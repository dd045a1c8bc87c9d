"""What the guide for frontends has for Node.js: files are written, commands run, in its order."""

import json
import re
import shutil
import subprocess
from pathlib import Path

from tests.docs.blocks import Block, blocks, matches

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
FOLDER = HERE / "generated" / "guide"  # below node_modules, where Node.js looks for packages
TIMEOUT_SECONDS = 120  # seconds


def follow(base: str) -> list[str]:
    """Does what the guide says, with the server at `base`; sentences to print."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    shutil.copytree(ROOT / "graphql" / "queries", FOLDER / "queries")
    written: list[str] = []
    commands: list[str] = []
    printed = ""
    for block in blocks(ROOT / "docs" / "frontend.md"):
        if block.runner != "node":
            continue
        if block.language in ("js", "ts"):
            written.append(write(block, base))
        elif block.language == "sh":
            commands += block.text.splitlines()
            printed = run(block)
        elif not matches(block, printed):
            raise AssertionError(f"line {block.line} shows other than came:\n{printed}")
    used = [*commands, *(file.read_text(encoding="utf-8") for file in FOLDER.glob("*.mjs"))]
    unused = [name for name in written if all(name not in rest(one, name) for one in used)]
    if unused:
        raise AssertionError(f"no command of the guide runs or compiles {unused}")
    return [f"guide: {len(written)} files written, {len(commands)} commands followed"]


def rest(text: str, name: str) -> str:
    """`text` without the line by which a file names itself."""
    return text.removeprefix(f"// {name}\n")


def write(block: Block, base: str) -> str:
    """Writes a block to the file that its first line names."""
    name = block.text.splitlines()[0].removeprefix("// ")
    (FOLDER / name).write_text(block.at(base), encoding="utf-8")
    return name


def run(block: Block) -> str:
    """What the commands of a block print. Packages are those of the lock: none is fetched here."""
    lines = block.text.splitlines()
    for line in lines:
        if line.startswith("npm install "):
            check_packages(line)
    rest = "\n".join(line for line in lines if not line.startswith("npm install "))
    done = subprocess.run(
        ["bash", "-euo", "pipefail"],
        input=rest,
        cwd=FOLDER,
        capture_output=True,
        text=True,
        timeout=TIMEOUT_SECONDS,
    )
    if done.returncode:
        raise AssertionError(f"line {block.line}:\n{done.stdout}{done.stderr}")
    return done.stdout


def check_packages(command: str) -> None:
    """The guide installs what is tested here, in the same versions."""
    locked = json.loads((HERE / "package.json").read_text())["devDependencies"]
    for name, version in re.findall(r"(@?[\w/-]+)@(\S+)", command):
        if locked.get(name) != version:
            raise AssertionError(f"the guide installs {name}@{version}, tests {locked.get(name)}")
