"""Roles: their groups and permissions, the accounts that have them, the steps of a review."""
