"""Charts as drawings that any page can show."""
