"""Runs commands as a person would who types them."""

from pathlib import Path

from typer.testing import CliRunner, Result

from sufficiency.cli import app


def run(*arguments: str | Path, typed: str = "") -> Result:
    """Runs a command that is answered with what is ``typed``; whatever happens must not be a
    stack trace."""
    result = CliRunner().invoke(app, [str(argument) for argument in arguments], input=typed)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def run_well(*arguments: str | Path, typed: str = "") -> Result:
    """Runs a command that must end with 0."""
    result = run(*arguments, typed=typed)
    assert result.exit_code == 0, result.stderr
    return result
