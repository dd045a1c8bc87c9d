"""The certificate authorities for connections from this server to other services."""

from cms.settings import environment

# Of the provider of identities, bucket, mail server, PostgreSQL, Redis and receivers of webhooks,
# in place of the public authorities; these where it is empty.
CA_BUNDLE = environment.read_certificates("CA_BUNDLE")
