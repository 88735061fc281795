"""What `main.py rooms`, the rehearsal and a table on one laptop say. English."""

from game.words import Catalogue

WORDS: Catalogue = {
    "help.rooms": "Show which rooms are kept on this laptop, take one out, or delete them.",
    "help.rooms.export": "Write the play of every table and all that happened to files, without "
    "names.",
    "help.rooms.out": "The folder that those files go into.",
    "help.rooms.purge": "Delete this room for good, with all that is kept of it.",
    "help.rooms.purge_all": "Delete all rooms for good.",
    "help.rooms.yes": "Delete without asking first.",
    "help.rooms.database": "The rooms in this database, instead of those in our own file.",
    "rooms.none": "No rooms are kept on this laptop.",
    "rooms.one": "{code}  {when}  {scenario}{mark}: {how}, {size}",
    "rooms.rehearsal": "rehearsal",
    "rooms.who": "{people:one person|# people} at {tables:one table|# tables}",
    "rooms.nobody": "nobody came in",
    "rooms.finished": "played to the end",
    "rooms.unfinished": "not played to the end",
    "rooms.unreadable": "this version of the game can't read it",
    "rooms.size": "{kb} kB",
    "rooms.what-now": "To take a room out: {program} rooms --export CODE --out DIR\nTo delete a "
    "room for good: {program} rooms --purge CODE",
    "rooms.one-thing": "Those are two things at once. Choose one: --export, --purge or "
    "--purge-all.",
    "rooms.unknown": "There is no room {written}.",
    "rooms.none-of-it": "There is no room {written}: no rooms are kept here.",
    "rooms.no-out": "Where should it go? Name a folder with --out.",
    "rooms.cannot-read": "This version of the game can't read room {code}, and has left it as it "
    "is. Use the version that made it.",
    "rooms.still-played": "{n:One table is|# tables are} still in play: a play is taken out once "
    "it is over, or once the debrief is open.",
    "rooms.exported": "{n:# file|# files} saved in {path}.",
    "rooms.sure": "Delete {n:this room|these # rooms} for good? It can't be undone (yes/no)",
    "rooms.left-alone": "Nothing was deleted.",
    "rooms.purged": "{n:The room is|# rooms are} deleted.",
    # a rehearsal
    "help.host.rehearse": "Practise: computer players take every seat and play the whole "
    "afternoon.",
    "help.host.minutes": "About how many minutes that rehearsal lasts; {default} if you don't say.",
    "rehearse.name": "Computer {n}",
    "rehearse.mark": "rehearsal",
    "rehearse.open": "This is a rehearsal: computer players take every seat. Watch your console "
    "and the big screen, and step in whenever you like.",
    "rehearse.begins": "Everybody is seated. The play begins.",
    "rehearse.over": "All tables are at the end. The debrief is open: lead it from your console.",
    "rehearse.closed": "The rehearsal is over.",
    # a table on one laptop
    "web.console.one-laptop": "If a table plays on one laptop, open this there:",
    "web.curtain.join": "Table {table} on this one device",
    "web.curtain.how": "The parties choose here in turn, without the others looking on. Between "
    "them hangs a curtain.",
    "web.curtain.name": "Who plays {party}?",
    "web.curtain.names": "Give each party a name of its own that nobody in the room has yet.",
    "web.curtain.head": "The curtain is closed",
    "web.curtain.note": "Hand the device over. The others look the other way for a moment.",
    "web.curtain.nobody": "Nobody has to choose now. Everybody can look at their own page here.",
    "web.curtain.hand-over": "I am {name}",
    "web.curtain.look": "Let {name} have a look",
    "web.curtain.close": "Close the curtain",
    # what a trainer can try
    "host.help": "Can't a phone come in? See that it is on the same network, and that a firewall "
    "lets Python in; if this network keeps devices apart, use a hotspot.",
    # several processes
    "help.host.workers": "So many processes serve the phones; only with --database of PostgreSQL. "
    "{default} if you don't say.",
    "host.workers-one-file": "From a plain file only one process can keep a room open. Name a "
    "PostgreSQL database with --database, or leave out --workers.",
    "host.workers-rehearse": "A rehearsal runs in one process. Leave out --workers.",
    "host.worker-stops": "One of the processes stops again at once. What was chosen is safe. See "
    "whether the database can be reached, and start again.",
}
