"""The GraphQL types of blocks, one for each type of block, a module for each family."""
