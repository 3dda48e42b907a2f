"""PostgreSQL's `pg_trgm`, in a server of its own on loopback.

https://www.postgresql.org/docs/current/pgtrgm.html: with a GIN index and the operator `%`, which answers with what
has a similarity above 0.3, ordered by it; or, "if only a small number of the closest matches is wanted", with a GiST
index and the operator `<->`.
"""

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

import psycopg

from .peer import NAMES, Peer

# As its documentation advises for a machine like this; one thread, as everything is asked on one.
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "shared_buffers": "1GB",
    "work_mem": "64MB",
    "maintenance_work_mem": "512MB",
    "max_parallel_workers_per_gather": "0",
    "max_parallel_maintenance_workers": "0",
    "jit": "off",
    "fsync": "off",
}


def programs():
    """The folder of the newest server that is installed, as Debian has them."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    initdb = shutil.which("initdb")
    if initdb is None:
        raise RuntimeError("no PostgreSQL (apt-get install postgresql)")
    return Path(initdb).resolve().parent


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A server with data of its own, which are deleted when it stops."""

    def __init__(self):
        self.bin = programs()
        self.folder = Path(tempfile.mkdtemp(prefix="compare-places-"))
        self.running = False
        try:
            self.start()
        except BaseException:
            self.stop()
            raise

    def start(self):
        # It refuses to run as root.
        self.user = None
        if os.geteuid() == 0:
            try:
                self.user = pwd.getpwnam("postgres").pw_name
            except KeyError:
                self.user = "nobody"
            shutil.chown(self.folder, self.user)
        password = secrets.token_hex(16)
        secret = self.folder / "password"
        secret.touch(mode=0o600)
        secret.write_text(password)
        if self.user:
            shutil.chown(secret, self.user)
        data = self.folder / "data"
        self.run("initdb", "-D", data, "-U", "compare", "-A", "scram-sha-256", f"--pwfile={secret}", "-E", "UTF8",
                 "--locale=C.UTF-8", "--no-sync")
        port = free_port()
        settings = {**SETTINGS, "port": port, "unix_socket_directories": self.folder}
        with open(data / "postgresql.conf", "a", encoding="utf-8") as out:
            out.writelines(f"{name} = '{value}'\n" for name, value in settings.items())
        self.running = True
        self.run("pg_ctl", "-D", data, "-l", self.folder / "log", "-w", "start")
        self.connection = psycopg.connect(host="127.0.0.1", port=port, user="compare", password=password,
                                          dbname="postgres", autocommit=True)

    def run(self, program, *arguments):
        done = subprocess.run([self.bin / program, *arguments], user=self.user, cwd=self.folder, text=True,
                              stdout=subprocess.PIPE if program == "initdb" else subprocess.DEVNULL,
                              stderr=subprocess.STDOUT)
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stdout or (self.folder / 'log').read_text()}")

    def seconds(self):
        """The processor's time of the process that serves the connection, in which all of its work is done."""
        worked = Path(f"/proc/{self.connection.info.backend_pid}/schedstat").read_text().split()[0]
        return int(worked) / 1e9

    def stop(self):
        try:
            if self.running:
                self.run("pg_ctl", "-D", self.folder / "data", "-m", "immediate", "-w", "stop")
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)


class Trigram(Peer):
    """What both ways have in common."""

    is_likeness = True
    index = ""
    query = ""

    def __init__(self):
        self.server = Server()

    def build(self, rows, folder):
        connection = self.server.connection
        connection.execute("CREATE EXTENSION pg_trgm")
        connection.execute(
            "CREATE TABLE names (key text NOT NULL, place integer NOT NULL, importance smallint NOT NULL)")
        with connection.cursor() as cursor, cursor.copy("COPY names FROM STDIN") as copy:
            for key, place, importance in rows:
                copy.write_row((key, place, importance))
        connection.execute(f"CREATE INDEX names_trigrams ON names USING {self.index}")
        connection.execute("VACUUM ANALYZE names")

    def ask(self, key):
        asked = self.server.connection.execute(self.query, {"key": key, "most": NAMES}, prepare=True)
        return asked.fetchall()

    def seconds(self):
        return super().seconds() + self.server.seconds()

    def size(self):
        asked = self.server.connection.execute("SELECT pg_total_relation_size('names')")
        return asked.fetchone()[0]

    def close(self):
        self.server.connection.close()
        self.server.stop()


class Similar(Trigram):
    title = "PostgreSQL `pg_trgm`, GIN, `%`"
    rule = "similarity ≥ 0.3, its default"
    index = "gin (key gin_trgm_ops)"
    query = """
        SELECT key, place, importance, similarity(key, %(key)s) AS score FROM names WHERE key %% %(key)s
        ORDER BY score DESC, importance DESC, place LIMIT %(most)s"""


class Nearest(Trigram):
    title = "PostgreSQL `pg_trgm`, GiST, `<->`"
    rule = "the nearest, always"
    index = "gist (key gist_trgm_ops(siglen=64))"
    # The index gives the nearest; what is equally near is then ordered.
    query = """
        SELECT * FROM (
            SELECT key, place, importance, 1 - (key <-> %(key)s) AS score FROM names
            ORDER BY key <-> %(key)s LIMIT %(most)s) AS nearest
        WHERE score > 0 ORDER BY score DESC, importance DESC, place"""
