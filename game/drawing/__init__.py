"""Everything that is drawn, as SVG text: people, places, things, icons and charts.

Nothing here knows a toolkit: the window turns the text into surfaces, a browser or a report embeds
it. The modules for use elsewhere are `portraits`, `looks`, `backdrops`, `props`, `icons`,
`table`, `envelope` and `charts`; for a browser also `gathering` and `dial`.

A place, a hair style and a garment are each a file in `places`, `hair` and `clothes`; an icon and
a prop are each a drawing in `assets`. The name of the file is the name of the thing, and adding
the file is all it takes to add it.
"""
