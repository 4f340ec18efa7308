"""Frozen records: the words of the whole program. Imports nothing else of ours."""
