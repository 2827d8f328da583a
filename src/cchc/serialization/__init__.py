"""Data in and out: one strict converter, JSON and TOML files, JSON Schema."""
