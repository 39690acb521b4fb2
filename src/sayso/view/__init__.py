"""Facts in words for people: what the terminal, the workbench and the exports say in the same way."""

from sayso.view.deeds import MOVES, QUADS, STATUS, deed, plain, quad, relation
from sayso.view.words import amount, amount_told, days, disowning, grounds, harmless, nameless

__all__ = [
    "MOVES", "QUADS", "STATUS", "amount", "amount_told", "days", "deed", "disowning", "grounds", "harmless", "nameless", "plain", "quad", "relation",
]  # fmt: skip
