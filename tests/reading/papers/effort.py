"""How hard laws over whole papers look: a paper is made and read as slowly as a hundred small values."""

from hypothesis import settings

__all__ = ["whole_papers"]

whole_papers = settings(max_examples=max(20, settings().max_examples // 10))
"""A tenth of the examples that other laws try, and twenty at least."""
