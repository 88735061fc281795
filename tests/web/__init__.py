"""The browser as a renderer: pages, forms and what they ask for."""
