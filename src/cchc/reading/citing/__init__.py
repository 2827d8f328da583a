"""Documents that a text cites (viện dẫn văn bản)."""

__all__ = ["citations", "document_kinds", "document_names", "printed_symbols", "subjects"]
