"""Presenting: the only room that knows words; Vietnamese and English from message catalogues."""

__all__ = ["overview", "points", "problems", "requirements", "tables", "times", "words"]
