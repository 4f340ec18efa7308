"""Turns layers into events: triggers, frames, roles, status, time, place, source and confidence."""

from dragoman.coding.coder import EventCoder

__all__ = ["EventCoder"]
