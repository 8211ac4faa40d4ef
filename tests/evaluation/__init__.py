"""How well the rules do on reports that people have read."""
