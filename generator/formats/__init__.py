"""One folder for each kind of file; only that folder imports its library."""
