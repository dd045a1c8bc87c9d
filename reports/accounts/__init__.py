"""Signing in: through the identity provider of an organisation, or with a local account."""
