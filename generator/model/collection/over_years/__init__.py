"""Several years side by side: differences, growth, and the sentences on them."""
