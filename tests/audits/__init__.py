"""Validators of finished documents.

Each module but ``tools``, ``browser`` and ``small_documents`` has ``audit(path) -> list[str]``:
the faults it found, in words, and an empty list for a good file. Nothing here imports
``sufficiency``: the documents are judged by what they are, not by how they were made.
"""
