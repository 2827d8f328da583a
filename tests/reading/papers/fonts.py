"""A font with Vietnamese letters, for papers that are written as PDF."""

from pathlib import Path

import ttf_opensans

__all__ = ["vietnamese_font"]


def vietnamese_font() -> Path:
    """The file of the font: it comes as a package of the group `tests`, so that every machine writes the same paper."""
    return Path(ttf_opensans.opensans().path)
