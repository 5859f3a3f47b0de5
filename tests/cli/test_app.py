"""What `--help` lists."""

import pytest

from sufficiency.cli import app
from tests.cli.running import run

COMMANDS = {command.callback.__name__ for command in app.registered_commands if command.callback}


class TestHelp:
    @pytest.mark.parametrize("command", sorted(COMMANDS))
    def test_every_command_is_in_it(self, command: str) -> None:
        assert f"  {command} " in run("--help").stdout

    @pytest.mark.parametrize("command", sorted(COMMANDS))
    def test_every_command_has_its_own(self, command: str) -> None:
        result = run(command, "--help")
        assert result.exit_code == 0
        assert f" {command} [OPTIONS]" in result.stdout
