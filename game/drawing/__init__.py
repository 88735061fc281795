"""Everything that is drawn, as SVG text: people, places, things, icons and charts.

Nothing here knows a toolkit: the window makes surfaces of the text, a browser and a report embed
it. The doors are `portraits`, `looks`, `backdrops`, `props`, `icons`, `furniture` and `charts`.

A place, a hair style and a garment are each a file in `places`, `hair` and `clothes`; an icon and
a prop are each a drawing in `assets`. The name of the file is the name of the thing, and adding
the file is all there is to adding it.
"""
