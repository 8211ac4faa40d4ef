"""What sentences say: numbers, enumerations, statements. Knows no rule."""
