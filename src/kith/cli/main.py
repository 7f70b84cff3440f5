"""The `kith` command: finds the sub-command and runs it."""

import sys

from kith.cli.loader import COMMANDS, database_errors, load_command
from kith.kernel.errors import KithError

REFUSED = 2


def run() -> None:
    """Entry point of the `kith` script."""
    sys.exit(main(sys.argv[1:]))


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(overview())
        return 0
    name, *rest = arguments
    if name not in COMMANDS:
        print(f"There is no command {name}. Try one of: {', '.join(COMMANDS)}.", file=sys.stderr)
        return REFUSED
    return run_command(name, rest)


def run_command(name: str, arguments: list[str]) -> int:
    try:
        load_command(name)(args=arguments, prog_name=f"kith {name}")
    except KithError as problem:
        print(problem.message, file=sys.stderr)
        return REFUSED
    except database_errors() as problem:
        reason = str(problem).strip().splitlines()[-1]
        print(f"The database does not answer as it should: {reason}. kith doctor says more.", file=sys.stderr)
        return REFUSED
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else REFUSED if end.code else 0
    return 0


def overview() -> str:
    width = max(map(len, COMMANDS))
    lines = [f"  kith {name:<{width}}  {command.says}" for name, command in COMMANDS.items()]
    return "\n".join(
        ["Kith: the team behind every child, on one page.", "", *lines, "", "kith COMMAND --help says more of each."]
    )


if __name__ == "__main__":
    run()
