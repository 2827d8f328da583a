"""Scorecards: exact point rules, ledgers that balance, and their explanation."""
