"""The forms that the program knows: where they lie, and what is said of them."""
