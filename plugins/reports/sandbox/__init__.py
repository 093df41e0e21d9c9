"""Images, drawings (SVG) and documents (PDF) → the pixels of their pages, in a process of its own.

This folder is run as a program, ``python -I reports/sandbox images|svg|pdf``, and imports nothing else of ours: what
reads a file that somebody else made may be led astray by it, and then it has little at hand. ``pixels`` and
``attachments`` are the ways to it.
"""
