"""Collects recognised blocks, and joins those that belong to the last one."""

from collections.abc import Sequence

from bs4 import Tag

from reports.core.text.rich_text import plain
from reports.exchange.importing import loss
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.inline import href_of, words_of
from reports.exchange.importing.items import Item
from reports.exchange.importing.line_marks import line_of
from reports.exchange.importing.recognise import charts, named_lists
from reports.exchange.importing.recognise.downloads import is_download, recognise_download


class DraftCollector:
    """Collects drafts in the order of the file, with notices and the lines of prose."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.notices: list[Notice] = []
        self.cell_links: set[int] = set()  # of tables, which say themselves what became of them
        self.prose_lines: list[tuple[int, str]] = []
        self.named_cards: Draft | None = None
        """The last block of cards whose names stand above their lists."""
        self.headed_cards: dict[int, Draft] = {}
        """The cards that lists below headings would be, by the id of the draft of the heading."""

    @property
    def open_draft(self) -> Draft | None:
        """The last block, if what follows may still join it."""
        last = self.drafts[-1] if self.drafts else None
        return None if last is not None and last.is_commented else last

    def rich(self, html: str, line: int) -> None:
        last = self.open_draft
        if last is not None and last.kind == "paragraph":
            last.value["text"] += html
        else:
            self.drafts.append(Draft("paragraph", line, {"text": html}))

    def link(self, link: Tag, line: int) -> None:
        if is_download(link):
            self.drafts.append(recognise_download(link, line))
            return
        value = {"text": words_of(link), "url": href_of(link)}
        last = self.open_draft
        if last is not None and last.kind == "links":
            last.value["items"].append(value)
        else:
            self.drafts.append(Draft("links", line, {"items": [value]}))

    def add(self, draft: Draft) -> None:
        """Add a block, or join it to the last one.

        Accordions in a row become one block. A list of incubators becomes the second group of
        another one, if only one line of words is between them.
        """
        last = self.open_draft
        if draft.kind == "accordion" and last is not None and last.kind == "accordion":
            last.value["items"] += draft.value["items"]
            return
        before = [each for each in self.drafts[-2:] if not each.is_commented]
        if draft.kind == "incubator_list" and [d.kind for d in before] == [
            "incubator_list",
            "paragraph",
        ]:
            first, words = before
            lead = plain(words.value["text"])
            if "incubateur" in lead.lower() and "\n" not in lead:
                draft.value["groups"][0]["lead"] = lead
                first.value["groups"] += draft.value["groups"]
                self.drafts.pop()
                return
        self.drafts.append(draft)

    def add_named_list(self, items: Sequence[Item], seen: str) -> bool:
        """Add the card of a list whose name is the line above it; return whether it is one.

        Cards in a row become one block.
        """
        name = self.open_draft
        notices: list[Notice] = []
        if name is not None and name.kind == "heading":
            headed = named_lists.recognise_headed_list(items, name, notices)
            if headed and loss.keeps_words(headed, f"{name.value['text']} {seen}"):
                self.headed_cards[id(name)] = headed
            return False
        card = name and named_lists.recognise_named_list(items, name, notices)
        if name is None or card is None:
            return False
        above = plain(named_lists.find_name(name))
        if not loss.keeps_words(card, f"{above} {seen}"):
            return False
        self.notices += notices
        if not named_lists.take_name(name):
            self.drafts.pop()
        last = self.open_draft
        if last is not None and last is self.named_cards and last.kind == card.kind:
            last.value["cards"] += card.value["cards"]
        else:
            self.drafts.append(card)
            self.named_cards = card
        return True

    def image(self, image: Tag, caption: str) -> None:
        if charts.is_chart(image, caption):
            draft = charts.recognise_chart(image, None, caption)
        else:
            draft = charts.recognise_picture(image, caption)
        self.drafts.append(draft)

    def transcription(self, element: Tag) -> None:
        """Give a transcription to the picture right before it, or keep it as rich text."""
        line = line_of(element)
        transcription = charts.read_transcription(element)
        last = self.open_draft
        if last is not None and last.image is not None:
            caption = str(last.value.get("caption") or last.value.get("note") or "")
            self.drafts[-1] = charts.recognise_chart(last.image, transcription, caption)
            return
        self.notices.append(Notice(line, "transcription sans image : gardée comme texte riche."))
        title = f"<p><b>{transcription.title}</b></p>" if transcription.title else ""
        self.rich(title + transcription.html, line)
