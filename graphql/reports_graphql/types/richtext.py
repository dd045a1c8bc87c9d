import strawberry
from strawberry import Parent

from reports.document import rich_text as nodes
from reports.text import rich_text
from reports_graphql.context import Info


def rich_text_html(words: Parent[nodes.RichText], info: Info) -> str:
    return rich_text.resolve_links(words.html, info.context.load.addresses(words.html))


@strawberry.type(description="Du texte mis en forme.")
class RichText:
    """Never instantiated: a `RichText` of a document stands for itself."""

    html: str = strawberry.field(
        resolver=rich_text_html,
        description="HTML assaini. Ses liens ont trois sortes d’adresses : vers un document, un "
        "chemin sur ce serveur (« /documents/… ») ; vers une page, son chemin public "
        "(« /bilan/2023/ ») ; tout autre lien est tel qu’imprimé. Un lien vers ce qui n’est pas "
        "public devient du texte.",
    )
    plain: str = strawberry.field(
        name="text", description="Les mots seuls, une ligne par paragraphe ou élément de liste."
    )
