"""What is said of a result: Chinese for people, JSON for programs. Knows no terminal."""
