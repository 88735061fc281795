"""Wat `main.py rename` zegt. Dutch."""

from game.words import Catalogue

WORDS: Catalogue = {
    "metavar.OLD": "OUD",
    "metavar.NEW": "NIEUW",
    "help.rename": "Verander een naam overal in een scenario; verder verandert er niets in het "
    "bestand.",
    "help.rename.old": "De naam zoals hij nu is. Heten er meer dingen zo, zet er dan iets voor: "
    "party:noord, noord.bakker.",
    "help.rename.new": "Wat het wordt.",
    "help.rename.yes": "Verander het zonder het eerst te vragen.",
    "rename.head": "{kind} “{old}” wordt “{new}”:",
    "rename.head.finishing": "{kind} “{new}” heet op sommige plaatsen nog “{old}”. Daar wordt het "
    "“{new}”:",
    "rename.kind.party": "De partij",
    "rename.kind.role": "De rol",
    "rename.kind.want": "Het belang",
    "rename.kind.move": "De zet",
    "rename.kind.decor": "Het decor",
    "rename.kind.prop": "Het attribuut",
    "rename.kind.rule": "De spelregel",
    "rename.kind.ritual": "Het ritueel",
    "rename.kind.phase": "De fase",
    "rename.kind.event": "De gebeurtenis",
    "rename.kind.ending": "De afloop",
    "rename.kind.goal": "Het leerdoel",
    "rename.sure": "{n:Deze plaats|Deze # plaatsen} in {path} veranderen? (ja/nee)",
    "rename.left-alone": "Er is niets veranderd. Zonder vraag vooraf veranderen: --yes.",
    "rename.done": "{n:# plaats|# plaatsen} veranderd in {path}.",
    "rename.undo": "Weer terug: {program} rename {file} {old} {new}",
    "rename.still-wrong": "Er {n:zit nog één fout|zitten nog # fouten} in. Laat {n:hem|ze} zien: "
    "{program} check {file}",
    "rename.unreadable": "{path} is niet helemaal te lezen, en dan worden niet alle plaatsen "
    "gevonden. Herstel eerst dit:\n{first}",
    "rename.part": "{path} is op zichzelf geen scenario: er staat geen regel met `samenspel` in. "
    "Geef het bestand van het scenario; wat daarin wordt ingevoegd, hoort erbij.",
    "rename.unknown": "In {path} komt geen naam “{written}” voor. {repair}",
    "rename.several": "Er heten meer dingen “{written}”. Welke bedoel je: {choices}?",
    "rename.bad-name": "“{written}” kan geen naam zijn. Een naam begint met een kleine letter en "
    "gaat verder met kleine letters, cijfers en streepjes; hoogstens 40 tekens.",
    "rename.read-otherwise": "“{written}” kan geen naam zijn: in een scenario betekent het ja, nee "
    "of niets. Kies een andere.",
    "rename.reserved": "“{written}” kan niet de naam van een partij zijn: het betekent al iets in "
    "een scenario. Kies een andere.",
    "rename.same": "Zo heet het al: “{written}”. Geef een andere naam.",
    "rename.taken": "“{written}” is al de naam van iets anders (regel {line}). Kies een andere.",
    "rename.other-party": "“{written}” zou bij iets anders horen. Geef alleen de nieuwe naam, "
    "zonder iets ervoor.",
    "rename.shared": "Wat op regel {line} staat, wordt met & en * twee keer gebruikt, en niet als "
    "dezelfde naam. Schrijf het daar eerst uit.",
    "rename.spelt": "De naam op regel {line} is met een backslash geschreven. Schrijf hem daar "
    "eerst gewoon op.",
    "rename.meanwhile": "{path} is veranderd terwijl je aan het lezen was. Er is niets "
    "geschreven; probeer het opnieuw.",
}
