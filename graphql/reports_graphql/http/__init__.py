"""GraphQL over HTTP: one query per request, without cookies or users."""
