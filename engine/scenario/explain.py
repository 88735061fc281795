"""What there is to say about each code beyond its message: why, and an example.

Each example is a fragment of a valid scenario and the same fragment with the mistake in it; a
test puts the mistake in and expects exactly that code.
"""

from typing import NamedTuple

from engine.scenario.problems import CATALOGUE
from engine.scenario.vocabulary import Language


class Explanation(NamedTuple):
    """Why something is a problem, and a fragment that is right and one that is wrong."""

    nl: str
    en: str
    right: str | None = None
    wrong: str | None = None


_SEVERITY: dict[Language, dict[str, str]] = {
    "nl": {"error": "fout", "warning": "waarschuwing"},
    "en": {"error": "error", "warning": "warning"},
}
_LABELS: dict[Language, tuple[str, str]] = {"nl": ("Fout", "Goed"), "en": ("Wrong", "Right")}
_NOTHING: dict[Language, str] = {"nl": "(weggelaten)", "en": "(left out)"}


def explain(code: str, language: Language) -> str | None:
    """What a code means, why it matters and an example; None if there is no such code."""
    if code not in CATALOGUE:
        return None
    explanation = EXPLANATIONS[code]
    severity = _SEVERITY[language][CATALOGUE[code].severity]
    why = explanation.nl if language == "nl" else explanation.en
    parts = [f"{code} ({severity})", why]
    if explanation.right is not None and explanation.wrong is not None:
        wrong, right = _LABELS[language]
        parts.append(f"{wrong}:\n{_indented(explanation.wrong, language)}")
        parts.append(f"{right}:\n{_indented(explanation.right, language)}")
    return "\n\n".join(parts)


def _indented(fragment: str, language: Language) -> str:
    lines = fragment.rstrip("\n").split("\n") if fragment.strip() else [_NOTHING[language]]
    return "\n".join(f"    {line}" for line in lines)


EXPLANATIONS: dict[str, Explanation] = {
    "file-unreadable": Explanation(
        "Het pad klopt niet, het is een map, of je mag het bestand niet openen.",
        "The path is wrong, it is a folder, or you are not allowed to open the file.",
    ),
    "file-empty": Explanation(
        "Een leeg bestand is nog geen scenario. Begin met een kopie van een scenario dat er al is.",
        "An empty file is no scenario yet. Start from a copy of one that is there.",
    ),
    "file-too-large": Explanation(
        "Wie per ongeluk een foto of een export kiest, hoeft niet te wachten tot die gelezen is.",
        "Whoever picks a photo or an export by accident need not wait until it has been read.",
    ),
    "file-binary": Explanation(
        (
            "Een document uit een tekstverwerker bevat meer dan de letters die je ziet. Het "
            "spel leest alleen gewone tekst."
        ),
        (
            "A word processor's document holds more than the letters you see. The game reads "
            "plain text only."
        ),
    ),
    "not-utf-8": Explanation(
        (
            "UTF-8 is de manier waarop é, ë en € in een bestand staan. Oude editors kiezen soms "
            "een andere."
        ),
        "UTF-8 is how é, ë and € are kept in a file. Old editors sometimes choose another way.",
    ),
    "invisible-character": Explanation(
        (
            "Tekstverwerkers en webpagina's laten tekens achter die je niet ziet en die het "
            "lezen van regels verstoren."
        ),
        (
            "Word processors and web pages leave characters behind that you can't see and that "
            "upset the lines."
        ),
    ),
    "yaml-syntax": Explanation(
        (
            "Elke regel is `naam: waarde`, een onderdeel van een lijst dat met - begint, of een "
            "opmerking na #."
        ),
        "Each line is `name: value`, an item of a list that begins with -, or a remark after #.",
        "minutes: 10",
        "minutes",
    ),
    "tab-indentation": Explanation(
        (
            "Inspringing zegt wat bij wat hoort, en een tab is op elk scherm anders breed. "
            "Daarom alleen spaties."
        ),
        (
            "Indentation says what belongs to what, and a tab is as wide as the screen likes. "
            "Hence spaces only."
        ),
        "    internal_balance: 60",
        "\tinternal_balance: 60",
    ),
    "non-breaking-space": Explanation(
        (
            "Een vaste spatie ziet eruit als een gewone, en komt mee als je van een webpagina "
            "kopieert. In een tekst mag hij."
        ),
        (
            "A non-breaking space looks like an ordinary one, and comes along when you copy "
            "from a web page. In a text it is welcome."
        ),
        "title: The van",
        "title:\u00a0The van",
    ),
    "smart-quotes": Explanation(
        "Tekstverwerkers krullen aanhalingstekens. Alleen rechte bakenen een tekst af.",
        "Word processors curl quotation marks. Only straight ones mark off a text.",
        "decor: yard\n      rounds: 2\n      moves: [offer",
        "decor: “yard”\n      rounds: 2\n      moves: [offer",
    ),
    "colon-in-text": Explanation(
        (
            "Een dubbele punt met een spatie scheidt een naam van een waarde. Midden in een "
            "tekst is dat dubbelzinnig."
        ),
        (
            "A colon and a space part a name from a value. In the middle of a text that is "
            "ambiguous."
        ),
        "public: Owns the van.",
        "public: Owns this: the van.",
    ),
    "quote-not-closed": Explanation(
        (
            "Een tekst die met ' begint wordt gelezen als een citaat, ook als je 's avonds of "
            "'t bedoelt."
        ),
        "A text that begins with ' is read as a quotation, even if you meant 's avonds or 'tis.",
        "public: Has forty customers up the hill.",
        "public: 't Is a long way up the hill.",
    ),
    "text-after-quote": Explanation(
        "Als een tekst met een aanhalingsteken begint, moet hij er ook mee eindigen.",
        "When a text begins with a quotation mark, it has to end with one.",
        "text: It drives.",
        'text: "It drives," says Tom.',
    ),
    "odd-first-character": Explanation(
        "De tekens @ ` % & * betekenen vooraan een waarde iets anders, of zijn gereserveerd.",
        "At the front of a value the signs @ ` % & * mean something else, or are reserved.",
        "summary: Two bakers",
        "summary: `Two` bakers",
    ),
    "bracket-not-closed": Explanation(
        (
            "Tussen [ ] staat een lijst, tussen { } staan namen met waarden; komma's ertussen, "
            "en allebei sluiten."
        ),
        (
            "Between [ ] stands a list, between { } stand names with values; commas between "
            "them, and both must close."
        ),
        "moves: [offer, wait]",
        "moves: [offer, wait",
    ),
    "indentation": Explanation(
        "Wat bij elkaar hoort, begint onder elkaar.",
        "What belongs together begins one below the other.",
        "    text: Paid at once.",
        "   text: Paid at once.",
    ),
    "text-cut-by-comma": Explanation(
        "Tussen { } scheidt een komma twee namen, dus ook midden in een zin.",
        "Between { } a comma parts two names, in the middle of a sentence too.",
        "text: It stands.}",
        "text: It stands, and rusts.}",
    ),
    "text-cut-by-hash": Explanation(
        "Na een spatie begint met # een opmerking, die het spel niet leest.",
        "After a space, # begins a remark, which the game does not read.",
        "Two bakers and one delivery van.",
        "Two bakers and van #1.",
    ),
    "duplicate-key": Explanation(
        "Bij twee keer dezelfde naam zou er één stil verdwijnen.",
        "Of two equal names, one would silently disappear.",
        "    internal_balance: 60",
        "    internal_balance: 60\n    internal_balance: 70",
    ),
    "odd-key": Explanation(
        "Een naam is één woord; een lijst of een blok kan geen naam zijn.",
        "A name is one word; a list or a block can't be a name.",
        "wants: {quiet: 40}",
        "wants: {[quiet, calm]: 40}",
    ),
    "second-document": Explanation(
        "De regel --- begint in YAML een nieuw document. Alles erna zou niet meedoen.",
        "In YAML the line --- begins a new document. All that follows would be left out.",
        "endings:\n",
        "---\nendings:\n",
    ),
    "tag-used": Explanation(
        "In YAML zegt ! wat voor waarde er volgt. Dat weet het spel al.",
        "In YAML, ! says what kind of value follows. The game knows that already.",
        "face: An offer.",
        "face: !important An offer.",
    ),
    "merge-key": Explanation(
        "<< mengt in YAML twee blokken, en dan is niet meer te zien wat waar vandaan komt.",
        "In YAML, << mixes two blocks, and then nobody can see what came from where.",
        "text: Paid at once.",
        "text: Paid at once.\n    <<: {starts: off}",
    ),
    "duplicate-anchor": Explanation(
        (
            "Een anker (&naam) is een plek om naar te verwijzen; twee met dezelfde naam is "
            "dubbelzinnig."
        ),
        "An anchor (&name) is a place to refer to; two with one name are ambiguous.",
        "name: A fee for stopping\n    text: Paid at once.",
        "name: &fee A fee for stopping\n    text: &fee Paid at once.",
    ),
    "unknown-alias": Explanation(
        "*naam herhaalt wat hierboven &naam heet.",
        "*name repeats what is called &name above.",
        "text: Paid at once.",
        "text: *paid",
    ),
    "too-many-aliases": Explanation(
        (
            "Een paar herhalingen helpen; honderden maken een bestand onleesbaar, en groter dan "
            "het lijkt."
        ),
        "A few repeats help; hundreds make a file unreadable, and larger than it looks.",
    ),
    "too-deep": Explanation(
        "Geen scenario heeft zoveel lagen nodig; bijna altijd is er een haak vergeten.",
        "No scenario needs that many levels; nearly always a bracket was forgotten.",
    ),
    "too-many-parts": Explanation(
        "Geen scenario heeft zoveel onderdelen; dit is waarschijnlijk een ander soort bestand.",
        "No scenario has that many parts; this is probably another kind of file.",
    ),
    "not-a-scenario": Explanation(
        "Een scenario is een blok met namen: samenspel, title, parties, script en zo verder.",
        "A scenario is a block of names: samenspel, title, parties, script and so on.",
        "samenspel: 1",
        "- samenspel: 1",
    ),
    "newer-version": Explanation(
        (
            "Een nieuwer formaat kan woorden hebben die deze versie verkeerd zou begrijpen. "
            "Daarom speelt ze het niet half."
        ),
        (
            "A newer format may have words that this version would misunderstand. So it does "
            "not play it by halves."
        ),
        "samenspel: 1",
        "samenspel: 2",
    ),
    "bad-version": Explanation(
        "Het getal na samenspel zegt voor welk formaat het scenario geschreven is.",
        "The number after samenspel says for which format the scenario was written.",
        "samenspel: 1",
        "samenspel: first",
    ),
    "unknown-key": Explanation(
        "Een misspelde naam zou anders stil niets doen.",
        "A misspelt name would otherwise silently do nothing.",
        "    internal_balance: 60",
        "    internal_balanse: 60",
    ),
    "missing-key": Explanation(
        "Zonder dit kan het spel niet gespeeld of verteld worden.",
        "Without this the game can't be played or told.",
        "title: Wait, ",
        "",
    ),
    "empty-value": Explanation(
        "Een lege plek is bijna altijd iets dat nog moet komen.",
        "A blank is nearly always something still to come.",
        "public: Owns the van.",
        "public:",
    ),
    "boolean-by-accident": Explanation(
        "yes, no, on, off, true en false betekenen zonder aanhalingstekens ja of nee.",
        "Without quotation marks yes, no, on, off, true and false mean yes or no.",
        "title: The van",
        "title: no",
    ),
    "number-as-text": Explanation(
        (
            "Wat uit alleen cijfers bestaat is een getal, ook als het een titel of een naam "
            "moet zijn."
        ),
        "What consists of digits is a number, even if it is meant as a title or a name.",
        "title: The van",
        "title: 1984",
    ),
    "quoted-number": Explanation(
        "Aanhalingstekens maken van alles tekst, en met tekst valt niet te rekenen.",
        "Quotation marks make a text of anything, and nobody can reckon with a text.",
        "chance: 20",
        'chance: "20"',
    ),
    "not-a-number": Explanation(
        "Getallen staan er in cijfers, zonder % en zonder woorden.",
        "Numbers are written in digits, without % and without words.",
        "chance: 20",
        "chance: 20%",
    ),
    "not-whole": Explanation(
        "De schaal van 0 tot 100 is fijn genoeg; halve punten wekken een schijn van precisie.",
        "The scale of 0 to 100 is fine enough; half points would only look precise.",
        "internal_balance: 60",
        "internal_balance: 60.5",
    ),
    "out-of-range": Explanation(
        (
            "Getallen die een schrijver of speler ziet lopen van 0 tot 100, en een enkele "
            "spelregel mag een spel niet in zijn eentje beslissen."
        ),
        (
            "Numbers that an author or player meets run from 0 to 100, and no single rule may "
            "decide a play on its own."
        ),
        "effect: {safety: -5}",
        "effect: {safety: -50}",
    ),
    "clock-as-number": Explanation(
        "Wat eruitziet als een tijd lezen sommige programma's als een getal: 12:30 wordt 750.",
        "What looks like a time is read as a number by some programs: 12:30 becomes 750.",
        "chance: 20",
        "chance: 12:30",
    ),
    "clock-as-text": Explanation(
        (
            "Sommige programma's maken van 12:30 het getal 750. Met aanhalingstekens blijft het "
            "wat je schreef."
        ),
        (
            "Some programs turn 12:30 into the number 750. In quotation marks it stays what you "
            "wrote."
        ),
        "face: A silence.",
        "face: 12:30",
    ),
    "not-yes-or-no": Explanation(
        "Woorden van het formaat zijn Engels: yes of no, on of off, zonder aanhalingstekens.",
        "The words of the format are English: yes or no, on or off, without quotation marks.",
        "negotiable: yes\n",
        "negotiable: maybe\n",
    ),
    "wrong-type": Explanation(
        (
            "Op elke plek hoort één soort waarde: tekst, een getal, een lijst tussen [ ] of een "
            "blok met namen."
        ),
        (
            "Each place takes one kind of value: a text, a number, a list between [ ] or a "
            "block of names."
        ),
        "decor: yard\n      rounds: 2\n      moves: [offer",
        "decor: [yard]\n      rounds: 2\n      moves: [offer",
    ),
    "bad-id": Explanation(
        (
            "Namen in het bestand zijn voor het spel, niet voor de speler; die leest `name`. "
            "Kleine letters, cijfers en streepjes volstaan."
        ),
        (
            "Names in the file are for the game, not for the player, who reads `name`. Small "
            "letters, digits and hyphens will do."
        ),
        "  cash:",
        "  Cash Only:",
    ),
    "unknown-word": Explanation(
        (
            "Hier past alleen een woord uit een vaste lijst, want het spel moet weten wat het "
            "betekent."
        ),
        "Only a word from a fixed list fits here, because the game must know what it means.",
        "kind: share",
        "kind: gift",
    ),
    "missing-language": Explanation(
        "Een scenario zonder `language` belooft Nederlands en Engels, voor elke tekst.",
        "A scenario without `language` promises Dutch and English, for each text.",
        "title: The van",
        "title: {nl: De bus}",
    ),
    "language-unnamed": Explanation(
        (
            "Met `language: nl` bovenaan is elke gewone tekst Nederlands. Zonder die regel "
            "noemt elke tekst zijn taal."
        ),
        (
            "With `language: nl` at the top every plain text is Dutch. Without that line every "
            "text names its language."
        ),
        "language: en\n",
        "",
    ),
    "limits-crossed": Explanation(
        "Een eigenschap kan niet tegelijk minstens 80 en hoogstens 20 zijn.",
        "A trait can't be at least 80 and at most 20 at once.",
        "effect: {safety: -5}",
        "effect: {candour: {min: 80, max: 20}}",
    ),
    "between-crossed": Explanation(
        "between noemt de laagste en de hoogste waarde waarover te praten valt.",
        "between gives the lowest and the highest value that can be talked about.",
        "between: [0, 40]",
        "between: [40, 0]",
    ),
    "between-without-number": Explanation(
        (
            "Bij between hoort één getal dat verschuift. Bij een fase is dat het aantal rondes, "
            "bij een spelregel zijn enige effect met een getal."
        ),
        (
            "A between needs one number that moves. Of a phase that is the number of rounds, of "
            "a rule its only effect with a number."
        ),
        "effect: {exit_cost: 20}",
        "effect: {candour: {max: 60}}",
    ),
    "start-outside-between": Explanation(
        "Anders zou het spel beginnen op een waarde die niemand ooit mag kiezen.",
        "Otherwise the game would start at a value nobody may ever choose.",
        "between: [0, 40]",
        "between: [30, 40]",
    ),
    "between-out-of-range": Explanation(
        "Spelers mogen geen waarde afspreken die het spel niet kent.",
        "Players can't agree on a value that the game does not know.",
        "between: [0, 40]",
        "between: [0, 90]",
    ),
    "bound-empty": Explanation(
        "Een voorwaarde over een getal heeft een grens nodig: at_least, at_most, below of above.",
        "A condition about a number needs a bound: at_least, at_most, below or above.",
        "when: {outcome: success}",
        "when: {trust: {}, outcome: success}",
    ),
    "bound-never": Explanation(
        "Deze voorwaarde kan nooit gelden, dus wat erbij staat gebeurt nooit.",
        "This condition can never hold, so what goes with it never happens.",
        "when: {outcome: success}",
        "when: {trust: {at_least: 60, below: 50}}",
    ),
    "phase-shape": Explanation(
        (
            "In een fase met rounds wordt gespeeld, in een fase met reflection wordt over het "
            "spel gepraat. Niet allebei."
        ),
        (
            "In a phase with rounds you play, in a phase with reflection you talk about the "
            "play. Not both."
        ),
        "      rounds: 2\n      moves: [offer, wait]",
        "      moves: [offer, wait]",
    ),
    "too-few": Explanation(
        "Een onderhandeling heeft minstens twee partijen, en een partij minstens één rol.",
        "A negotiation has at least two parties, and a party at least one role.",
        "    roles:\n      baker: {name: Noor Bakker, title: baker}",
        "    roles: {}",
    ),
    "too-many": Explanation(
        "Het model en de schermen gaan tot vier partijen.",
        "The model and the screens go up to four parties.",
    ),
    "bad-duration": Explanation(
        "Een geheel getal, een spatie en een Engelse eenheid: years, months, rounds, min of s.",
        "A whole number, a space and a unit: years, months, rounds, min or s.",
        "after: 6 months",
        "after: half a year",
    ),
    "unknown-phase": Explanation(
        "Fasen staan onder script, phases.",
        "Phases stand under script, phases.",
        "next: {to: signing}",
        "next: {to: sining}",
    ),
    "unknown-move": Explanation(
        "Zetten staan onder moves; een fase noemt de zetten die daar gespeeld kunnen worden.",
        "Moves stand under moves; a phase lists those that can be played there.",
        "moves: [offer, wait]",
        "moves: [ofer, wait]",
    ),
    "unknown-party": Explanation(
        (
            "Partijen staan onder parties; hier hoort de naam links van de dubbele punt, niet "
            "`name`."
        ),
        "Parties stand under parties; use the name left of the colon, not `name`.",
        "of: north, needs",
        "of: nort, needs",
    ),
    "unknown-role": Explanation(
        "Een rol heet partij.rol, want twee partijen kunnen allebei een voorzitter hebben.",
        "A role is called party.role, because two parties may both have a chair.",
        "speaker: south.owner",
        "speaker: owner",
    ),
    "unknown-decor": Explanation(
        "Decors staan onder decor.",
        "Decor stands under decor.",
        "decor: yard\n      rounds: 2\n      moves: [offer",
        "decor: yrad\n      rounds: 2\n      moves: [offer",
    ),
    "unknown-prop": Explanation(
        "Attributen staan onder props; een zet kan er een nodig hebben.",
        "Props stand under props; a move can need one.",
        "needs: logbook",
        "needs: log-book",
    ),
    "unknown-element": Explanation(
        (
            "Voorwaarden en gebeurtenissen noemen een spelregel, ritueel, decor, attribuut of "
            "fase bij de naam, en een rol als partij.rol."
        ),
        (
            "Conditions and events name a rule, ritual, decor, prop or phase by its name, and a "
            "role as party.role."
        ),
        "when: {outcome: success}",
        "when: {outcome: success, in_force: cahs}",
    ),
    "unknown-event": Explanation(
        "Gebeurtenissen staan onder script, events.",
        "Events stand under script, events.",
        "when: {outcome: success}",
        "when: {outcome: success, happened: break-down}",
    ),
    "unknown-want": Explanation(
        "want_names geeft de belangen uit wants een naam die een speler leest.",
        "want_names gives the wants a name that a player reads.",
        "wants: {quiet: 40}",
        "wants: {quiet: 40}\n    want_names: {quite: less noise}",
    ),
    "id-collision": Explanation(
        "Voorwaarden en gebeurtenissen noemen alleen de naam, dus moet die van één ding zijn.",
        "Conditions and events give only the name, so it must belong to one thing.",
        "  cash:",
        "  bread:",
    ),
    "reserved-id": Explanation(
        (
            "all, any, majority en table staan in een scenario voor iedereen, wie dan ook, de "
            "meerderheid en de tafel."
        ),
        (
            "In a scenario all, any, majority and table stand for everyone, anyone, the "
            "majority and the table."
        ),
    ),
    "unreachable-phase": Explanation(
        "Geen enkel spel komt hier ooit. Meestal is een `next` vergeten.",
        "No play ever comes here. Usually a `next` was forgotten.",
        "      next: {to: signing}\n",
        "",
    ),
    "script-loops": Explanation(
        (
            "Elk spel moet een einde hebben, ook als de spelers nergens uitkomen. Meer tijd "
            "nodig? Geef een fase meer rondes."
        ),
        (
            "Every play must end, even if the players get nowhere. More time needed? Give a "
            "phase more rounds."
        ),
        "      moves: [offer, wait]\n",
        "      moves: [offer, wait]\n      next: {to: yard-talk}\n",
    ),
    "next-can-fail": Explanation(
        (
            "De eerste weg waarvan de voorwaarde klopt wordt genomen. De laatste moet dus "
            "altijd kloppen."
        ),
        "The first branch whose condition holds is taken. So the last one must always hold.",
        "next: {to: signing}",
        "next: {to: signing, when: {trust: {at_least: 40}}}",
    ),
    "branch-never-taken": Explanation(
        "De eerste weg die past wordt genomen, en die zonder `when` past altijd.",
        "The first branch that fits is taken, and one without `when` always fits.",
        "next: {to: signing}",
        "next: [{to: signing}, {to: signing, when: {trust: {below: 30}}}]",
    ),
    "path-without-rounds": Explanation(
        "Langs die weg is het spel voorbij voor iemand iets gekozen heeft.",
        "On that path the play is over before anybody has chosen anything.",
    ),
    "phase-without-moves": Explanation(
        "In een fase met rondes kiest elke partij elke ronde een zet.",
        "In a phase with rounds every party chooses a move each round.",
        "      moves: [offer, wait]\n",
        "",
    ),
    "phase-can-strand": Explanation(
        (
            "Spelers mogen de spelregels veranderen. Daarom heeft elke fase voor elke partij "
            "één zet nodig die niemand kan afpakken; dan staat vast dat geen spel vastloopt. "
            "Opstappen telt niet."
        ),
        (
            "Players may change the rules. So every phase needs one move for every party that "
            "nothing can take away; then it is certain that no play gets stuck. Walking out "
            "does not count."
        ),
        "effect: {safety: -5}",
        "effect: {safety: -5, forbids: [wait, offer]}",
    ),
    "outcome-without-ending": Explanation(
        (
            "Een spel eindigt als success, lopsided, stalled, broken of parted. Bij elk hoort "
            "een tekst."
        ),
        "A play ends as success, lopsided, stalled, broken or parted. Each needs a text.",
        "parked: {title",
        "parked: {when: {outcome: [lopsided, stalled]}, title",
    ),
    "ending-never": Explanation(
        (
            "Het eerste slot dat past wordt verteld. Wat na een altijd passend slot komt, leest "
            "niemand."
        ),
        (
            "The first ending that fits is told. What comes after one that always fits, nobody "
            "reads."
        ),
        "parked: {title",
        "gone: {title: Gone, text: Gone.}\n  parked: {title",
    ),
    "chapter-unused": Explanation(
        (
            "Script, spelregels, decor, attributen, rituelen en rollen zijn waaruit het spel "
            "bestaat, en wat spelers kunnen veranderen."
        ),
        (
            "Script, rules, decor, props, rituals and roles are what the game is made of, and "
            "what players can change."
        ),
        (
            "rituals:\n  bread: {name: Break bread, text: Somebody brings a loaf., negotiable: "
            "yes, effect: {safety: 2}}\n"
        ),
        "",
    ),
    "never-in-force": Explanation(
        (
            "Wat uit begint moet iemand kunnen aanzetten: de spelers (negotiable) of een "
            "gebeurtenis (adopts)."
        ),
        (
            "What starts off needs somebody to switch it on: the players (negotiable) or an "
            "event (adopts)."
        ),
        "    negotiable: yes\n    effect: {safety: -5}",
        "    starts: off\n    effect: {safety: -5}",
    ),
    "never-negotiated": Explanation(
        (
            "Veranderen kan alleen in een reflectiemoment: een fase met reflection, of een dat "
            "een partij zelf uitroept (calls)."
        ),
        (
            "Changing is only possible in a reflection moment: a phase with reflection, or one "
            "that a party calls (calls)."
        ),
    ),
    "rule-without-effect": Explanation(
        (
            "Een spelregel zonder effect is een tekst. Dat kan, maar dan is hem veranderen ook "
            "maar tekst."
        ),
        (
            "A rule without an effect is a text. That is possible, but then changing it is only "
            "a text too."
        ),
        "    effect: {safety: -5}\n",
        "",
    ),
    "prop-unused": Explanation(
        "Een ding op tafel dat nergens toe dient leidt af. Of laat een zet het nodig hebben.",
        "A thing on the table that serves no purpose distracts. Or let a move need it.",
        "needs: logbook, ",
        "",
    ),
    "twin-moves": Explanation(
        (
            "Een keus tussen twee gelijke zetten is geen keus. `kind` en de acht eigenschappen "
            "bepalen wat een zet doet."
        ),
        (
            "A choice between two equal moves is no choice. `kind` and the eight traits decide "
            "what a move does."
        ),
        "kind: hold",
        "kind: trade",
    ),
    "move-never-offered": Explanation(
        "Een zet is te kiezen in de fasen die hem bij moves noemen.",
        "A move can be chosen in the phases that list it under moves.",
        "moves: [show, offer, wait]",
        "moves: [offer, wait]",
    ),
    "secret-told": Explanation(
        (
            "private en brief zijn tot de nabespreking alleen voor die partij. Dezelfde zin "
            "staat hier in een tekst die ook een ander leest."
        ),
        (
            "private and brief are for that party alone until the debrief. The same sentence "
            "stands here in a text that another party reads."
        ),
        "say: And who drives?",
        "say: So. The van fails its test in May and nobody may hear of it.",
    ),
    "line-too-long": Explanation(
        "Wie praat ademt. Lange zinnen zijn lezen, geen luisteren.",
        "People who talk have to breathe. Long lines are read, not heard.",
        "say: And who drives?",
        (
            "say: And who drives and and who drives and and who drives and and who drives and "
            "and who drives and and who drives and and who pays?"
        ),
    ),
    "brief-too-long": Explanation(
        (
            "Eén angst, één verleiding, één getal en één mens die er last van heeft: dat past "
            "in 120 woorden."
        ),
        (
            "One fear, one temptation, one number and one person who will be hurt: that fits in "
            "120 words."
        ),
        "public: Owns the van.\n    private: The van",
        (
            "public: Owns the van.\n    private: The van is old and it is loud. The van is old "
            "and it is loud. The van is old and it is loud. The van is old and it is loud. The "
            "van is old and it is loud. The van is old and it is loud. The van is old and it is "
            "loud. The van is old and it is loud. The van is old and it is loud. The van is old "
            "and it is loud. The van is old and it is loud. The van is old and it is loud. The "
            "van is old and it is loud. The van is old and it is loud. The van is old and it is "
            "loud. The van"
        ),
    ),
    "event-never": Explanation(
        "Een kans van 0 is nooit.",
        "A chance of 0 is never.",
        "chance: 20",
        "chance: 0",
    ),
    "standing-pulse": Explanation(
        (
            "Vertrouwen (trust) en gewoonte (lock_in) groeien of krimpen door wat er gebeurt; "
            "een ding dat alleen maar geldt kan ze niet vasthouden."
        ),
        (
            "Trust and habit (lock_in) grow or shrink by what happens; a thing that is merely "
            "in force can't hold them in place."
        ),
        "effect: {safety: -5}",
        "effect: {safety: -5, trust: +10}",
    ),
    "not-a-lab": Explanation(
        (
            "Een experiment is geen verhaal: het heeft geen partijen met namen en geen script, "
            "alleen de uitbetalingen, de kans op nog een ronde en de weg eruit."
        ),
        (
            "An experiment is no story: it has no parties with names and no script, only the "
            "payoffs, the chance of another round and the way out."
        ),
    ),
    "not-a-lab-number": Explanation(
        "In een experiment mogen getallen een punt hebben. Wat geen getal is, kan niet gespeeld.",
        "In an experiment numbers may have a point. What is not a number can't be played.",
    ),
    "payoffs-length": Explanation(
        (
            "C en D zeggen wat samenwerken en niet samenwerken oplevert, eerst als niemand van "
            "de anderen samenwerkt en als laatste als allen dat doen."
        ),
        (
            "C and D say what cooperating and not cooperating pays, first when none of the "
            "others cooperates and last when all of them do."
        ),
    ),
}
