"""Turns buttons that open an address into links."""

import re

from bs4 import BeautifulSoup, Tag

# onclick="location.href='/stats'", "window.open(&quot;…&quot;)"
DESTINATION = re.compile(
    r"^\s*(?:window\.|document\.)?(?:location(?:\.href)?\s*=|location\.assign\(|open\()\s*"
    r"(['\"])(?P<address>[^'\"]{1,2000})\1[^;]*;?\s*$"
)


def make_links(soup: BeautifulSoup) -> None:
    """Turn the buttons that open an address into links."""
    for button in soup.find_all("button"):
        address = find_destination(button)
        if address and not button.find("a"):
            button.name = "a"
            button.attrs = {k: v for k, v in button.attrs.items() if k.startswith("data-")}
            button["href"] = address


def find_destination(button: Tag) -> str:
    """Return the address that a button opens; "" if it does something else."""
    if button.get("formaction"):
        return str(button["formaction"])
    found = DESTINATION.match(str(button.get("onclick") or ""))
    return found["address"] if found else ""
