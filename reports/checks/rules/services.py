"""Services: one name, one address, everywhere in a report."""

import re
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from reports.checks.reading import Reading
from reports.checks.reading.parts import Named
from reports.checks.rule import Severity, Slip, rule
from reports.search.stems import folded, normal

SHORT = 4  # characters from which a letter may be a typing error under one and the same name
LONG, LONGER = 6, 12  # from which one letter, or two, may be
LONGEST = 60
KIN = 0.6  # how alike the names must be of services whose addresses are


def known(report: Reading) -> list[Named]:
    """The services that an address tells apart: not those that link to a page for all."""
    return [s for s in report.services if s.slug and (not s.url or specific(s.url))]


def specific(url: str) -> bool:
    """Whether an address leads to one service: a path of its own, or another site."""
    path = url.partition("?")[0].partition("#")[0].strip("/")
    return not url.startswith("/") or "/" in path


@rule(
    "service-two-slugs",
    Severity.WARNING,
    "Un service, deux adresses",
    "Un même nom de service est imprimé avec deux adresses : l’une des deux est sans doute fausse.",
)
def service_two_slugs(report: Reading) -> Iterator[Slip]:
    names: defaultdict[str, dict[str, Named]] = defaultdict(dict)
    for service in known(report):
        if name := folded(service.name):
            names[name].setdefault(service.slug, service)
    for slugs in names.values():
        if len(slugs) > 1:
            first, *others = slugs.values()
            listed = " et ".join(f"« {slug} »" for slug in slugs)
            yield Slip(
                first.place,
                f"« {first.name} » a {len(slugs)} adresses : {listed}.",
                "Gardez la bonne adresse partout.",
                (first.name, *slugs),
                tuple(service.place for service in others),
            )


@rule(
    "service-two-names",
    Severity.WARNING,
    "Un service, deux noms",
    "Un même service est imprimé sous deux noms, ou écrit de deux façons.",
)
def service_two_names(report: Reading) -> Iterator[Slip]:
    slugs: defaultdict[str, dict[str, Named]] = defaultdict(dict)
    for service in known(report):
        if service.name.strip():
            slugs[service.slug].setdefault(spelled(service.name), service)
    for slug, names in slugs.items():
        if len(names) > 1:
            first, *others = names.values()
            listed = ", ".join(f"« {service.name.strip()} »" for service in names.values())
            yield Slip(
                first.place,
                f"Le service « {slug} » a {len(names)} noms : {listed}.",
                "Écrivez son nom de la même façon partout.",
                (slug, *names),
                tuple(service.place for service in others),
            )


def spelled(name: str) -> str:
    """A name with one kind of space, apostrophe and hyphen: no reader sees the difference."""
    return " ".join(re.sub("[’ʼ‘]", "'", re.sub("[‐‑]", "-", normal(name))).split())


@rule(
    "service-near-slug",
    Severity.WARNING,
    "Adresses de service presque pareilles",
    "Deux adresses de service ne diffèrent que d’une lettre ou deux, dans ce bilan ou avec celui "
    "de l’année dernière : l’une des deux est peut-être mal écrite.",
)
def service_near_slug(report: Reading) -> Iterator[Slip]:
    now: dict[str, Named] = {}
    for service in known(report):
        now.setdefault(service.slug, service)
    then: dict[str, Named] = {}
    for service in known(report.last) if report.last else ():
        if service.slug not in now:
            then.setdefault(service.slug, service)
    for one, other in near([*now, *then]):
        if one not in now and other not in now:
            continue
        mine, twin = now.get(one) or then[one], now.get(other) or then[other]
        if one in now and other in now and folded(mine.name) == folded(twin.name):
            continue  # service-two-slugs says so
        same = folded(mine.name) == folded(twin.name)
        if same or (min(len(one), len(other)) >= LONG and kin(mine.name, twin.name)):
            source = f", dans le bilan {report.year - 1}" if other in then else ""
            yield Slip(
                mine.place,
                f"« {mine.name} » a pour adresse « {one} », et « {twin.name} » « {other} »"
                f"{source}.",
                "Vérifiez les deux adresses : c’est peut-être le même service.",
                (one, other),
                () if other in then else (twin.place,),
            )


def kin(one: str, other: str) -> bool:
    """Whether two names may be those of one service."""
    return SequenceMatcher(None, folded(one), folded(other), autojunk=False).ratio() >= KIN


def near(slugs: list[str]) -> Iterator[tuple[str, str]]:
    """Pairs of slugs a letter or two apart: taking one letter out of each, or two out of one,
    makes them the same. So no two slugs are compared that have nothing in common.
    """
    left: defaultdict[str, list[str]] = defaultdict(list)
    long = [slug for slug in slugs if SHORT <= len(slug) <= LONGEST]
    for slug in long:
        for rest in {slug, *shortened(slug)}:
            left[rest].append(slug)
    whole = set(long)
    pairs = [pair for alike in left.values() for pair in combinations(alike[:8], 2)]
    for slug in long:
        if len(slug) >= LONGER:
            twice = {rest for once in shortened(slug) for rest in shortened(once)}
            pairs += [(slug, other) for other in sorted(twice & whole)]
    order = {slug: rank for rank, slug in enumerate(slugs)}
    found = {tuple(sorted(pair, key=order.__getitem__)) for pair in pairs}
    for one, other in sorted(found, key=lambda pair: [order[slug] for slug in pair]):
        if numbers(one) == numbers(other):
            yield one, other


def shortened(slug: str) -> set[str]:
    """All that is left of a slug when one letter is taken out."""
    return {slug[:n] + slug[n + 1 :] for n in range(len(slug))}


def numbers(slug: str) -> list[str]:
    """The numbers in a slug: promo-1 and promo-2 are two things."""
    return re.findall(r"\d+", slug)
