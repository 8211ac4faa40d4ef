"""Draws a Word template for a form, which an office then dresses as it likes."""
