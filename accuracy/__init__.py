"""How well real papers are read: precision and recall by field against hand-made answers."""
