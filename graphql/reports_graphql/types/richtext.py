import strawberry
from strawberry import Parent

from reports.document import rich_text as nodes
from reports.text import rich_text
from reports_graphql.context import Info
from reports_graphql.scalars import HTML


def rich_text_html(words: Parent[nodes.RichText], info: Info) -> HTML:
    return HTML(rich_text.resolve_links(words.html, info.context.load.addresses(words.html)))


@strawberry.type(description="Text with its formatting.")
class RichText:
    """Never instantiated: a `RichText` of a document stands for itself."""

    html: HTML = strawberry.field(
        resolver=rich_text_html,
        description="The text as HTML. A link to a document is a path on this server (« "
        "/documents/… »), a link to a page its public path (« /bilan/2023/ »), any other link is "
        "as printed. A link to what is not public becomes text.",
    )
    plain: str = strawberry.field(
        name="text", description="The words alone, with a line for each paragraph or list item."
    )
