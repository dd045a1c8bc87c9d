"""Records in the editor: found by typing, made on the spot, kept while something uses them."""
