"""How many pages a second nginx gives as the guide has it set up, beside a file of the same size that it gives plainly."""

import contextlib
import getpass
import shutil
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from measured import run
from projects import ROOT, of_years
from weight import KINDS

sys.path.insert(0, str(ROOT))

from macros.html.policy import for_nginx

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
ROUNDS, ASKED, TOGETHER = 9, 10_000, 50
"""How often each is measured, how many are asked for each time, and how many of them before an answer is read."""
SETTINGS = """daemon off; user {user}; worker_processes 1; pid {folder}/pid; error_log stderr crit;
events {{}}
http {{
  include /etc/nginx/mime.types; access_log off; keepalive_requests 1000000;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{ listen 127.0.0.1:{site_port}; root {site};
{headers}
  }}
  server {{ listen 127.0.0.1:{file_port}; root {folder}; }}
}}
"""


def free_port() -> int:
    """Give a port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@contextlib.contextmanager
def behind_nginx(folder: Path, site: Path) -> Iterator[tuple[int, int]]:
    """Serve a site as the guide says, and a folder plainly; give the ports of both."""
    ports = free_port(), free_port()
    shutil.copy("/etc/nginx/mime.types", folder)
    told = SETTINGS.format(
        folder=folder, site=site, headers=for_nginx(), user=getpass.getuser(), site_port=ports[0], file_port=ports[1]
    )
    (folder / "nginx.conf").write_text(told, "utf-8")
    with subprocess.Popen([NGINX, "-p", folder, "-c", folder / "nginx.conf"]) as server:
        try:
            while server.poll() is None:
                with contextlib.suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", ports[1])):
                    break
                time.sleep(0.05)
            yield ports
        finally:
            server.terminate()


def answer(connection: socket.socket, request: bytes) -> tuple[int, int]:
    """Ask once; give how many bytes the answer has, and how many of them are content. Raises ValueError for an error."""
    connection.sendall(request)
    heard = b""
    while b"\r\n\r\n" not in heard:
        heard += connection.recv(65_536)
    head = heard.partition(b"\r\n\r\n")[0]
    if not head.startswith(b"HTTP/1.1 200"):
        raise ValueError(head.decode())
    content = int(head.lower().partition(b"content-length: ")[2].split()[0])
    read(connection, len(head) + 4 + content - len(heard))
    return len(head) + 4 + content, content


def read(connection: socket.socket, most: int) -> None:
    """Read so many bytes."""
    while most > 0:
        most -= len(connection.recv(min(most, 1 << 20)))


def a_second(port: int, path: str) -> tuple[float, int]:
    """Give how many a second are given of what is at a path, asked for over one connection, and the size of one."""
    request = f"GET /{path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n".encode()
    with socket.create_connection(("127.0.0.1", port)) as connection:
        whole, content = answer(connection, request)
        start = time.perf_counter()
        for _batch in range(ASKED // TOGETHER):
            connection.sendall(request * TOGETHER)
            read(connection, whole * TOGETHER)
        return ASKED / (time.perf_counter() - start), content


def served(folder: Path, years: int) -> Iterator[tuple[str, str, str]]:
    """Yield for each kind of page how many a second there are, beside a file of the same size; more years change nothing."""
    if years > 1:
        return
    if NGINX is None:
        yield "pages a second behind nginx", "not measured: nginx is not on this machine", ""
        return
    ours = of_years(folder / "ours", 1)
    run((sys.executable, "-m", "macros", "build"), ours, PDF="0")
    plainly = folder / "plainly"
    plainly.mkdir()
    with behind_nginx(plainly, ours / "site") as (of_site, of_file):
        for kind, path in KINDS.items():
            _many, size = a_second(of_site, path)
            (plainly / "file").write_bytes(bytes(size))
            ratios, rates = [], []
            for _round in range(ROUNDS):
                rate = a_second(of_site, path)[0]
                rates.append(rate)
                ratios.append(rate / a_second(of_file, "file")[0])
            told = (
                f"{statistics.median(ratios):.2f} ({statistics.median(rates):.0f} a second, {size / 1000:.1f} kB each)"
            )
            yield f"behind nginx, {kind} / a file of the same size", told, ""
