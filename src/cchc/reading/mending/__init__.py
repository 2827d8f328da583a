"""Vietnamese text whose marks were lost or spoiled, repaired word by word."""

__all__ = ["best_path", "legacy_fonts", "lexicon", "lookalikes", "printed_words", "repair", "skeletons", "symbol_slips"]
