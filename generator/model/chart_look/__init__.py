"""What a chart looks like, whatever draws it: a document, a page or a drawing of its own."""
