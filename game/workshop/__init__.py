"""A workshop: a room with tables, the people at them, and what happens there, as data.

What is true of a room stands in its journal, and nowhere else: a row for everything that was
accepted, in streams of their own for the room and for each of its tables. A room and a table are
what comes of reading those rows in order (`room`, `table`); what somebody wants to do leads to new
rows, or to a reason why not (`wishes`). The `hall` writes the rows and tells who listens.

Nothing here knows a browser, and but for the hall and the journal nothing knows the time either:
it comes with each row.
"""
