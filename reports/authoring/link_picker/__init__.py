"""The picker of links: what a link may lead to, found by what somebody types."""
