"""Task tables (phụ lục nhiệm vụ): columns, rows, agencies, deliverables."""

__all__ = [
    "banners", "bodies", "body_words", "cell_lines", "deliverables", "grid", "letters", "roles", "row_codes",
    "shares", "task_rows", "task_tables", "tasks", "tasks_found",
]  # fmt: skip
