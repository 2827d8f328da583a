"""The rules of the house, each a small program that reads the tree and lists what breaks it.

Run them all with ``python -m house``, one with ``python -m house imports``.
"""
