"""Presenting: the only room that knows words; Vietnamese and English from message catalogues."""
