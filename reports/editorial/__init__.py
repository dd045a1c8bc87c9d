"""Only the path by which open sessions name their backend of authentication."""
