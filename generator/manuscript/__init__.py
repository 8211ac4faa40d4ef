"""A document as its readers see it, and the way from it back to a report; knows no XML."""
