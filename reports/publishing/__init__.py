"""Publishing reports and the records that came with them."""
