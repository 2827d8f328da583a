"""The rules: pure functions from plans and reports to verdicts, findings and measurements."""
