"""Makes a report of a document that this program did not write: one that was published."""
