"""Reasons for refusing a sign-in, with French sentences that say what to do next."""

from enum import Enum

AGAIN = "Recommencez depuis la page de connexion."
CONFIGURED = (
    "Prévenez l’équipe qui exploite Bilan\xa0: la configuration du fournisseur est en cause."
)


class Reason(Enum):
    """A reason: its name is stored in the audit log, its value is the sentence for users."""

    CANCELLED = (
        f"La connexion n’a pas été menée à son terme chez le fournisseur d’identité. {AGAIN}"
    )
    STATE = f"Cette connexion n’a pas été commencée ici, ou elle a déjà servi. {AGAIN}"
    UNREACHABLE = "Le fournisseur d’identité ne répond pas. Réessayez dans quelques minutes."
    BUSY = (
        "Beaucoup de personnes se connectent en ce moment, ou le fournisseur d’identité est lent. "
        "Rechargez cette page dans quelques secondes."
    )
    MALFORMED = f"La réponse du fournisseur d’identité est illisible. {CONFIGURED}"
    ALGORITHM = f"La réponse n’est pas signée comme il est convenu. {CONFIGURED}"
    SIGNATURE = f"La signature de la réponse est fausse. {CONFIGURED}"
    ISSUER = f"La réponse vient d’un autre fournisseur d’identité. {CONFIGURED}"
    AUDIENCE = f"La réponse est destinée à un autre service. {CONFIGURED}"
    AUTHORIZED_PARTY = f"La réponse a été demandée par un autre service. {CONFIGURED}"
    EXPIRED = f"La réponse du fournisseur d’identité est périmée. {AGAIN}"
    NOT_YET_VALID = f"La réponse est datée de l’avenir\xa0: une horloge est déréglée. {CONFIGURED}"
    LIFETIME = f"La réponse du fournisseur d’identité vaut trop longtemps. {CONFIGURED}"
    NONCE = f"La réponse ne correspond pas à cette demande. {AGAIN}"
    SUBJECT = f"La réponse ne dit pas, ou pas partout de même, qui vous êtes. {CONFIGURED}"
    WEAK = (
        "Votre connexion n’est pas assez sûre\xa0: Bilan demande deux facteurs, un mot de passe et "
        "un code par exemple. Activez-les chez votre fournisseur d’identité, puis recommencez."
    )
    UNKNOWN = (
        "Aucun compte de Bilan n’est relié à cette identité. Demandez une invitation à quelqu’un "
        "du groupe Administration."
    )
    INVITATION_UNKNOWN = "Cette invitation n’existe pas. Vérifiez que l’adresse est complète."
    INVITATION_EXPIRED = "Cette invitation a expiré. Demandez-en une nouvelle."
    INVITATION_USED = (
        "Cette invitation a déjà servi. Si ce n’était pas vous, dites-le sans attendre."
    )
    INVITATION_LEFT = (
        "Une invitation a été acceptée ici il y a plus de dix minutes, sans suite. Rouvrez son "
        "adresse, ou connectez-vous sans elle."
    )
    IDENTITY_TAKEN = (
        "Votre identité est déjà reliée à un autre compte de Bilan. Connectez-vous sans "
        "l’invitation."
    )
    ACCOUNT_TAKEN = "Le compte de cette invitation est déjà relié à une autre identité."
    DISABLED = "Ce compte est désactivé. Adressez-vous à une personne du groupe Administration."
    NO_GROUP = (
        "Votre organisation ne vous donne aucun rôle dans Bilan. Demandez-lui de vous en donner un."
    )


class SignInRefused(Exception):
    """Raised when a sign-in is refused. `detail` is for the operators' log and has no token."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(reason.name)
        self.reason, self.detail = reason, detail
