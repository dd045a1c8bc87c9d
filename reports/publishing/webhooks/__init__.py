"""Webhooks: signed messages to other services about public changes."""
