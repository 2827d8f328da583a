"""Law and lists as dated data, each fact with its citation, and the small modules that load them."""

__all__ = ["agencies", "calendars", "files", "judging", "own_files", "regimes", "scorecards"]
