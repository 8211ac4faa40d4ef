"""Charts as drawings: for pages and for PDF, which have no charts of their own."""
