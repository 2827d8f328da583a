"""The promises of a plan (chỉ tiêu), cut out of sentences and tables."""

__all__ = [
    "anchors", "bounds", "changes", "commitments", "indicators", "indices", "item_pieces", "mentions",
    "pledges", "ranks", "scopes", "target_headings", "target_rows", "target_tables", "target_values", "targets",
]  # fmt: skip
