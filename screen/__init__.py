"""Screens job applications so that every score can be defended in the open."""

__version__ = "0.1.0"
