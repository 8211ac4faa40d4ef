"""修订 that are there: accepted, rejected, by whom."""
