"""Long work for somebody who watches it: how far it is, and a way to stop between files."""
