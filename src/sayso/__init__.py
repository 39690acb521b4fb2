"""sayso: on whose say-so? News reports about armed conflict in, the situation they describe out.

>>> import sayso
>>> reading = sayso.read("The army said on Monday that it had taken the town.", published="2019-01-28")
>>> [statement.stance for statement in reading.statements]
['say']
"""

import importlib
from typing import TYPE_CHECKING, Any

from sayso._version import __version__

if TYPE_CHECKING:
    from sayso.casefile import Casefile
    from sayso.face import read, to_frame
    from sayso.lexicon import Lexicon
    from sayso.model import Reading, Report, Situation
    from sayso.reading.pipeline import Reader
    from sayso.situation import situate

__all__ = ["Casefile", "Lexicon", "Reader", "Reading", "Report", "Situation", "__version__", "read", "situate", "to_frame"]

_HOMES = {
    "Casefile": "sayso.casefile", "Lexicon": "sayso.lexicon", "Reader": "sayso.reading.pipeline", "Reading": "sayso.model",
    "Report": "sayso.model", "Situation": "sayso.model", "read": "sayso.face", "situate": "sayso.situation",
    "to_frame": "sayso.face",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for, so that `import sayso` costs nothing."""
    if name in _HOMES:
        return getattr(importlib.import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'sayso' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
