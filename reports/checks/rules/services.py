"""Rules that report services with two names, two addresses, or almost the same address."""

import re
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from reports.checks.rule import Issue, Severity, rule
from reports.core.reading import Reading
from reports.core.reading.parts import NamedService
from reports.core.text.grouping import group_values
from reports.core.text.stems import fold_accents, normalize_text

# Characters from which a letter may be a typing error under one and the same name.
MIN_SLUG_CHARACTERS = 4
MIN_CHARACTERS_FOR_ONE_SLIP = 6
MIN_CHARACTERS_FOR_TWO_SLIPS = 12
MAX_SLUG_CHARACTERS = 60  # of one that is compared letter by letter
MIN_NAME_LIKENESS = 0.6  # how alike the names must be of services whose addresses are


def known_services(report: Reading) -> list[NamedService]:
    """Return the services that have an address of their own, and not one shared by several."""
    return [s for s in report.services if s.slug and (not s.url or is_specific(s.url))]


def is_specific(url: str) -> bool:
    """Return whether an address leads to one service: a path of its own, or another site."""
    path = url.partition("?")[0].partition("#")[0].strip("/")
    return not url.startswith("/") or "/" in path


@rule(
    "service-two-slugs",
    Severity.WARNING,
    "Un service, deux adresses",
    "Un même nom de service est imprimé avec deux adresses : l’une des deux est sans doute fausse.",
)
def service_two_slugs(report: Reading) -> Iterator[Issue]:
    names: defaultdict[str, dict[str, NamedService]] = defaultdict(dict)
    for service in known_services(report):
        if name := fold_accents(service.name):
            names[name].setdefault(service.slug, service)
    for slugs in names.values():
        if len(slugs) > 1:
            first, *others = slugs.values()
            listed = " et ".join(f"« {slug} »" for slug in slugs)
            yield Issue(
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
def service_two_names(report: Reading) -> Iterator[Issue]:
    slugs: defaultdict[str, dict[str, NamedService]] = defaultdict(dict)
    for service in known_services(report):
        if service.name.strip():
            slugs[service.slug].setdefault(normalize_spelling(service.name), service)
    for slug, names in slugs.items():
        if len(names) > 1:
            first, *others = names.values()
            listed = ", ".join(f"« {service.name.strip()} »" for service in names.values())
            yield Issue(
                first.place,
                f"Le service « {slug} » a {len(names)} noms : {listed}.",
                "Écrivez son nom de la même façon partout.",
                (slug, *names),
                tuple(service.place for service in others),
            )


def normalize_spelling(name: str) -> str:
    """Return a name with one kind of space, apostrophe and hyphen: no reader sees the
    difference.
    """
    return " ".join(re.sub("[’ʼ‘]", "'", re.sub("[‐‑]", "-", normalize_text(name))).split())


@rule(
    "service-near-slug",
    Severity.WARNING,
    "Adresses de service presque pareilles",
    "Deux adresses de service ne diffèrent que d’une lettre ou deux, dans ce bilan ou avec celui "
    "de l’année dernière : l’une des deux est peut-être mal écrite.",
)
def service_near_slug(report: Reading) -> Iterator[Issue]:
    now = {service.slug for service in known_services(report)}
    services: dict[str, NamedService] = {}
    for service in (*known_services(report), *known_services(report.previous)):
        services.setdefault(service.slug, service)
    for one, other in near_slugs(list(services)):
        mine, twin = services[one], services[other]
        same = fold_accents(mine.name) == fold_accents(twin.name)
        if one not in now or (same and other in now):
            continue  # both are last year's; or service-two-slugs says so
        if same or (
            min(len(one), len(other)) >= MIN_CHARACTERS_FOR_ONE_SLIP
            and is_kin(mine.name, twin.name)
        ):
            source = "" if other in now else f", dans le bilan {report.year - 1}"
            yield Issue(
                mine.place,
                f"« {mine.name} » a pour adresse « {one} », et « {twin.name} » « {other} »"
                f"{source}.",
                "Vérifiez les deux adresses : c’est peut-être le même service.",
                (one, other),
                (twin.place,) if other in now else (),
            )


def is_kin(one: str, other: str) -> bool:
    """Return whether two names may be those of one service."""
    names = SequenceMatcher(None, fold_accents(one), fold_accents(other), autojunk=False)
    return names.ratio() >= MIN_NAME_LIKENESS


def near_slugs(slugs: list[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of slugs that differ by one or two letters.

    They are found by what remains when one letter of each, or two of one, are removed. So slugs
    that have nothing in common are never compared.
    """
    order = {
        slug: rank
        for rank, slug in enumerate(slugs)
        if MIN_SLUG_CHARACTERS <= len(slug) <= MAX_SLUG_CHARACTERS
    }
    remainders = group_values(
        (rest, slug) for slug in order for rest in {slug, *shortened_slugs(slug)}
    )
    pairs = [pair for alike in remainders.values() for pair in combinations(alike[:8], 2)]
    for slug in order:
        if len(slug) >= MIN_CHARACTERS_FOR_TWO_SLIPS:
            twice = {rest for once in shortened_slugs(slug) for rest in shortened_slugs(once)}
            pairs += [(slug, other) for other in twice & order.keys()]
    ranks = {tuple(sorted(order[slug] for slug in pair)) for pair in pairs}
    for first, second in sorted(ranks):
        if slug_numbers(slugs[first]) == slug_numbers(slugs[second]):
            yield slugs[first], slugs[second]


def shortened_slugs(slug: str) -> set[str]:
    """Return all that is left of a slug when one letter is taken out."""
    return {slug[:n] + slug[n + 1 :] for n in range(len(slug))}


def slug_numbers(slug: str) -> list[str]:
    """Return the numbers in a slug: promo-1 and promo-2 are two things."""
    return re.findall(r"\d+", slug)
