"""How much more CPU time `graphkit --help` takes than a bare typer program's; prints the ratio (aim: at most 1.5)."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys

RUNS = 15
BARE = """
import typer

app = typer.Typer()


@app.command()
def hello(name: str = "world") -> None:
    typer.echo(name)


@app.command()
def bye(name: str = "world") -> None:
    typer.echo(name)


app()
"""
PROGRAMS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "bare typer --help": [sys.executable, "-c", BARE, "--help"],
    "graphkit --help": [sys.executable, "-m", "graphkit", "--help"],
    "graphkit query --help": [sys.executable, "-m", "graphkit", "query", "--help"],
}


def cpu_seconds(command: list[str]) -> float:
    """Run a program and give the CPU time it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print the median of each program, run in turns, and its ratio to the bare one."""
    times: dict[str, list[float]] = {name: [] for name in PROGRAMS}
    for _ in range(RUNS):
        for name, command in PROGRAMS.items():
            times[name].append(cpu_seconds(command))
    medians = {name: statistics.median(spent) for name, spent in times.items()}
    for name, spent in medians.items():
        print(f"{name:24} {spent * 1000:7.0f} ms  {spent / medians['bare typer --help']:5.2f} x bare typer")


if __name__ == "__main__":
    main()
