"""The browser: a renderer that makes pages of what a seat may see, and reads its choices back.

It knows no rule of the game, no network and no clock. `page` makes whole pages and `play` what is
on them; `choice` reads a form; `files` has all that a page asks for: style, fonts and drawings,
each under the address that the page gives it. The addresses are relative: whoever serves pages
serves `files.served` beside them.
"""
