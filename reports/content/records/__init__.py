"""Records in the admin: search and creation in forms, merging, protection while they are used."""
