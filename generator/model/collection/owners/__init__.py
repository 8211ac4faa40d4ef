"""Whose a file is, by the names that it and the list say."""
