"""The command that the package brings."""

import json
import shlex
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from conftest import command

import toponym


def test_it_is_the_same_program():
    assert command("--version").stdout == f"toponym {toponym.__version__}\n"
    help_text = command("--help").stdout
    for name in ("resolve", "scan", "map", "batch", "serve", "index"):
        assert f"  {name}" in help_text
    run = command("resolve", "--format", "jsonl", "غيومري")
    assert json.loads(run.stdout)["candidates"][0]["id"] == "gn:616635"
    module = subprocess.run([sys.executable, "-m", "toponym", "--version"], capture_output=True, text=True)
    assert module.stdout == command("--version").stdout


def test_its_exit_status_is_the_programs():
    run = command("resolve", "--country", "Nowhereland", "Gyumri")
    assert run.returncode == 2 and "Nowhereland" in run.stderr and "Traceback" not in run.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a shell closes the streams")
def test_what_is_not_open_is_not_written_to(tmp_path):
    def run(streams, *arguments):
        words = ["exec", shlex.quote(sys.executable), "-m", "toponym", *map(shlex.quote, arguments), streams]
        return subprocess.run(["sh", "-c", " ".join(words)], cwd=tmp_path, capture_output=True, text=True)

    (tmp_path / "a.txt").write_text("في غيومري", encoding="utf-8")
    output = tmp_path / "found.csv"
    scan = ("scan", "--format", "csv", "-o", str(output), "a.txt", "nowhere.txt")
    assert run("", *scan).returncode == 2
    expected = output.read_text(encoding="utf-8")
    assert len(expected.splitlines()) == 2
    for streams in ("2>&-", "<&-", ">&-", "<&- >&- 2>&-"):
        output.unlink()
        assert run(streams, *scan).returncode == 2
        assert output.read_text(encoding="utf-8") == expected
    closed = run(">&-", "resolve", "Gyumri")
    assert closed.returncode == 2 and "standard output" in closed.stderr


def test_the_service_answers_and_ends_when_it_is_told_to():
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    program = Path(sys.executable).parent / "toponym"
    service = subprocess.Popen([program, "serve", "--listen", f"127.0.0.1:{port}"], stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5) as answer:
                    assert answer.status == 200
                    break
            except OSError:
                time.sleep(0.1)
        else:
            raise AssertionError("the service never answered")
        service.send_signal(signal.SIGINT)
        assert service.wait(20) == 0
    finally:
        service.kill()
