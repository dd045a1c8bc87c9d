"""Settings of mail and of the outbox. Each is an environment variable."""

from cms.settings import environment

# Without a server named, messages go nowhere; the first screen of who administers says so.
EMAIL_HOST = environment.read_text("EMAIL_HOST")
EMAIL_PORT = environment.read_integer("EMAIL_PORT", 587 if EMAIL_HOST else 25)
EMAIL_HOST_USER = environment.read_text("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = environment.read_text("EMAIL_HOST_PASSWORD")
_encrypted = environment.read_flag("EMAIL_USE_TLS", True)
EMAIL_USE_SSL = _encrypted and EMAIL_PORT == 465  # where servers expect TLS from the first byte
EMAIL_USE_TLS = _encrypted and not EMAIL_USE_SSL  # STARTTLS
EMAIL_TIMEOUT = 10  # seconds without a word from the mail server
DEFAULT_FROM_EMAIL = environment.read_text("DEFAULT_FROM_EMAIL", "bilan@localhost")
EMAIL_BACKEND = (
    "cms.operations.mail.OutboxBackend"
    if EMAIL_HOST
    else "django.core.mail.backends.dummy.EmailBackend"
)

# Threads beside the server deliver. With 0, `manage.py run_outbox` must run somewhere.
OUTBOX_IN_SERVER = environment.read_flag("OUTBOX_IN_SERVER", True)
# After so long, an entry whose runner was killed is delivered again. Longer than any delivery: a
# mail server may be silent for EMAIL_TIMEOUT at each of some ten steps.
OUTBOX_LEASE_SECONDS = environment.read_integer("OUTBOX_LEASE_SECONDS", 300, least=1)
OUTBOX_RETRY_SECONDS = environment.read_integer("OUTBOX_RETRY_SECONDS", 30, least=1)
# How long ended entries are kept, without what they said.
OUTBOX_DELIVERED_DAYS = environment.read_integer("OUTBOX_DELIVERED_DAYS", 7)
OUTBOX_GIVEN_UP_DAYS = environment.read_integer("OUTBOX_GIVEN_UP_DAYS", 30)
