"""Getting the game onto a laptop: as a package, and as a folder that needs no internet."""
