"""Pages in the admin: how they are chosen, copied, published and unscheduled."""
