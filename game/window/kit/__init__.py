"""The kit: theme, type, paint, one tree of nodes, and the widgets made of them."""
