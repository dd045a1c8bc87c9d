"""Detects the currency of an English file that does not name it, if its amounts leave no doubt."""

import re

DOLLAR = re.compile(r"(?<![A-Z])\$\s?\d|\d\s?\$")
US = re.compile(r"\bUSD\b|\bUS\s?\$|\bU\.?S\.? dollars\b")
POUND = re.compile(r"£\s?\d")
OTHERS = re.compile(
    r"€|\beuros?\b|\b(?:EUR|CHF|CAD|AUD|NZD|HKD|SGD|MXN)\b|\b(?:CA|AU|NZ|HK|C|A)\$|¥|₹",
    re.IGNORECASE,
)
MIN_AMOUNTS = 3  # amounts that are evidence


def find_currency(text: str, region: str = "") -> str:
    """Return the currency of all amounts in a text; "" in case of doubt.

    A `$` is a US dollar if the text or the `region` of its language says so.
    """
    dollars, pounds = len(DOLLAR.findall(text)), len(POUND.findall(text))
    if OTHERS.search(text) or (dollars and pounds):
        return ""
    if pounds >= MIN_AMOUNTS:
        return "GBP"
    is_american = region == "us" or US.search(text) is not None
    return "USD" if is_american and dollars >= MIN_AMOUNTS else ""
