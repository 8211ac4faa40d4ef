"""What the page asks: each module answers for one of its views or buttons."""
