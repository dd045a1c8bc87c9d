"""The demonstration: a site with two reports and demonstration accounts."""
