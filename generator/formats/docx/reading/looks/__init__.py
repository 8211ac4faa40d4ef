"""Reads what a document looks like, whichever program saved it."""
