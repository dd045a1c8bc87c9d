"""Rules about links: vague or empty texts, one text for two addresses, dead addresses."""

import re
from collections import defaultdict
from collections.abc import Iterator
from urllib.parse import unquote

from reports.checks.rule import Issue, Severity, rule
from reports.checks.rules.sections import NAMED
from reports.content.validation.site_addresses import is_dead
from reports.core.reading import Reading
from reports.core.reading.parts import Link
from reports.core.text.stems import fold_accents, normalize_text

WORD = re.compile(r"[^\W_]+")


def fold_words(text: str) -> str:
    """Return the words of a text without accents, capitals and signs: « LaSuite » is not « la
    suite ».
    """
    return " ".join(fold_accents(word) for word in WORD.findall(normalize_text(text)))


VAGUE = set(
    map(
        fold_words,
        """ici;cliquez ici;cliquer ici;voir ici;par ici;juste ici;c’est ici;là;cliquez;plus
        en savoir plus;savoir plus;pour en savoir plus;plus d’infos;plus d’info;plus d’informations
        lire;lire plus;lire la suite;la suite;suite;lien;ce lien;le lien;via ce lien;suivre ce lien
        voir;voir plus;voir le lien;voir la page;voir le site;consulter;découvrir;accéder;détail
        détails;page;la page;cette page;site;le site;ce site;url;télécharger;link;here;click here
        read more""".replace("\n", ";").split(";"),
    )
)
BARE = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+/\S*", re.IGNORECASE)
NOTE_CALL = re.compile(r"[(\[]?[*†‡§¶]{1,3}[)\]]?")
MAX_NAMED_LINKS = 3  # links that a message names


def normalize_address(link: Link) -> str:
    """Return where a link leads, spelled in one way."""
    if link.page is not None or link.document is not None:
        return f"{link.page}:{link.document}"
    url = normalize_text(unquote(link.url.strip())).casefold()
    whole, hash_, anchor = re.sub(r"^https?://(?:www\.)?", "", url).partition("#")
    return whole.rstrip("/").removesuffix(".html") + hash_ + anchor


@rule(
    "link-two-targets",
    Severity.WARNING,
    "Un texte de lien, deux adresses",
    "Deux liens ont le même texte et ne mènent pas à la même adresse : l’un des deux est peut-être "
    "faux, et qui ne lit que les liens ne les distingue pas.",
)
def link_two_targets(report: Reading) -> Iterator[Issue]:
    targets_by_text: defaultdict[str, dict[str, Link]] = defaultdict(dict)
    for link in report.links:
        text, address = fold_words(link.text), normalize_address(link)
        if text and text not in VAGUE and address and not NAMED.fullmatch(link.text.strip()):
            targets_by_text[text].setdefault(address, link)
    for targets in targets_by_text.values():
        if len(targets) > 1:
            links = list(targets.values())
            named = ", ".join(
                f"« {link.url or 'une page du site'} »" for link in links[:MAX_NAMED_LINKS]
            )
            yield Issue(
                links[-1].place,
                f"Les liens « {links[-1].text.strip()} » mènent à {len(links)} adresses : {named}.",
                "Gardez la bonne adresse, ou donnez à chaque lien un texte à lui.",
                (links[-1].text, *targets),
                tuple(link.place for link in links[:-1]),
            )


@rule(
    "vague-link",
    Severity.WARNING,
    "Texte de lien vague",
    "Le texte d’un lien ne dit pas où il mène (« ici », « en savoir plus »), ou est une adresse. "
    "Un appel de note (« * ») n’est pas signalé. Un seul constat pour tous ces liens.",
    summary="{count} textes de lien ne disent pas où ils mènent : {named}.",
)
def vague_link(report: Reading) -> Iterator[Issue]:
    for link in report.links:
        text = link.text.strip()
        if NOTE_CALL.fullmatch(text):
            continue
        if text and (fold_words(text) in VAGUE or not fold_words(text)):
            words = "ne dit pas où il mène"
        elif BARE.fullmatch(text):
            words = "est une adresse, que personne ne lit volontiers"
        else:
            continue
        yield Issue(
            link.place,
            f"Le texte du lien « {text} » {words}.",
            "Écrivez ce que le lecteur trouvera derrière ce lien.",
            (link.text, link.url or str(link.page or link.document)),
            name=f"« {text} »",
        )


@rule(
    "empty-link",
    Severity.ERROR,
    "Lien sans texte",
    "Un lien n’a pas de texte : on ne peut ni le voir ni l’entendre.",
)
def empty_link(report: Reading) -> Iterator[Issue]:
    for link in report.links:
        target = link.url.strip() or str(link.page or link.document or "")
        if target and not link.text.strip("\u200b\ufeff\u00ad \t\r\n\u00a0\u202f"):
            yield Issue(
                link.place,
                f"Un lien vers « {target} » n’a pas de texte.",
                "Écrivez le texte du lien, ou supprimez le lien.",
                (target,),
            )


@rule(
    "dead-link",
    Severity.ERROR,
    "Lien vers l’administration, ou vers nulle part",
    "Un lien mène à l’administration, à un fichier d’un ordinateur, ou a une adresse qui n’est pas "
    "celle d’un lien : aucun lecteur n’y arrive. Il vient souvent d’un texte collé.",
)
def dead_link(report: Reading) -> Iterator[Issue]:
    for link in report.links:
        url = link.url.strip()
        # an anchor is the matter of `broken-anchor`
        if url and not url.startswith("#") and is_dead(url):
            yield Issue(
                link.place,
                f"Le lien « {link.text.strip()} » mène à « {url} », où aucun lecteur n’arrive.",
                "Donnez l’adresse d’une page publique, ou retirez le lien.",
                (link.text, url),
            )
