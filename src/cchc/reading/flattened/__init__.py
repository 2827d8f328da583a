"""Task tables that have lost their columns, cut into cells again by the best path."""

__all__ = [
    "cell_evidence", "cell_signs", "cell_words", "column_habits", "column_order", "cutting", "flattened",
    "flattened_tasks", "page_furniture", "printed", "row_cutting", "row_numbers",
]  # fmt: skip
