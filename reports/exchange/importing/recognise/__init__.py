"""Recognisers: each looks at one shape in the tree and answers with blocks, or with None."""
