"""The straight lines, each in a room of its own. What a Python caller imports."""
