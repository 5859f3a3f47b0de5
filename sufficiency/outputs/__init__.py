"""The far end: the cache, and outputs that are staged whole and swapped in, with their manifest.

Nothing is half written: at every instant the output folder or the one beside it is whole.
"""

from sufficiency.outputs.cache import Cache, cache_folder
from sufficiency.outputs.evidence_files import ledger_file
from sufficiency.outputs.manifest import Edition, Output, write_manifest
from sufficiency.outputs.stage import OutputRefused, publish

__all__ = [
    "Cache",
    "Edition",
    "Output",
    "OutputRefused",
    "cache_folder",
    "ledger_file",
    "publish",
    "write_manifest",
]
