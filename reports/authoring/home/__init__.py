"""The home page of the admin: panels that list what waits for the user."""
