"""Toponyms and what they are resolved to."""
