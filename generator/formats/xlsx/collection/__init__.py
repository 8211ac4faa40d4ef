"""The sheets of a collection: the units, their files, their figures, and what is wrong."""
