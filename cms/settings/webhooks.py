"""Settings of webhooks: the networks that they may reach. Each is an environment variable."""

from cms.settings import environment
from cms.settings.authorities import CA_BUNDLE

# Networks that are not public and may be told all the same, such as 10.1.0.0/16.
WEBHOOK_ALLOWED_NETWORKS = environment.read_networks("WEBHOOK_ALLOWED_NETWORKS")
# The authority that signs certificates of addresses within; public ones where both are empty.
WEBHOOK_CA_FILE = environment.read_certificates("WEBHOOK_CA_FILE") or CA_BUNDLE
