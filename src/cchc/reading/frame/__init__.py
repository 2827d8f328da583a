"""What stands around the text of a document (thể thức): its front, its closing, what belongs to the page."""

__all__ = ["closing", "front", "front_lines", "layout", "letterheads", "places", "title_periods"]
