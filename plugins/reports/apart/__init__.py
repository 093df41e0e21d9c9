"""Drawings (SVG) and documents (PDF) → the pixels of their pages, in a process of its own.

This folder is run as a program, ``python -I reports/apart svg|pdf``, and imports nothing else of ours: what reads a
file that somebody else made may be led astray by it, and then it has little at hand. ``pages`` is the way to it.
"""
