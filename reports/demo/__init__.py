"""The demonstration: a site around two reports, and accounts."""
