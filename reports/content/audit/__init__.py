"""The audit log: sign-ins, changes of rights, publications, and access to private data."""
