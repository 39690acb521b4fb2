"""What our own process does with its memory."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from sayso._processes import keep_what_is_loaded


class _Ring:
    """Holds itself, so that only the collector can take it away."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def _thawed() -> Iterator[None]:
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("_thawed")
def test_what_is_loaded_is_passed_over() -> None:
    loaded = _Ring()
    keep_what_is_loaded()
    assert all(one is not loaded for one in gc.get_objects())


@pytest.mark.usefixtures("_thawed")
def test_what_was_loaded_before_and_is_gone_is_not_kept() -> None:
    loaded = _Ring()
    gone = weakref.ref(loaded)
    keep_what_is_loaded()
    del loaded
    keep_what_is_loaded()
    assert gone() is None
