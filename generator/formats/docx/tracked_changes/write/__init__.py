"""修订 that we write."""
