"""Pictures of a report: everything that knows Pillow."""
