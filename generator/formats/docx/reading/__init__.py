"""From the XML of a document to a manuscript."""
