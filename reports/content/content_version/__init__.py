"""The content version: a token that changes with everything public, and is part of cache keys.

Triggers in the database renew it within the transaction of a change, whether a form, a command, a
bulk update or SQL makes it. `version` also tells when public content next changes by time alone.
"""
