"""The browser: a renderer that makes pages of what a seat may see, and the server of a workshop.

It knows no rule of the game. Making pages needs no network and no clock: `page` makes the shell and
`play` what is on it; `choice` reads a form; `files` has all that a page asks for: style, fonts and
drawings, each under the address that the page gives it. `app` says which address leads to what:
`seat`, `console`, `wall` and `joining` are what it serves, to whom `doors` and `guards` let in.
"""
