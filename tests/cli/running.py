"""Runs commands as a person would who types them."""

from pathlib import Path

from typer.testing import CliRunner, Result

from sufficiency.cli import app


def run(*arguments: str | Path) -> Result:
    """Runs a command; whatever happens must not be a stack trace."""
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def run_well(*arguments: str | Path) -> Result:
    """Runs a command that must end with 0."""
    result = run(*arguments)
    assert result.exit_code == 0, result.stderr
    return result
