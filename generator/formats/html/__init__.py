"""The published report as a web page, and as a piece of one that a site takes into its own."""
