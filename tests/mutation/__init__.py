"""Mutation runs: put faults into the code one at a time, and see which ones the tests notice.

    python -m tests.mutation                                200 faults, evenly over the rooms
    python -m tests.mutation --rooms view,pages --faults 60 --seed 2
    python -m tests.mutation --list                         show the faults, run nothing
    python -m tests.mutation --only 1a2b3c4d                one fault again
    python -m tests.mutation --from FILE                    faults of one's own, see below
    python -m tests.mutation --out FILE --at-least 80       for a program; exit 1 when under 80%

A fault is one change of one line: `<` becomes `<=`, a condition always holds, a statement is
gone, `seat` stands where `other` did. The same seed gives the same faults for the same code. A
line that changed brings other faults; the rest of the sample stays as it was.

How to read the report. `caught`: a test that says what the game does failed. `golden`: only a
transcript of earlier plays or a picture differed, which says that something changed and not that
it is wrong; count on such a test only until somebody regenerates it. `hung`: a test took ten times
as long as before and half a minute more; that counts as noticed. `survived`: every test that was
run passed; the line is executed and yet nobody says what it should do. A survivor wants a test that
states the promise, or less code. `equivalent`: somebody read it and found that nothing anyone can
notice changes; such faults are listed with the reason in equivalent.toml, by their code and not by
their line number, and count neither way.

What it can't see: what a test does in a process of its own is not attributed to that test. Of all
tests that execute a line, one case of each runs first, the quickest before the slower ones, up to
`--limit` CPU seconds; a survivor says how many were left out.

The first run in a state of the tree runs the whole suite once to learn which test executes which
line (kept in .mutation_cache, with the verdicts: an interrupted run goes on where it was). After
that a fault costs a few seconds when it is caught and the limit when it is not.

Faults of one's own are a TOML file of entries `[[fault]]` with `path`, `old` and `new`; `old` must
occur exactly once in the file.

The rooms and their paths stand in rooms.py. Faults are chosen in faults.py from the alterations of
alterations.py; selection.py finds the tests; run.py and worker.py run them; report.py tells.
"""
