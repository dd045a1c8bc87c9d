"""Keeps the old import path of the local authentication backend, which open sessions store."""
