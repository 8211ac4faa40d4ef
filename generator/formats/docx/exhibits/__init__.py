"""Pictures, charts and further tables, put where a filled document marks their places."""
