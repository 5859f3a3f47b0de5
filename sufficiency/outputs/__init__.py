"""The far end: the cache, and outputs that are staged whole and swapped in, with their manifest.

Nothing is half written: at every instant the output folder or the one beside it is whole.
`stage.py` says how.
"""

from sufficiency.outputs.cache import Cache, cache_folder
from sufficiency.outputs.claim import claim
from sufficiency.outputs.composed_folder import refuse_project
from sufficiency.outputs.errors import OutputFailed, OutputHeld, OutputRefused, failure
from sufficiency.outputs.manifest import Imprint, Output, write_manifest
from sufficiency.outputs.replaced import replace_file
from sufficiency.outputs.report_file import refuse_report_file, write_report_file
from sufficiency.outputs.stage import newest, publish
from sufficiency.outputs.standing import read_previous

__all__ = [
    "Cache",
    "Imprint",
    "Output",
    "OutputFailed",
    "OutputHeld",
    "OutputRefused",
    "cache_folder",
    "claim",
    "failure",
    "newest",
    "publish",
    "read_previous",
    "refuse_project",
    "refuse_report_file",
    "replace_file",
    "write_manifest",
    "write_report_file",
]
