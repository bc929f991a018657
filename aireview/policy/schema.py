"""The JSON Schema of `.aireview.yml`, for editors (docs/schemas/aireview.schema.json)."""

from __future__ import annotations

import msgspec

from aireview.policy.document import Document


def schema() -> str:
    """Return the schema (JSON Schema 2020-12) as the text of its file."""
    _, components = msgspec.json.schema_components([Document], ref_template="#/$defs/{name}")
    document = components.pop("Document")
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **document,
        "title": ".aireview.yml",
        "$defs": components,
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=2).decode() + "\n"
