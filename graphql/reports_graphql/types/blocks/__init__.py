"""One type per block of a report, by family; `body` composes them."""
