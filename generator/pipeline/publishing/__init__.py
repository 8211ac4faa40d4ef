"""Publishing: whether a document can go out, and the files that go out."""
