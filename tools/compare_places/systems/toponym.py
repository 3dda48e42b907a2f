"""This crate, by the program `ask_places`: all queries of a set in one run, each timed by itself
inside."""

import subprocess


class Toponym:
    title = "toponym"
    rule = "its own"

    def __init__(self, program):
        self.program = program

    def build(self, table, alternates, folder):
        self.index = folder / "places.toponym"
        subprocess.run([self.program, "build", table, alternates, self.index], check=True)

    def ask(self, texts):
        """For each text, three lists of ids, each with the milliseconds that it took: the answers, the answers if all
        within two edits are believed, the suggestions."""
        sent = "".join(text + "\n" for text in texts)
        command = [self.program, "ask", self.index]
        done = subprocess.run(command, input=sent.encode(), stdout=subprocess.PIPE, check=True)
        for line in done.stdout.decode().splitlines():
            cells = line.split("\t")
            yield [(ids(cells[at + 1]), int(cells[at]) / 1e6) for at in (0, 2, 4)]

    def size(self):
        return self.index.stat().st_size


def ids(cell):
    return [int(one.removeprefix("gn:")) for one in cell.split()]
