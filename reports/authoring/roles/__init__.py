"""Roles: their groups and permissions, the views of accounts, and the steps of a review."""
