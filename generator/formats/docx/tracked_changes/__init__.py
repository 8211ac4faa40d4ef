"""修订 in a document: those that are there, and those that we write."""
