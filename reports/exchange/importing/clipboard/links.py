"""Cleans the links of a clipboard: a link that leads readers nowhere becomes its words."""

from bs4 import BeautifulSoup, Tag

from reports.content.validation.site_addresses import host_and_port, is_dead, is_own, to_path
from reports.exchange.importing.office_html import find_target

ONE = "Un lien ne mène nulle part pour les lecteurs : ses mots restent, sans lien."
SEVERAL = "{} liens ne mènent nulle part pour les lecteurs : leurs mots restent, sans lien."


def unwrap_dead_links(soup: BeautifulSoup) -> list[str]:
    """Change links in place: unwrap dead ones, resolve redirections, make own addresses paths."""
    targets = {
        str(tag.get(name))
        for tag in soup.find_all(True)
        for name in ("id", "name")
        if tag.get(name)
    }
    own: dict[tuple[str, int | None], bool] = {}
    count = 0
    for link in soup.find_all("a", href=True):
        address = find_target(str(link["href"]))
        if address.startswith("#") and len(address) > 1:
            if address[1:] in targets:
                continue  # a footnote, or a heading that was copied too
            address = "#"
        if is_dead(address):
            count += bool(link.get_text().strip())
            drop_address(link)
        elif not link.get_text().strip() and link.find("img") is None:
            drop_address(link)  # the sign beside a heading
        else:
            site = host_and_port(address)  # whose it is, the database says
            if site not in own:
                own[site] = is_own(address)
            link["href"] = to_path(address) if own[site] else address
    if not count:
        return []
    return [ONE if count == 1 else SEVERAL.format(count)]


def drop_address(link: Tag) -> None:
    """Remove the address of a link; keep the element if links lead to it."""
    del link["href"]
    if not (link.get("id") or link.get("name")):
        link.unwrap()
