"""Recognises portraits: a picture, the name of the person, and a quotation."""

from bs4 import BeautifulSoup, Tag

from reports.exchange.importing.components.nodes import element_after, new_tag

MAX_NAME_CHARACTERS = 120


def name_portraits(soup: BeautifulSoup) -> None:
    """Turn the name between a picture and a quotation into the caption of the picture."""
    for image in soup.find_all("img"):
        paragraph = image.parent
        if paragraph is None or paragraph.name != "p" or paragraph.get_text(strip=True):
            continue
        name = element_after(paragraph)
        quote = element_after(name) if name is not None else None
        if name is None or name.name != "p" or quote is None or quote.name != "blockquote":
            continue
        if not begins_bold(name) or len(name.get_text(strip=True)) > MAX_NAME_CHARACTERS:
            continue
        figure = new_tag(soup, "figure", paragraph)
        paragraph.insert_before(figure)
        figure.append(image.extract())
        caption = new_tag(soup, "figcaption", name)
        caption.extend(list(name.children))
        figure.append(caption)
        paragraph.decompose()
        name.decompose()


def begins_bold(paragraph: Tag) -> bool:
    """Return whether the first words of a paragraph are bold."""
    first = next((n for n in paragraph.children if str(n).strip()), None)
    return isinstance(first, Tag) and first.name in ("strong", "b")
