"""Validators of finished documents.

Each module named for a format has ``audit(path) -> list[str]``: the faults it found, in words, and
an empty list for a good file. ``agreement`` compares what the three formats say with what
``expected`` reads from the project; ``tools`` and ``browser`` find and run others' programs.

Nothing here imports ``sufficiency``: the documents are judged by what they are, not by how they
were made.
"""
