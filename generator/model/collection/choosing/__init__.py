"""Which file of a unit is taken, and what became of the others."""
