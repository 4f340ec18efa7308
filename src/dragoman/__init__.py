"""Dragoman reads dated news reports into a citable record of international affairs."""

__version__ = "0.1.0"
