"""The laboratory: published experiments stated in a file, and classical strategies.

    load_lab(path) -> LoadedLab                       read.py
    play_lab(lab, plays, seed, strategies) -> LabResult   play.py
    tournament(turns, repetitions, noise, seed, strategies) -> Tournament   tournament.py

What can't be played raises LabRefusal (wanted.py), with plain words in Dutch and in English.
"""
