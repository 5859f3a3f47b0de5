"""What an engine says when it cannot make a document, in words for people."""


class EngineError(Exception):
    """A tool could not make a document; the message says which tool, what and where."""


class ToolMissing(EngineError):
    """A tool that an engine needs is not installed."""
