"""The document as it is published: what nobody but its writers needs is not in it."""
