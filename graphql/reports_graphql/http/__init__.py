"""GraphQL over HTTP: one request, one answer, without a cookie or a user."""
