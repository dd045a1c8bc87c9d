"""Settings of webhooks: where they may lead. Each of these is an environment variable too."""

from cms.settings import environment

# Networks that are not public and may be told all the same, such as 10.1.0.0/16.
WEBHOOK_ALLOWED_NETWORKS = environment.read_networks("WEBHOOK_ALLOWED_NETWORKS")
# The authority that signs certificates of addresses within; public ones where it is empty.
WEBHOOK_CA_FILE = environment.read_text("WEBHOOK_CA_FILE")
