"""How long talks may rest."""

from datetime import timedelta

PAUSE = timedelta(days=60)
"""Talks that rest so long are other talks when they are taken up again; the earlier ones are their precedents."""
