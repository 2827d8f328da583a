"""The grammar of time cells (thời gian thực hiện), a word at a time."""

__all__ = [
    "clauses", "dates", "frequencies", "lists", "marks", "moments", "parts", "periods", "phrases", "subjects",
    "tokens", "wording",
]  # fmt: skip
