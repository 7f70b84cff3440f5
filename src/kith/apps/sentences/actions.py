"""What may be done with an adult's sentence: kept by whoever supervises them, and known where it keeps a child safe."""

from kith.apps.access.actions import Action
from kith.kernel.decisions import Level

KNOW = Action(
    "sentences.know", Level.READ, "See what of an adult’s sentence keeps a child safe, and be warned of an address"
)
READ = Action("sentences.read", Level.READ, "See the whole sentence of an adult whom one supervises")
KEEP = Action(
    "sentences.keep", Level.WRITE, "Record the sentence, the conditions and the intelligence of an adult one supervises"
)
OVERSEE = Action(
    "sentences.oversee", Level.SUMMARY, "See whom the own agency supervises, what is overdue, and give it to another"
)

ACTIONS = (KNOW, READ, KEEP, OVERSEE)
"""Every action of this app, for the registry."""
