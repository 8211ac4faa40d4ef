"""Everything that must not go out, each put into a document as Word writes it."""
