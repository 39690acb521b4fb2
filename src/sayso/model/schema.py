"""The contract as JSON Schema (draft 2020-12), made from the nouns themselves."""

from typing import Any

from pydantic import TypeAdapter

from sayso.model.correction import Correction
from sayso.model.reading import SCHEMA_VERSION, Reading
from sayso.model.situation import Situation


def json_schema() -> dict[str, Any]:
    """One schema with Reading, Situation and Correction among its definitions; any of the three is valid against it."""
    schema = TypeAdapter(Reading | Situation | Correction).json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "sayso",
        "schema_version": SCHEMA_VERSION,
        **schema,
    }
