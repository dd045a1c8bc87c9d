"""The audit log: who signed in, changed rights, published, or read what is private."""
