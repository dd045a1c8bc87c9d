"""Links to this site: whether the public gets there."""

from collections import defaultdict
from collections.abc import Iterator
from urllib.parse import unquote

from reports.addresses import internal
from reports.checks.reading import Reading
from reports.checks.reading.parts import Link
from reports.checks.rule import Severity, Slip, rule
from reports.search.stems import normal

FEW = 3  # links that a message names


def state(report: Reading, path: str) -> str:
    """What is known of a path, however it is spelled: `public`, `hidden`, `absent` or nothing."""
    plain = normal(unquote(path))
    for spelling in (path, plain, plain.rstrip("/"), plain.rstrip("/") + "/"):
        if found := report.around.paths.get(spelling):
            return found
    return ""


@rule(
    "hidden-target",
    Severity.WARNING,
    "Lien vers une page non publiée",
    "Un lien mène à une page du site qui n’est pas publique, ou qui n’existe plus : le public n’y "
    "arrivera pas.",
)
def hidden_target(report: Reading) -> Iterator[Slip]:
    for link in report.links:
        path = internal(link.url)
        hidden = link.page in report.around.hidden_pages if link.page is not None else False
        if hidden or (path and state(report, path) == "hidden"):
            to = f" (« {unquote(path)} »)" if path else ""
            yield Slip(
                link.place,
                f"Le lien « {link.text.strip()} » mène à une page non publiée{to}.",
                "Publiez la page, changez le lien, ou supprimez-le.",
                (link.text, link.url or str(link.page)),
            )


@rule(
    "absent-path",
    Severity.WARNING,
    "Liens vers une partie absente du site",
    "Des liens mènent à des chemins que ce site ne sert pas. Ils sont signalés une fois par "
    "première partie de chemin (« /startups/… »), qu’un autre site sert peut-être.",
)
def absent_path(report: Reading) -> Iterator[Slip]:
    found: defaultdict[str, dict[str, list[Link]]] = defaultdict(dict)
    for link in report.links:
        path = internal(link.url)
        if path and state(report, path) == "absent":
            first = path.strip("/").partition("/")
            segment = f"/{unquote(first[0])}/…" if first[1] else f"/{unquote(first[0])}"
            found[segment].setdefault(path, []).append(link)
    for segment, paths in found.items():
        links = [link for listed in paths.values() for link in listed]
        named = ", ".join(f"« {unquote(path)} »" for path in list(paths)[:FEW])
        more = ", entre autres" if len(paths) > FEW else ""
        count = "1 lien mène" if len(links) == 1 else f"{len(links)} liens mènent"
        yield Slip(
            links[0].place,
            f"{count} à « {segment} », que ce site ne sert pas : {named}{more}.",
            "Vérifiez qu’un autre site sert ces pages à la même adresse, ou corrigez les liens.",
            tuple(paths),
            tuple(dict.fromkeys(link.place for link in links[1:])),
        )
