import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any

from reports.figures.figure import Figure, Qualifier, State, Unit

NUM = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
UNITS = {"%": Unit.PERCENT, "€": Unit.EURO, "euro": Unit.EURO, "etpt": Unit.FTE_WORKED, "etp": Unit.FTE, "pt": Unit.POINT, "point": Unit.POINT, "mois": Unit.MONTH, "jour": Unit.DAY, "semaine": Unit.WEEK, "an": Unit.YEAR, "heure": Unit.HOUR, "minute": Unit.MINUTE}
SCALES = {"k": 1000, "m": 10**6, "md": 10**9, "million": 10**6, "milliard": 10**9}
ONE = rf"(?P<q>plus d['’ʼ]|plus de |plus |au moins |moins de |env\. ?|environ |< ?|> ?|[x×] ?|[+−-] ?)?(?P<n>{NUM}|un(?= million))(?P<s>\s*(?:millions?|milliards?)|\s?(?:K|k|M|Md)(?=\s?€))?(?:\s*(?:d['’ʼ])?(?P<u>%|€|euros?|ETPT|ETP|pts?|points?|mois|jours?|semaines?|ans?|heures?|minutes?)(?![^\W\d_]))?"
RATIO = re.compile(rf"(?P<a>{NUM})/(?P<b>{NUM})")
RANGE = re.compile(rf"de (?P<a>{NUM}) à (?P<b>{NUM}) (?P<u>mois|jours|%)")
EXPRESSION = re.compile(ONE, re.IGNORECASE)
QUALIFIERS = {"plus": Qualifier.MORE_THAN, "au": Qualifier.AT_LEAST, "mo": Qualifier.LESS_THAN, "en": Qualifier.ABOUT, "<": Qualifier.LESS_THAN, ">": Qualifier.MORE_THAN, "x": Qualifier.FACTOR, "×": Qualifier.FACTOR, "+": Qualifier.CHANGE, "-": Qualifier.CHANGE, "−": Qualifier.CHANGE}


def number(text: str) -> Decimal:
    return Decimal(re.sub(r"[ \u00a0\u202f]", "", text).replace(",", ".")) if text != "un" else Decimal(1)


@lru_cache(maxsize=65536)
def read(raw: str, read_as: str | None = None) -> Figure:
    text = (read_as or raw).strip()
    if not text:
        return Figure(raw, read_as)
    if text.upper() in ("N/A",):
        return Figure(raw, read_as, state=State.NOT_APPLICABLE)
    if text.upper() in ("ND",):
        return Figure(raw, read_as, state=State.NOT_AVAILABLE)
    if m := RATIO.fullmatch(text):
        return Figure(raw, read_as, number(m["a"]), number(m["b"]), Decimal(1), None, Qualifier.RATIO, State.VALUE)
    if m := RANGE.fullmatch(text):
        return Figure(raw, read_as, number(m["a"]), number(m["b"]), Decimal(1), Unit.MONTH, Qualifier.RANGE, State.VALUE)
    m = EXPRESSION.fullmatch(text)
    if not m:
        return Figure(raw, read_as, state=State.TEXT)
    q = (m["q"] or "").lower()
    qualifier = next((v for k, v in QUALIFIERS.items() if q.startswith(k)), Qualifier.EXACT)
    scale = SCALES.get((m["s"] or "").strip().lower().rstrip("s"), 1)
    unit = UNITS.get((m["u"] or "").lower().rstrip("s") if (m["u"] or "").lower() != "mois" else "mois")
    value = number(m["n"])
    if q.strip() in ("-", "−"):
        value = -value
    exponent = value.as_tuple().exponent
    return Figure(raw, read_as, value * scale, None, Decimal(scale).scaleb(int(exponent)), unit, qualifier, State.VALUE)


def from_stored(stored: Any) -> Figure:
    if isinstance(stored, Mapping):
        return read(str(stored.get("raw") or ""), stored.get("read_as") or None)
    return read("" if stored is None else str(stored))
