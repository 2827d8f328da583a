"""Paragraphs, sections and what they hold (nội dung bằng lời)."""

__all__ = ["areas", "blocks", "duties", "items", "kinds", "markers", "plans", "reports", "structure", "years", "zones"]
