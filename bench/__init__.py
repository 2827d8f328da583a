"""How fast the library is, beside the goals it has set itself; ``python -m bench`` measures, and never fails on slowness."""
