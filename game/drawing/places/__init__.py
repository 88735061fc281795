"""Places to meet, one to a file; `works_council.py` is the backdrop `works-council`.

Each file holds a function named after it, made into a place by `place`.
"""
