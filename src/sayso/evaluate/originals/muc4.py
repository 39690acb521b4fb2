"""MUC-4 as GRIT's authors packed it: JSON Lines with `doctext` and `extracts`."""

from typing import Any

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")


def row(line: dict[str, Any]) -> dict[str, Any]:
    """A row with `text` and `roles` of a line with `doctext` and `extracts` (role: entities, each a list of [mention, offset])."""
    extracts = line["extracts"]
    roles = {role: [[mention[0] for mention in entity] for entity in extracts.get(role, [])] for role in ROLES}
    return {"id": line.get("docid", ""), "text": line["doctext"], "roles": roles}
