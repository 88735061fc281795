"""Hair styles, one to a file. The words that ask for one are next to its drawing.

Each file holds a function named after it, made into a style by `hair_style`.
"""
