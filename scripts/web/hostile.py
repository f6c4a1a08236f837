#!/usr/bin/env python3
"""Bad visitors beside good ones: slow connections, oversized and damaged bodies, files with lying names and types, foreign
sites, guessed passwords. Good requests must stay quick and nothing may leave its folder. usage: hostile.py NABOR"""

import os
import re
import socket
import time

from site_under_test import Site, answers, program


def raw(site, text, timeout=5):
    with socket.create_connection(("127.0.0.1", site.port), timeout=timeout) as connection:
        connection.sendall(text if isinstance(text, bytes) else text.encode())
        try:
            return connection.recv(4096).decode("utf-8", "replace")
        except OSError:
            return ""


def status(reply):
    found = re.match(r"HTTP/1\.1 (\d+)", reply)
    return int(found.group(1)) if found else 0


def expect(name, is_right, seen=""):
    print(("✓ " if is_right else "× ") + name + (f": {seen}" if seen != "" else ""))
    if not is_right:
        expect.faults += 1


expect.faults = 0


def upload(site, file_name, content_type, content):
    boundary = "grenze"
    fields = "".join(
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in answers(1) + [("-action", "refresh")]
    )
    body = (
        fields + f'--{boundary}\r\nContent-Disposition: form-data; name="cv"; filename="{file_name}"\r\n'
        f"Content-Type: {content_type}\r\n\r\n"
    ).encode() + content + f"\r\n--{boundary}--\r\n".encode()
    head = (
        f"POST /e/proba/main HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary={boundary}\r\n"
        f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    )
    return raw(site, head.encode() + body)


def main():
    site = Site(program(), arguments=["--submissions-per-minute", "1000"])
    path = site.folder + "/events/proba.yaml"
    with open(path) as file:
        text = file.read()
    with open(path, "w") as file:
        file.write(text.replace("consents:", "  - {key: cv, kind: file, label: {pl: Plik, uk: Файл}}\nconsents:"))
    site.start()
    slow = []
    try:
        for number in range(300):
            connection = socket.create_connection(("127.0.0.1", site.port))
            part = "GET / HTTP/1.1\r\nHost: x\r\nX-" if number % 2 else (
                "POST /e/proba/main HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\na"
            )
            connection.sendall(part.encode())
            slow.append(connection)
        times = []
        for _ in range(200):
            began = time.time()
            code, _, _ = site.request("GET", "/e/proba/main")
            times.append(time.time() - began)
            assert code == 200
        p99 = sorted(times)[int(len(times) * 0.99) - 1]
        expect("300 slow connections, others stay quick", p99 < 0.5, f"p99 {p99 * 1000:.0f} ms")

        code = status(raw(site, "POST /e/proba/main HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=a\r\nContent-Length: 99999999\r\n\r\n"))
        expect("a body of 100 MB is refused by its length", code == 413, code)
        code = status(raw(site, "GET / HTTP/1.1\r\nHost: x\r\nX-A: " + "a" * 60_000 + "\r\n\r\n"))
        expect("headers of 60 KB are refused", code in (0, 400, 431), code)
        for body in ["--", "--grenze\r\n", "--grenze\r\nContent-Disposition: form-data; name=\"a"]:
            code = status(raw(site, f"POST /e/proba/main HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=grenze\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n{body}"))
            expect("a damaged form is refused", code == 400, code)
        for name in ["../../../../tmp/nabor-escaped", "/tmp/nabor-escaped", "a\x00b", "C:\\nabor-escaped", "." * 4000, "nabor.sqlite"]:
            reply = upload(site, name, "text/html", b"<script>alert(1)</script>")
            expect(f"a file called {name[:20]!r} is kept under our own name", status(reply) == 200, status(reply))
        kept = os.listdir(site.folder + "/uploads")
        expect("nothing else lies in the waiting room", all(re.fullmatch(r"[0-9a-f]{64}\.[\w-]{48}", name) for name in kept), len(kept))
        expect("nothing escaped", not os.path.exists("/tmp/nabor-escaped"))
        code = status(raw(site, "POST /e/proba/main HTTP/1.1\r\nHost: x\r\nOrigin: https://evil.example\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))
        expect("another site may not send forms", code == 403, code)
        refused = 0
        for number in range(500):
            code, _, _ = site.request("POST", "/desk/login", [("login", "ola"), ("password", f"zgadywane {number}"), ("code", "")])
            refused += code in (401, 422, 429)
        expect("500 guesses are refused", refused == 500, refused)
        code, _, _ = site.request("GET", "/health")
        expect("the server is well", code == 200)
    finally:
        for connection in slow:
            connection.close()
        site.stop()
        site.remove()
    raise SystemExit(1 if expect.faults else 0)


main()
