"""What many units handed in, gathered, added up, and told back to them."""
