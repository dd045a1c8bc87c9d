"""The home page of the admin: panels that list what needs the user's attention."""
