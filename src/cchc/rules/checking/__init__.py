"""Checking (kiểm tra): what a paper says held against itself, against its plan and against what is known.

A rule is a value made of a pure function; sets of rules are values too, and a finding is all that a rule can give.
"""

__all__: list[str] = []
