"""What can be wrong with the journal of a workshop: fact, what is safe, remedy. English."""

from game.words import Catalogue

WORDS: Catalogue = {
    "journal.bad-address": "{place} is not a database that the game can use. Write --database "
    "postgresql+psycopg://NAME@HOST/DATABASE, or leave --database out.",
    "journal.no-driver": "The database {place} needs psycopg, which is not installed. Start with: "
    "python3 -m uv run --no-dev --extra postgres main.py",
    "journal.unreachable": "The database {place} can't be reached, or won't let the game in. What "
    "was saved is safe there. See whether it is running, and whether the address, the name and "
    "the password are right.",
    "journal.unwritable": "The workshops can't be kept in {place} ({why}). See whether you may "
    "write there, or set another folder in SAMENSPEL_HOME.",
    "journal.not-a-journal": "{place} is not a file of workshops, and has been left as it is. "
    "Give another place for them.",
    "journal.serving": "Workshops are being hosted from {place} already. Go on in that window, or "
    "close it first.",
    "journal.full": "The disk is full: {place} can't grow. What was saved is safe, and what was "
    "being done just now is not saved. Make room on the disk and do it again.",
    "journal.disk-error": "The disk under {place} gives an error. What was saved before is safe "
    "as long as the disk holds; what was being done just now is not. See whether there is room, "
    "and make a copy of the file elsewhere.",
    "journal.locked": "Another program is holding {place}. Nothing is lost, but what was being "
    "done just now is not saved. Close that program and do it again.",
    "journal.damaged": "{place} is damaged. Close everything that uses it and start the workshop "
    "again: whatever can still be read is then put in a new file, and the damaged one is kept.",
    "journal.not-allowed": "The database {place} won't let the game write. Ask its administrator "
    "for the right to create tables and to write in them.",
    "journal.failed": "The database {place} gives an error that the game doesn't know. What was "
    "saved is safe; what was being done just now is not saved. Do it again.",
    "journal.not-wiped": "The room is gone from the list, but its words may still be in {place}: "
    "another program has it open, or the disk is full. Put that right, and purge the room again.",
    "journal.rescued": "The file of workshops was damaged. Whatever could be read has been put in "
    "a new file, and the workshops go on from there; the damaged one is kept as {path}.",
}
