"""The currencies of figures, by the name of the unit in the graph."""

from typing import NamedTuple


class Currency(NamedTuple):
    """The ISO 4217 code of a currency, its sign beside numbers, and its French name."""

    code: str
    sign: str
    name: str


CURRENCIES = {
    "EURO": Currency("EUR", "€", "euros"),
    "POUND_STERLING": Currency("GBP", "£", "livres sterling"),
    "US_DOLLAR": Currency("USD", "USD", "dollars américains"),
    "SWISS_FRANC": Currency("CHF", "CHF", "francs suisses"),
}
