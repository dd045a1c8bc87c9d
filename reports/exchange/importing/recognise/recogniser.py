"""Walks through the tree of a file, and passes each element to the recogniser for its kind."""

from collections.abc import Iterable, Sequence
from html import escape

from bs4 import BeautifulSoup, Tag
from bs4.element import PageElement

from reports.core.text.anchors import normalize_anchor
from reports.core.text.rich_text import plain
from reports.core.text.words import split_words
from reports.exchange.importing import loss
from reports.exchange.importing.comments.block import read_commented_block
from reports.exchange.importing.comments.comment import BlockComment
from reports.exchange.importing.comments.regions import split_regions
from reports.exchange.importing.components import tooltips
from reports.exchange.importing.components.accordions import ACCORDION, TITLE
from reports.exchange.importing.components.nodes import HEADING, has_class
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.inline import (
    has_nothing_else,
    holds_only,
    href_of,
    html_of,
    is_block,
    only_link,
    significant_nodes,
    words_of,
)
from reports.exchange.importing.items import items_of
from reports.exchange.importing.line_marks import line_of
from reports.exchange.importing.recognise import (
    accordions,
    charts,
    definition_lists,
    draft_passes,
    list_context,
    lists,
    named_lists,
    prose,
    tables,
)
from reports.exchange.importing.recognise.downloads import is_download, recognise_download
from reports.exchange.importing.recognise.draft_collector import DraftCollector

# Their words are paragraphs: what they say beyond that is for a frontend to say again.
LINES = ("p", "summary", "dt", "dd", "figcaption", "legend", "address")
CONTAINERS = (
    *("div", "section", "article", "main", "aside", "header", "footer", "nav", "form"),
    *("details", "dl", "fieldset"),
)


class Recogniser(DraftCollector):
    """Recognises the blocks of a tree in one pass. `drafts` and `notices` are the result."""

    def report(self, soup: BeautifulSoup, comments: Sequence[BlockComment] = ()) -> None:
        """Recognise the whole tree, and add notices of what was lost.

        The elements below a comment become the block that it names.
        """
        links = loss.list_links(soup)
        self.notices += loss.find_struck_text(soup)
        for comment, nodes in split_regions(soup, comments):
            self.children(self.commented(comment, nodes) if comment else nodes)
        linked = {normalize_anchor(link.address) for link in links if link.address.startswith("#")}
        self.drafts = named_lists.join_headed_cards(self.drafts, self.headed_cards, linked)
        self.drafts = draft_passes.run_passes(self.drafts, self.notices)
        elsewhere = [link for link in links if id(link.tag) not in self.cell_links]
        self.notices += loss.lost_links(elsewhere, self.drafts)
        self.notices += loss.figures_in_prose(self.drafts)
        kept = {id(draft.image) for draft in self.drafts}
        for image in soup.find_all("img"):
            if id(image) not in kept:
                message = "image au milieu de mots : seul son texte alternatif est gardé."
                self.notices.append(Notice(line_of(image), message))

    def commented(self, comment: BlockComment, nodes: list[PageElement]) -> list[PageElement]:
        """Read the block of a comment; return the nodes below that are not part of it."""
        draft, rest, notices = read_commented_block(comment, nodes)
        self.drafts.append(draft)
        self.notices += notices
        if draft.kind == "paragraph":
            self.prose_lines.append((draft.line, plain(draft.value.get("text") or "")))
        return rest

    def children(self, nodes: Iterable[PageElement]) -> None:
        """Recognise siblings; runs of inline nodes between blocks are paragraphs."""
        run: list[PageElement] = []
        for node in list(nodes):
            if isinstance(node, Tag) and is_block(node):
                self.prose(run)
                run = []
                self.element(node)
            else:
                run.append(node)
        self.prose(run)

    def element(self, element: Tag) -> None:
        classes = element.get_attribute_list("class")
        if HEADING.match(element.name):
            if words_of(element):
                self.drafts.append(prose.recognise_heading(element))
        elif "fr-transcription" in classes:
            self.transcription(element)
        elif ACCORDION in classes:
            self.accordion(element)
        elif element.name == "dl":
            self.definition_list(element)
        elif "fr-callout" in classes and not element.find(["h1", "h2", "table"]):
            self.drafts += prose.recognise_callout(element)
        elif element.name in LINES:
            self.paragraph(element)
        elif element.name in ("ul", "ol"):
            self.list(element)
        elif element.name == "table":
            self.table(element, "")
        elif element.name == "blockquote":
            self.drafts.append(prose.recognise_quote(element))
        elif element.name == "figure":
            self.figure(element)
        elif element.name == "hr":
            pass
        elif element.name in CONTAINERS or element.find(is_block):
            self.children(element.children)
        else:
            self.unknown(element)

    def accordion(self, element: Tag) -> None:
        """Add an accordion of prose, or else a panel with the blocks in it."""
        draft = accordions.recognise_accordion(element)
        if draft is None or not loss.keeps_words(draft, words_of(element)):
            self.panel(element)
            return
        self.add(draft)

    def panel(self, element: Tag) -> None:
        """Add the title of a panel, the blocks in it, and the end of the panel."""
        title = element.select_one(f".{TITLE}")
        if title is not None:
            self.drafts.append(Draft("panel", line_of(title), {"title": words_of(title)}))
            title.extract()
        self.children(element.children)
        if title is not None:
            self.drafts.append(Draft("panel", line_of(element), {"title": ""}))

    def definition_list(self, element: Tag) -> None:
        draft = definition_lists.recognise_definition_list(element)
        if draft is None or not loss.keeps_words(draft, words_of(element)):
            self.children(element.children)
            return
        if has_class(element, tooltips.LIST):
            draft.printed = words_of(element.find_all("dd"))  # what it defines was said before
        else:
            list_context.drop_doubtful_terms(draft, list_context.read_words_before(self.drafts))
        self.drafts.append(draft)

    def paragraph(self, element: Tag) -> None:
        image = charts.image_of(element)
        if image is not None:
            self.image(image, "")
        elif element.find("img") or element.find(is_block):
            self.children(element.children)
        else:
            self.prose(list(element.children), element)

    def prose(self, nodes: list[PageElement], element: Tag | None = None) -> None:
        """Add inline nodes as a link, downloads, a quote or part of a paragraph."""
        if any(
            isinstance(node, Tag) and (node.name == "img" or node.find("img")) for node in nodes
        ):
            self.recognise_mixed(nodes)
            return
        if not words_of(nodes):
            return
        line = line_of(element if element is not None else significant_nodes(nodes)[0])
        links = [link for node in significant_nodes(nodes) if (link := only_link([node]))]
        if len(links) > 1 and holds_only(nodes, links) and all(map(is_download, links)):
            self.drafts += [recognise_download(link, line) for link in links]
            return
        self.prose_lines.append((line, words_of(nodes)))
        link = only_link(nodes)
        if link is not None and href_of(link):
            self.link(link, line)
            return
        if (quote := prose.recognise_attributed_quote(nodes, line)) is not None:
            self.drafts.append(quote)
            return
        html = f"<p>{html_of(nodes)}</p>"
        self.rich(html, line)

    def recognise_mixed(self, nodes: list[PageElement]) -> None:
        """Add words and the pictures between them, in their order."""
        run: list[PageElement] = []
        for node in nodes:
            if isinstance(node, Tag) and (node.name == "img" or node.find("img")):
                self.prose(run)
                run = []
                if node.name == "img":
                    self.image(node, "")
                else:
                    self.children(node.children)
            else:
                run.append(node)
        self.prose(run)

    def list(self, element: Tag) -> None:
        """Add a list as the first recogniser reads it; else as facts or as rich text."""
        items, line, seen = items_of(element), line_of(element), words_of(element)
        if not items:
            self.children(element.children)
            return
        if all(item.link is not None and is_download(item.link) for item in items):
            self.drafts += [recognise_download(item.link, item.line) for item in items if item.link]
            return
        if not all(item.simple for item in items):
            self.rich(html_of(element), line)
            self.notices.append(Notice(line, "liste au contenu mêlé gardée comme texte riche."))
            return
        if (first := str(element.get("start", "1"))) != "1":  # of blocks each list begins at 1
            self.rich(html_of(element), line)
            message = f"liste numérotée à partir de {first} : gardée comme texte riche."
            self.notices.append(Notice(line, message))
            return
        if element.name == "ul" and self.add_named_list(items, seen):
            return
        for recogniser in lists.ORDERED if element.name == "ol" else lists.RECOGNISERS:
            notices: list[Notice] = []
            draft = recogniser(items, line, notices)
            if draft is None:
                continue
            words_before = list_context.read_words_before(self.drafts)
            list_context.drop_doubtful_terms(draft, words_before)
            if list_context.is_plausible(draft, words_before) and loss.keeps_words(draft, seen):
                self.notices += notices
                self.add(draft)
                return
        draft = lists.recognise_fact_list(items, line, self.notices, element.name == "ol")
        if draft is not None and loss.keeps_words(draft, seen):
            self.drafts.append(draft)
            return
        self.rich(html_of(element), line)
        if draft is not None:
            message = "liste dont la structure perdrait des mots : gardée comme texte riche."
            self.notices.append(Notice(line, message))

    def table(self, element: Tag, caption: str) -> None:
        own_caption = element.find("caption")
        seen = words_of(element) if own_caption else f"{caption} {words_of(element)}"
        html, notices = html_of(element), list[Notice]()
        words_before = list_context.read_words_before(self.drafts)
        draft = tables.recognise_table(element, caption, words_before, notices)
        if draft is None or not loss.keeps_words(draft, seen):
            if split_words(seen):
                self.rich(
                    html if own_caption or not caption else f"<p>{escape(caption)}</p>{html}",
                    line_of(element),
                )
                message = "tableau dont la structure perdrait des mots : gardé comme texte riche."
                self.notices.append(Notice(line_of(element), message))
            return
        self.notices += notices
        self.cell_links |= {id(link) for link in element.find_all("a")}
        self.drafts.append(draft)

    def figure(self, element: Tag) -> None:
        """Add an image with its caption and transcription, or a table with its caption."""
        image, table = element.find("img"), element.find("table")
        if isinstance(image, Tag) and isinstance(table, Tag) and charts.give_data(element, table):
            table = None
        caption, transcription = element.find("figcaption"), element.select_one(".fr-transcription")
        words = words_of(caption) if isinstance(caption, Tag) else ""
        if isinstance(image, Tag) and has_nothing_else(element, image, caption, transcription):
            self.image(image, words)
            if transcription is not None:
                self.transcription(transcription)
        elif isinstance(table, Tag) and has_nothing_else(element, caption, table):
            self.table(table, words)
        else:
            self.children(element.children)

    def unknown(self, element: Tag) -> None:
        if words_of(element):
            line = line_of(element)
            html = html_of(element)
            self.rich(html if html.startswith("<") else f"<p>{html}</p>", line)
            self.notices.append(
                Notice(line, f"<{element.name}> n’a pas été reconnu : gardé comme texte riche.")
            )
