"""Facts in words for people: what the terminal, the workbench and the exports say in the same way."""

from sayso.view.words import amount, days, harmless

__all__ = ["amount", "days", "harmless"]
