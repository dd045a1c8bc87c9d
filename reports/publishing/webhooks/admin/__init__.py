"""Webhooks in the admin: the list, the form, and deliveries with their answers."""
