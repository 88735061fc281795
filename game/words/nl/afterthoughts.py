"""What people write at the debrief, and the report with it. Dutch."""

from game.words import Catalogue

WORDS: Catalogue = {
    # how it is told back
    "afterthoughts.head": "Wat je opschreef",
    "afterthoughts.head.table": "Wat jullie opschreven",
    "afterthoughts.told": "{what}: {said}",
    "afterthoughts.yours": "“{text}”",
    "afterthoughts.of": "{party} “{text}”",
    "afterthoughts.feeling": "In één woord",
    "afterthoughts.turn": "Over het keerpunt",
    "afterthoughts.otherwise": "Een volgende keer anders",
    "afterthoughts.friday": "Vóór vrijdag",
    "afterthoughts.tell": "Wie het te horen krijgt",
    "afterthoughts.sign": "Te merken aan",
    "turn.where.round": "ronde {n}",
    "turn.where.moment": "het reflectiemoment na ronde {n}",
    "turn.yours.same": "Jij koos {where} als keerpunt, en het verhaal noemt dat ook.",
    "turn.yours.other": "Jij koos {where} als keerpunt; het verhaal noemt {told}. Waarom zag jij "
    "het anders?",
    "turn.yours.alone": "Jij koos {where} als keerpunt; het verhaal noemt er geen.",
    "turn.of.same": "{party} koos {where} als keerpunt, en het verhaal noemt dat ook.",
    "turn.of.other": "{party} koos {where} als keerpunt; het verhaal noemt {told}.",
    "turn.of.alone": "{party} koos {where} als keerpunt; het verhaal noemt er geen.",
    # how it is asked
    "afterthoughts.prompt": "{what} (Enter slaat over)",
    "afterthoughts.prompt.again": "{what} (Enter laat “{said}” staan)",
    "afterthoughts.prompt.of": "{party}. {what}",
    "afterthoughts.ask.feeling": "Jouw woord",
    "afterthoughts.ask.turn": "Het nummer van de ronde, of in je eigen woorden",
    "afterthoughts.ask.otherwise": "Wat je anders zou doen",
    "afterthoughts.ask.friday": "Wat ik doe",
    "afterthoughts.ask.tell": "Wie ik het vertel",
    "afterthoughts.ask.sign": "Waaraan ik merk dat het iets uithaalt",
    "afterthoughts.no-round": "Ronde {written} is er niet; het waren er {n}.",
    "afterthoughts.kept": "Wat je hier schrijft, blijft bij het spel bewaard. Alles mag leeg "
    "blijven.",
    "afterthoughts.commands": "Alleen ?, t en q zijn hier opdrachten; de rest is je antwoord.",
    "afterthoughts.cut": "Dat is erg lang: de eerste {most:,} tekens zijn bewaard.",
    "saved.written": "Wat je opschreef, is bij het spel bewaard. Er iets bij schrijven: {program} "
    "play --resume {path}",
    # the report
    "report.steps": "De stappen",
    "report.trainer": "Voor de begeleider",
    "report.facts": "Samenspel. Scenario {source}, seed {seed}: {seats}.",
    "saved.report": "Als pagina om te bewaren of te printen: {program} debrief {path} "
    "--html {page}",
    "report.saved": "Het verslag staat in {path}",
    "table.saved": "De tabel staat in {path}",
    "report.save": "Bewaar het verslag",
    "report.offer": "De hele nabespreking als pagina, om te bewaren of te printen.",
}
