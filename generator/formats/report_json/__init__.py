"""A report as JSON, which other systems hand over and take: everything that knows this form."""
