"""The bodies of forms, within a time: who sends one byte a minute holds no connection for ever."""

import asyncio

from fastapi import Request
from starlette.datastructures import FormData

SECONDS = 60.0
"""That a form may take to arrive,"""
SECONDS_WITH_FILES = 900.0
"""and one with files: 50 MB over half a megabit a second."""


class SlowError(Exception):
    """A form did not arrive in time. The message is a sentence."""


async def arrived(request: Request, seconds: float, *, max_files: int = 0, max_fields: int = 400, max_part_size: int = 1024 * 1024) -> FormData:
    """The form that a request carries. Raises SlowError where it is not there after so many seconds."""
    try:
        async with asyncio.timeout(seconds):
            return await request.form(max_files=max_files, max_fields=max_fields, max_part_size=max_part_size)
    except TimeoutError:
        late = f"What was sent did not arrive within {seconds:g} seconds, and nothing was done with it. Send it again, or less at once."
        raise SlowError(late) from None
