"""The catalogue of problems: for each code its severity, its words and its repair.

A message has the fact, a repair says what to do about it, both in Dutch and in English.
`{...}` is filled from the parameters of the problem; parameters named in `_TRANSLATED` are
words of `_WORDS` and appear in the language of the message.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from engine.scenario.vocabulary import Language

Severity = Literal["error", "warning"]
Value = str | int


class Entry(NamedTuple):
    """One code of the catalogue: (message, repair) in each language."""

    severity: Severity
    nl: tuple[str, str]
    en: tuple[str, str]


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong in a scenario file; line and column count from 1."""

    file: str
    line: int
    column: int
    code: str
    params: Mapping[str, Value] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """`error`: the scenario can't be played. `warning`: it can, but look at it."""
        return CATALOGUE[self.code].severity

    def message(self, language: Language) -> str:
        """What is wrong, in plain words."""
        return self._fill(_words_of(self.code, language)[0], language)

    def repair(self, language: Language) -> str:
        """What to do about it; the nearest name where one is known."""
        if "near" in self.params:
            near = _NEAR_WITH_LINE if "near_line" in self.params else _NEAR
            return self._fill(near[language], language)
        return self._fill(_words_of(self.code, language)[1], language)

    def text(self, language: Language) -> str:
        """One line for a terminal: file:line:column, what is wrong and what to do."""
        place = f"{self.file}:{self.line}:{self.column}"
        return f"{place}  {self.message(language)} {self.repair(language)}"

    def as_json(self, language: Language) -> dict[str, Value]:
        """The problem as plain data."""
        return {
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "code": self.code,
            "severity": self.severity,
            "message": self.message(language),
            "repair": self.repair(language),
        }

    def _fill(self, template: str, language: Language) -> str:
        filled = {
            name: _WORDS[str(value)][language] if name in _TRANSLATED else value
            for name, value in self.params.items()
        }
        return template.format_map(filled)


def in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    """The problems, errors first, then by place."""
    return tuple(sorted(problems, key=lambda p: (p.severity != "error", p.line, p.column, p.code)))


def _words_of(code: str, language: Language) -> tuple[str, str]:
    entry = CATALOGUE[code]
    return entry.nl if language == "nl" else entry.en


_NEAR: dict[Language, str] = {"nl": 'Bedoelde je "{near}"?', "en": 'Did you mean "{near}"?'}
_NEAR_WITH_LINE: dict[Language, str] = {
    "nl": 'Bedoelde je "{near}" (regel {near_line})?',
    "en": 'Did you mean "{near}" (line {near_line})?',
}

_TRANSLATED = frozenset({"kind", "expected", "found", "chapter", "tongue"})

_WORDS: dict[str, dict[Language, str]] = {
    "phase": {"nl": "fase", "en": "phase"},
    "move": {"nl": "zet", "en": "move"},
    "party": {"nl": "partij", "en": "party"},
    "role": {"nl": "rol", "en": "role"},
    "decor": {"nl": "decor", "en": "decor"},
    "prop": {"nl": "attribuut", "en": "prop"},
    "rule": {"nl": "spelregel", "en": "rule"},
    "ritual": {"nl": "ritueel", "en": "ritual"},
    "event": {"nl": "gebeurtenis", "en": "event"},
    "want": {"nl": "belang", "en": "want"},
    "trait": {"nl": "eigenschap", "en": "trait"},
    "form": {"nl": "vorm", "en": "form"},
    "move-kind": {"nl": "soort zet", "en": "kind of move"},
    "stance": {"nl": "houding", "en": "stance"},
    "persona": {"nl": "persona", "en": "persona"},
    "chapter": {"nl": "hoofdstuk", "en": "chapter"},
    "outcome": {"nl": "uitkomst", "en": "outcome"},
    "language": {"nl": "taal", "en": "language"},
    "pattern": {"nl": "patroon", "en": "pattern"},
    "reflection-option": {"nl": "keuze in een reflectiemoment", "en": "option in a reflection"},
    "opening": {"nl": "moment voor een ritueel", "en": "moment for a ritual"},
    "dropout": {"nl": "vervanging", "en": "replacement"},
    "word": {"nl": "woord", "en": "word"},
    "text": {"nl": "tekst", "en": "text"},
    "tongue-nl": {"nl": "Nederlands", "en": "Dutch"},
    "tongue-en": {"nl": "Engels", "en": "English"},
    "plain-text": {"nl": "tekst", "en": "text"},
    "list": {"nl": "een lijst", "en": "a list"},
    "table": {"nl": "een blok met namen en waarden", "en": "a block of names and values"},
    "number": {"nl": "een getal", "en": "a number"},
    "yes-no": {"nl": "yes of no", "en": "yes or no"},
    "nothing": {"nl": "niets", "en": "nothing"},
    "pair": {"nl": "twee getallen, zoals [0, 40]", "en": "two numbers, such as [0, 40]"},
    "script": {"nl": "script", "en": "script"},
    "rules": {"nl": "spelregels", "en": "rules"},
    "props": {"nl": "attributen", "en": "props"},
    "rituals": {"nl": "rituelen", "en": "rituals"},
    "roles": {"nl": "rollen", "en": "roles"},
}  # fmt: skip


def _error(nl: tuple[str, str], en: tuple[str, str]) -> Entry:
    return Entry("error", nl, en)


def _warning(nl: tuple[str, str], en: tuple[str, str]) -> Entry:
    return Entry("warning", nl, en)


def _unknown_reference(nl: str, en: str) -> Entry:
    return _error(
        (f'er is geen {nl} "{{written}}".', "In dit bestand staan: {known}."),
        (f'there is no {en} "{{written}}".', "This file has: {known}."),
    )


_FILE: dict[str, Entry] = {
    "file-unreadable": _error(
        ("dit bestand kan niet gelezen worden.", "Kijk of het er staat en of je het mag openen."),
        ("this file can't be read.", "See whether it is there and whether you may open it."),
    ),
    "file-empty": _error(
        ("er staat niets in dit bestand.", "Begin met een kopie van een bestaand scenario."),
        ("there is nothing in this file.", "Start from a copy of an existing scenario."),
    ),
    "file-too-large": _error(
        (
            "dit bestand is groter dan {limit} kB.",
            "Een scenario is zelden groter dan 100 kB; is dit het juiste bestand?",
        ),
        (
            "this file is larger than {limit} kB.",
            "A scenario is seldom more than 100 kB; is this the right file?",
        ),
    ),
    "file-binary": _error(
        (
            "dit is geen tekstbestand.",
            "Bewaar het scenario als gewone tekst, niet als document van een tekstverwerker.",
        ),
        (
            "this is not a text file.",
            "Save the scenario as plain text, not as a word processor's document.",
        ),
    ),
    "not-utf-8": _error(
        ("dit teken is niet als UTF-8 bewaard.", "Kies in je editor: bewaren als UTF-8."),
        ("this character was not saved as UTF-8.", "In your editor choose: save as UTF-8."),
    ),
    "invisible-character": _error(
        ("hier staat een onzichtbaar teken ({written}).", "Haal het weg."),
        ("there is an invisible character here ({written}).", "Delete it."),
    ),
}

_YAML: dict[str, Entry] = {
    "yaml-syntax": _error(
        (
            "hier loopt het lezen vast.",
            "Vergelijk deze regel en die erboven met een scenario dat werkt: inspringing, "
            "dubbele punten, haken en aanhalingstekens.",
        ),
        (
            "reading stops here.",
            "Compare this line and the one above with a scenario that works: indentation, "
            "colons, brackets and quotes.",
        ),
    ),
    "tab-indentation": _error(
        ("deze regel springt in met een tab.", "Vervang de tab door spaties."),
        ("this line is indented with a tab.", "Replace the tab by spaces."),
    ),
    "non-breaking-space": _error(
        ("hier staat een vaste spatie waar een gewone moet staan.", "Typ een gewone spatie."),
        ("there is a non-breaking space where an ordinary one belongs.", "Type a plain space."),
    ),
    "smart-quotes": _error(
        (
            "dit zijn gekrulde aanhalingstekens; die bakenen hier niets af.",
            'Schrijf {straight}; horen de krullen bij de tekst, zet er dan " omheen.',
        ),
        (
            "these are curly quotes; they don't mark off a text here.",
            'Write {straight}; if the curls belong to the text, put " around it.',
        ),
    ),
    "colon-in-text": _error(
        (
            "in deze tekst staat een dubbele punt met een spatie erna.",
            'Zet " om de hele tekst heen.',
        ),
        ("this text has a colon followed by a space.", 'Put " around the whole text.'),
    ),
    "quote-not-closed": _error(
        (
            "hier begint een aanhalingsteken dat nergens sluit.",
            "Sluit het, of zet om een tekst die met ' begint (zoals 's avonds) dubbele: \"…\".",
        ),
        (
            "a quotation mark opens here and never closes.",
            'Close it, or put double ones around a text that begins with \': "…".',
        ),
    ),
    "text-after-quote": _error(
        (
            "na het sluitende aanhalingsteken gaat de tekst door.",
            "Zet ' om de hele tekst, of gebruik binnenin gekrulde aanhalingstekens.",
        ),
        (
            "the text goes on after the closing quotation mark.",
            "Put ' around the whole text, or use curly quotes inside it.",
        ),
    ),
    "odd-first-character": _error(
        ('een tekst kan niet beginnen met "{written}".', 'Zet " om de hele tekst heen.'),
        ('a text can\'t begin with "{written}".', 'Put " around the whole text.'),
    ),
    "bracket-not-closed": _error(
        (
            "hier opent een haak die niet goed sluit.",
            "Zet de sluitende haak, of een komma tussen twee stukken.",
        ),
        (
            "a bracket opens here and does not close properly.",
            "Add the closing bracket, or a comma between two parts.",
        ),
    ),
    "indentation": _error(
        (
            "deze regel springt anders in dan de regels waar hij bij hoort.",
            "Laat alle namen van hetzelfde blok even ver inspringen.",
        ),
        (
            "this line is not indented like the lines it belongs to.",
            "Indent all the names of one block equally far.",
        ),
    ),
    "text-cut-by-comma": _error(
        ("de komma knipt deze tekst in tweeën.", 'Zet " om de hele tekst heen.'),
        ("the comma cuts this text in two.", 'Put " around the whole text.'),
    ),
    "text-cut-by-hash": _warning(
        (
            "wat na # komt is een opmerking en hoort niet bij de tekst.",
            'Hoort het er wel bij, zet dan " om de hele tekst; anders een spatie na #.',
        ),
        (
            "what follows # is a comment and not part of the text.",
            'If it is part of it, put " around the whole text; if not, a space after #.',
        ),
    ),
    "duplicate-key": _error(
        ('"{written}" staat hier voor de tweede keer.', "De eerste staat op regel {first_line}."),
        ('"{written}" is here for the second time.', "The first one is on line {first_line}."),
    ),
    "odd-key": _error(
        ("links van de dubbele punt hoort één woord.", "Schrijf daar een naam, zonder haken."),
        ("what stands left of the colon must be one word.", "Write a name there, no brackets."),
    ),
    "second-document": _error(
        ("hier begint een tweede document.", "Eén scenario per bestand: haal de regel --- weg."),
        ("a second document begins here.", "One scenario a file: delete the line ---."),
    ),
    "tag-used": _error(
        ('"{written}" vooraan heeft hier geen betekenis.', 'Haal het weg, of zet " om de tekst.'),
        ('"{written}" in front means nothing here.', 'Delete it, or put " around the text.'),
    ),
    "merge-key": _error(
        ("<< wordt hier niet gebruikt.", "Schrijf de regels uit; dat leest ook makkelijker."),
        ("<< is not used here.", "Write the lines out; that reads more easily too."),
    ),
    "duplicate-anchor": _error(
        ("het anker &{written} bestaat al.", "Kies een andere naam (regel {first_line})."),
        ("the anchor &{written} already exists.", "Choose another name (line {first_line})."),
    ),
    "unknown-alias": _error(
        (
            "*{written} verwijst naar een anker dat hierboven niet staat.",
            'Begint een tekst met *, zet er dan " omheen.',
        ),
        (
            "*{written} refers to an anchor that does not stand above.",
            'If a text begins with *, put " around it.',
        ),
    ),
    "too-many-aliases": _error(
        ("er wordt vaker dan {limit} keer met * verwezen.", "Schrijf het uit."),
        ("there are more than {limit} references with *.", "Write them out."),
    ),
    "too-deep": _error(
        ("dit is dieper genest dan {limit} lagen.", "Is er een haak niet gesloten?"),
        ("this is nested deeper than {limit} levels.", "Is there a bracket that never closed?"),
    ),
    "too-many-parts": _error(
        ("dit scenario heeft meer dan {limit} onderdelen.", "Is dit het juiste bestand?"),
        ("this scenario has more than {limit} parts.", "Is this the right file?"),
    ),
}

_SHAPE: dict[str, Entry] = {
    "not-a-scenario": _error(
        (
            "dit bestand heeft niet de vorm van een scenario.",
            "Bovenaan horen regels als `samenspel: 1` en `title: …`.",
        ),
        (
            "this file does not have the form of a scenario.",
            "It should begin with lines such as `samenspel: 1` and `title: …`.",
        ),
    ),
    "newer-version": _error(
        (
            "dit scenario is geschreven voor een nieuwere versie van Samenspel ({written}).",
            "Werk Samenspel bij; deze kent het formaat tot en met {highest}.",
        ),
        (
            "this scenario was written for a newer version of Samenspel ({written}).",
            "Update Samenspel; this one knows the format up to {highest}.",
        ),
    ),
    "bad-version": _error(
        ('"{written}" is geen versie van het formaat.', "Schrijf `samenspel: 1`."),
        ('"{written}" is not a version of the format.', "Write `samenspel: 1`."),
    ),
    "unknown-key": _error(
        ('"{written}" hoort hier niet.', "Wat hier kan staan: {known}."),
        ('"{written}" does not belong here.', "What can stand here: {known}."),
    ),
    "missing-key": _error(
        ('hier ontbreekt "{written}".', "Voeg toe: `{written}: …`."),
        ('"{written}" is missing here.', "Add: `{written}: …`."),
    ),
    "empty-value": _error(
        ('na "{written}" staat niets.', "Vul het in, of haal de regel weg."),
        ('there is nothing after "{written}".', "Fill it in, or delete the line."),
    ),
    "boolean-by-accident": _error(
        ("{written} zonder aanhalingstekens betekent ja of nee.", 'Schrijf "{written}".'),
        ("{written} without quotation marks means yes or no.", 'Write "{written}".'),
    ),
    "number-as-text": _error(
        ("hier hoort tekst, en {written} is een getal.", 'Schrijf "{written}".'),
        ("text belongs here, and {written} is a number.", 'Write "{written}".'),
    ),
    "quoted-number": _error(
        ('"{written}" is door de aanhalingstekens tekst.', "Schrijf {written}, zonder."),
        ('the quotation marks make "{written}" a text.', "Write {written} without them."),
    ),
    "not-a-number": _error(
        ('hier hoort een getal, en geen "{written}".', "Schrijf alleen cijfers, zoals 40."),
        ('a number belongs here, not "{written}".', "Write digits only, such as 40."),
    ),
    "not-whole": _error(
        ("{written} is geen heel getal.", "Schrijf {nearest}."),
        ("{written} is not a whole number.", "Write {nearest}."),
    ),
    "out-of-range": _error(
        ("{written} valt buiten {lowest} tot {highest}.", "Kies een getal daartussen."),
        ("{written} is outside {lowest} to {highest}.", "Choose a number between them."),
    ),
    "clock-as-number": _error(
        ("{written} is een tijd, en hier hoort een getal.", "Schrijf alleen cijfers, zoals 40."),
        ("{written} is a time, and a number belongs here.", "Write digits only, such as 40."),
    ),
    "clock-as-text": _warning(
        ("andere programma's lezen {written} als een getal.", 'Schrijf "{written}".'),
        ("other programs read {written} as a number.", 'Write "{written}".'),
    ),
    "not-yes-or-no": _error(
        ('hier hoort yes of no, en geen "{written}".', "Schrijf yes of no, zonder " + '".'),
        ('yes or no belongs here, not "{written}".', "Write yes or no, without " + '".'),
    ),
    "wrong-type": _error(
        ("hier hoort {expected}, en er staat {found}.", "Kijk in scenarios/README.nl.md."),
        ("this should be {expected}, and it is {found}.", "See scenarios/README.md."),
    ),
    "bad-id": _error(
        (
            '"{written}" kan geen naam in het bestand zijn.',
            "Een kleine letter, dan kleine letters, cijfers en streepjes (hooguit 40): {fixed}.",
        ),
        (
            '"{written}" can\'t be a name in the file.',
            "A small letter, then small letters, digits and hyphens (40 at most): {fixed}.",
        ),
    ),
    "unknown-word": _error(
        ('er is geen {kind} "{written}".', "Kies uit: {known}."),
        ('there is no {kind} "{written}".', "Choose from: {known}."),
    ),
    "missing-language": _error(
        (
            "deze tekst is er niet in het {tongue}.",
            "Voeg `{written}: …` toe, of zet bovenaan `language: {other}`.",
        ),
        (
            "this text has no {tongue}.",
            "Add `{written}: …`, or write `language: {other}` at the top.",
        ),
    ),
    "language-unnamed": _error(
        (
            "van deze tekst is niet gezegd in welke taal hij is.",
            "Schrijf {{nl: …, en: …}}, of zet bovenaan `language: nl`.",
        ),
        (
            "it is not said which language this text is in.",
            "Write {{nl: …, en: …}}, or `language: nl` at the top.",
        ),
    ),
    "limits-crossed": _error(
        ("min is hier groter dan max.", "Wissel ze om."),
        ("min is larger than max here.", "Swap them."),
    ),
    "between-crossed": _error(
        ("het eerste getal van between moet kleiner zijn.", "Schrijf het laagste eerst."),
        ("the first number of between must be the smaller.", "Write the lowest first."),
    ),
    "between-without-number": _error(
        (
            "between zegt niet welk getal er verandert.",
            "Geef dit precies één effect met een getal, of schrijf `negotiable: yes`.",
        ),
        (
            "between does not say which number changes.",
            "Give this exactly one effect with a number, or write `negotiable: yes`.",
        ),
    ),
    "start-outside-between": _error(
        ("{written} valt buiten between ({lowest} tot {highest}).", "Verander een van de twee."),
        ("{written} is outside between ({lowest} to {highest}).", "Change one of the two."),
    ),
    "between-out-of-range": _error(
        (
            "between laat {written} toe, en dit kan alleen {lowest} tot {highest} zijn.",
            "Maak between smaller.",
        ),
        (
            "between allows {written}, and this can only be {lowest} to {highest}.",
            "Make between narrower.",
        ),
    ),
    "bound-empty": _error(
        (
            "deze voorwaarde noemt geen grens.",
            "Schrijf bijvoorbeeld {{at_least: 45}} of {{below: 30}}.",
        ),
        (
            "this condition names no bound.",
            "Write for instance {{at_least: 45}} or {{below: 30}}.",
        ),
    ),
    "bound-never": _error(
        ("geen getal kan aan deze voorwaarde voldoen.", "Kijk de grenzen na."),
        ("no number can meet this condition.", "Look at the bounds again."),
    ),
    "phase-shape": _error(
        (
            "een fase heeft óf rounds óf reflection.",
            "Laat er één staan; van de andere maak je een eigen fase.",
        ),
        (
            "a phase has either rounds or reflection.",
            "Keep one of them; make the other a phase of its own.",
        ),
    ),
    "too-few": _error(
        ('in "{written}" staan er te weinig.', "Er horen er minstens {lowest}."),
        ('"{written}" has too few.', "There must be at least {lowest}."),
    ),
    "too-many": _error(
        ('in "{written}" staan er te veel.', "Er mogen er hooguit {highest}."),
        ('"{written}" has too many.', "There may be {highest} at most."),
    ),
    "bad-duration": _error(
        ('"{written}" is hier geen tijd.', "Schrijf bijvoorbeeld {examples}."),
        ('"{written}" is not a time here.', "Write for instance {examples}."),
    ),
}

_REFERENCES: dict[str, Entry] = {
    "unknown-phase": _unknown_reference("fase", "phase"),
    "unknown-move": _unknown_reference("zet", "move"),
    "unknown-party": _unknown_reference("partij", "party"),
    "unknown-role": _unknown_reference("rol", "role"),
    "unknown-decor": _unknown_reference("decor", "decor"),
    "unknown-prop": _unknown_reference("attribuut", "prop"),
    "unknown-element": _unknown_reference(
        "spelregel, ritueel, decor, attribuut, rol of fase",
        "rule, ritual, decor, prop, role or phase",
    ),
    "unknown-event": _unknown_reference("gebeurtenis", "event"),
    "unknown-want": _unknown_reference("belang", "want"),
    "id-collision": _error(
        (
            'de naam "{written}" is al van iets anders (regel {first_line}).',
            "Geef een van de twee een andere naam.",
        ),
        (
            'the name "{written}" already belongs to something else (line {first_line}).',
            "Give one of the two another name.",
        ),
    ),
    "reserved-id": _error(
        ('"{written}" heeft in een scenario al een betekenis.', "Kies een andere naam."),
        ('"{written}" already means something in a scenario.', "Choose another name."),
    ),
}

_MEANING: dict[str, Entry] = {
    "unreachable-phase": _error(
        (
            'geen enkele weg leidt naar de fase "{written}".',
            "Noem haar in de `next` van een andere fase, of haal haar weg.",
        ),
        (
            'no path leads to the phase "{written}".',
            "Name it in another phase's `next`, or delete it.",
        ),
    ),
    "script-loops": _error(
        (
            "deze fasen draaien in een kring: {written}.",
            "Laat een ervan ergens anders heen gaan, zodat elk spel een einde heeft.",
        ),
        (
            "these phases go round in a circle: {written}.",
            "Send one of them elsewhere, so that every play has an end.",
        ),
    ),
    "next-can-fail": _error(
        (
            'na "{written}" kan het zijn dat geen enkele weg past.',
            "Haal bij de laatste weg de `when` weg.",
        ),
        ('after "{written}" it can be that no branch fits.', "Drop the `when` of the last one."),
    ),
    "branch-never-taken": _warning(
        ("deze weg wordt nooit genomen: die erboven past altijd.", "Zet hem hoger."),
        ("this branch is never taken: the one above always fits.", "Move it up."),
    ),
    "path-without-rounds": _error(
        (
            "er is een weg door het script zonder één ronde.",
            "Laat op elke weg minstens één fase met rounds meedoen.",
        ),
        (
            "there is a path through the script without a single round.",
            "Let every path have at least one phase with rounds that is on.",
        ),
    ),
    "phase-without-moves": _error(
        ('in de fase "{written}" valt niets te kiezen.', "Schrijf `moves: […]`."),
        ('there is nothing to choose in the phase "{written}".', "Write `moves: […]`."),
    ),
    "phase-can-strand": _error(
        (
            'in "{written}" kan {party} zonder zet komen te zitten.',
            "Bied één zet aan die niets nodig heeft, zonder once, when, of, en die geen enkele "
            "spelregel verbiedt of pas toestaat: afwachten bijvoorbeeld (`kind: hold`).",
        ),
        (
            'in "{written}" {party} can be left without a move.',
            "Offer one move without needs, once, when or of, that nothing forbids or has to "
            "allow first: waiting, for instance (`kind: hold`).",
        ),
    ),
    "outcome-without-ending": _error(
        (
            "bij de uitkomst {written} hoort geen slot.",
            "Voeg een slot toe met `when: {{outcome: {first}}}`, of een laatste zonder `when`.",
        ),
        (
            "there is no ending for the outcome {written}.",
            "Add an ending with `when: {{outcome: {first}}}`, or a last one without `when`.",
        ),
    ),
    "ending-never": _warning(
        ('het slot "{written}" komt nooit: een eerder past altijd.', "Zet het hoger."),
        ('the ending "{written}" never comes: an earlier one always fits.', "Move it up."),
    ),
    "chapter-unused": _warning(
        ("het hoofdstuk {chapter} is leeg.", "Een spel om te veranderen gebruikt alle zes."),
        ("the chapter {chapter} is empty.", "A game that can be changed uses all six."),
    ),
    "never-in-force": _warning(
        (
            '"{written}" geldt nooit: het begint uit, en niets of niemand kan het aanzetten.',
            "Schrijf `negotiable: yes`, of laat een gebeurtenis het invoeren (`adopts`).",
        ),
        (
            '"{written}" is never in force: it starts off, and nothing can switch it on.',
            "Write `negotiable: yes`, or let an event adopt it (`adopts`).",
        ),
    ),
    "never-negotiated": _warning(
        (
            'over "{written}" mag gepraat worden, maar er is geen moment waarop dat kan.',
            "Zet {chapter} bij `may_change` van een reflectiemoment, of schrijf calls hoger.",
        ),
        (
            '"{written}" is negotiable, but there is no moment at which it can be changed.',
            "Put {chapter} in the `may_change` of a reflection, or raise `calls`.",
        ),
    ),
    "rule-without-effect": _warning(
        ('de spelregel "{written}" doet niets.', "Geef een `effect`."),
        ('the rule "{written}" does nothing.', "Give it an `effect`."),
    ),
    "prop-unused": _warning(
        ('het attribuut "{written}" doet niets.', "Laat een zet het nodig hebben (`needs`)."),
        ('the prop "{written}" does nothing.', "Let a move need it (`needs`)."),
    ),
    "twin-moves": _warning(
        (
            '"{written}" en "{other}" zijn onder de tekst dezelfde zet.',
            "Kies een andere `kind`, of verander één eigenschap.",
        ),
        (
            '"{written}" and "{other}" are the same move under the text.',
            "Choose another `kind`, or change one trait.",
        ),
    ),
    "move-never-offered": _warning(
        ('geen enkele fase biedt de zet "{written}" aan.', "Zet hem bij `moves` van een fase."),
        ('no phase offers the move "{written}".', "Add it to the `moves` of a phase."),
    ),
    "secret-told": _error(
        (
            "dit vertelt iedereen een zin die alleen {party} mag kennen (regel {first_line}).",
            "Schrijf hier iets dat iedereen mag horen.",
        ),
        (
            "this tells everybody a sentence that only {party} may know (line {first_line}).",
            "Write something here that everybody may hear.",
        ),
    ),
    "line-too-long": _warning(
        ("deze zin telt {written} woorden; wie praat houdt het onder {limit}.", "Kort hem in."),
        ("this line has {written} words; people talk in fewer than {limit}.", "Shorten it."),
    ),
    "brief-too-long": _warning(
        ("deze briefing telt {written} woorden; meer dan {limit} leest niemand.", "Kort in."),
        ("this brief has {written} words; nobody reads more than {limit}.", "Shorten it."),
    ),
    "event-never": _warning(
        ('de gebeurtenis "{written}" heeft een kans van 0.', "Geef een kans van 1 tot 100."),
        ('the event "{written}" has a chance of 0.', "Give it a chance of 1 to 100."),
    ),
    "standing-pulse": _error(
        (
            "{written} kan alleen in één keer verschuiven, niet zolang iets geldt.",
            "Zet het bij een ritueel, een zet of een gebeurtenis.",
        ),
        (
            "{written} can only shift at a moment, not for as long as something is in force.",
            "Put it on a ritual, a move or an event.",
        ),
    ),
}  # fmt: skip

_LAB: dict[str, Entry] = {
    "not-a-lab": _error(
        (
            "dit bestand heeft niet de vorm van een experiment.",
            "Er horen twee dingen in: `samenspel: 1` en een blok `lab:`.",
        ),
        (
            "this file does not have the form of an experiment.",
            "Two things belong in it: `samenspel: 1` and a block `lab:`.",
        ),
    ),
    "not-a-lab-number": _error(
        ('hier hoort een getal, en geen "{written}".', "Schrijf het zoals 4, -2 of 0.8."),
        ('a number belongs here, not "{written}".', "Write it like 4, -2 or 0.8."),
    ),
    "payoffs-length": _error(
        (
            "bij {parties} partijen horen in {written} {parties} getallen, en er staan er {given}.",
            "Geef er een voor elk aantal anderen dat kan samenwerken: 0 tot en met {others}.",
        ),
        (
            "with {parties} parties {written} takes {parties} numbers, and it has {given}.",
            "Give one for each number of others that may cooperate: 0 to {others}.",
        ),
    ),
}

CATALOGUE: dict[str, Entry] = {
    **_FILE,
    **_YAML,
    **_SHAPE,
    **_REFERENCES,
    **_MEANING,
    **_LAB,
}
