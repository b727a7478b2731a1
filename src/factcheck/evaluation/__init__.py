"""Measuring factcheck on labelled articles: what it finds, what it misses, and where on the way it lost it."""
