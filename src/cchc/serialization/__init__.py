"""Data in and out: one strict conversion between the model's values and plain data, JSON and TOML files, JSON Schema."""

from cchc.serialization.conversion import from_data, to_data
from cchc.serialization.files import FILE_TYPES, dumps, load, loads, save
from cchc.serialization.schema import json_schema

__all__ = ["FILE_TYPES", "dumps", "from_data", "json_schema", "load", "loads", "save", "to_data"]
