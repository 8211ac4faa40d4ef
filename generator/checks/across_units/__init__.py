"""What many units handed in, against each other, against last year's, and against their sum."""
