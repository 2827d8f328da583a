"""Figures in running text (số liệu), and what each of them measures."""

__all__ = [
    "breakdowns", "clauses", "comparisons", "counted", "figure_names", "figure_words", "figures",
    "measurements", "numbered_names", "printed_numbers", "statement_agencies", "statement_times",
]  # fmt: skip
