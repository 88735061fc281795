"""Charts as descriptions, and how a description becomes SVG.

`trust`, `quadrants` and `what_if` each turn plain values into a `Chart`; `markup` writes any chart
as SVG, with labels for a page or without them for a renderer that has its own fonts.
"""
