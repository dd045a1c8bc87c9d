"""Pictures and documents: permissions, forms, checks of files, and choosers in the admin."""
