"""How people sign in: through the provider of their organisation, or with a local account."""
