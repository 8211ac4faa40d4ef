"""A folder as people see it: what lies in it, whose it is, and how far each report is."""
