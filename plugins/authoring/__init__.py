"""The room that helps who writes, with files that an author could have typed.

It begins contents, proposes marks and claims, brings in annotations and sheets, and hands texts out to translators.
"""
