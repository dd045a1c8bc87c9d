"""The types of the graph. They translate values that `reports` computes."""
