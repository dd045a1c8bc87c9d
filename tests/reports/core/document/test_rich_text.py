"""Links in rich text, to addresses and to rows."""

from reports.core.document.rich_text import RichText, RichTextLink


def test_links_come_in_order_with_their_words():
    text = RichText(
        '<p><a href="/stats?a=1&amp;b=2">Voir <b>les</b>\n chiffres</a>, '
        '<a linktype="page" id="7">la page</a>, <a id="x" linktype="document">le guide</a></p>'
    )

    assert list(text.links) == [
        RichTextLink("Voir les chiffres", "/stats?a=1&b=2"),
        RichTextLink("la page", kind="page", row=7),
        RichTextLink("le guide", kind="document"),
    ]


def test_words_without_links_have_none():
    assert list(RichText("<p>Bonjour</p>").links) == []
