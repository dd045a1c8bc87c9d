"""When what is public changes: the content version, and the moments at which time alone moves it.

Triggers in the database renew the version within the transaction that changes something, whoever
makes the change and however: a form, a command, a bulk update or SQL.
"""
