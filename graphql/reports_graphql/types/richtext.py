import strawberry

from reports import richtext
from reports_graphql.context import Info
from reports_graphql.fields import computed


@strawberry.type(description="Du texte mis en forme.")
class RichText:
    source: strawberry.Private[str]

    @computed(
        "HTML assaini. Ses liens ont trois sortes d’adresses : vers un document, un chemin sur ce "
        "serveur (« /documents/… ») ; vers une page, son chemin public (« /bilan/2023/ ») ; tout "
        "autre lien est tel qu’imprimé. Un lien vers ce qui n’est pas public devient du texte."
    )
    def html(self, info: Info) -> str:
        return richtext.resolve(self.source, info.context.load.addresses(self.source))

    @computed("Les mots seuls, une ligne par paragraphe ou élément de liste.")
    def text(self) -> str:
        return richtext.plain(self.source)
