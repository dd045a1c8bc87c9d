"""Working together: roles and what they may do, steps before publication, what waits for whom."""
