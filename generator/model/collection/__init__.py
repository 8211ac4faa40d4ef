"""What many units handed in: who has filed, what is added up, and what is said of all of them."""
