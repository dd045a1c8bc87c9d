"""Webhooks in the admin: the list, the form, deliveries with their answers."""
