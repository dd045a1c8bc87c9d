"""The GraphQL types. They present values that `reports` computes."""
