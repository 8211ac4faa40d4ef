"""Is the report right?"""
