"""What a document says, as it is published: headings, text, figures and tables, in order."""
