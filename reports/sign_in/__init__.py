"""Keeps the old import path of the provider's authentication backend, which open sessions store."""
