#!/usr/bin/env python3
"""Serving as an organiser does it: behind a reverse proxy, with TLS of its own, telling other programs of changes, with
background work that is cut off, and stopped while a request is under way. usage: serving.py PATH-OF-NABOR"""

import hashlib
import hmac
import http.client
import http.server
import json
import os
import re
import signal
import socket
import ssl
import subprocess
import tempfile
import threading
import time
import urllib.parse

from site_under_test import Site, Visitor, answers, program

faults = []


def expect(name, is_right, seen=""):
    print(("✓ " if is_right else "× ") + name + (f": {seen}" if seen != "" else ""), flush=True)
    if not is_right:
        faults.append(name)


# --- behind a proxy


class Proxy(http.server.BaseHTTPRequestHandler):
    """Passes requests on and says who asked, as nginx does with `proxy_add_x_forwarded_for`; here the client's own address
    is told by the header `X-Test-Client`, since everybody on this computer has the same."""

    port = 0
    protocol_version = "HTTP/1.1"

    def pass_on(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        client = self.headers.get("X-Test-Client", "203.0.113.1")
        before = self.headers.get("X-Forwarded-For")
        headers = {name: value for name, value in self.headers.items() if name.lower() not in ("x-test-client", "x-forwarded-for", "connection")}
        headers["X-Forwarded-For"] = f"{before}, {client}" if before else client
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request(self.command, self.path, body, headers)
        reply = connection.getresponse()
        content = reply.read()
        self.send_response(reply.status)
        for name, value in reply.getheaders():
            if name.lower() not in ("transfer-encoding", "connection", "content-length", "date"):
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
        connection.close()

    do_GET = do_POST = pass_on

    def log_message(self, *_):
        pass


def send(port, site, number, headers=None):
    """One form, sent at once; the status."""
    fields = answers(number) + [("-key", site.submission_key()), ("-clauses", send.clauses), ("-action", "send")]
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("POST", "/e/proba/main", urllib.parse.urlencode(fields), {"Content-Type": "application/x-www-form-urlencoded", **(headers or {})})
    reply = connection.getresponse()
    reply.read()
    connection.close()
    return reply.status


def behind_a_proxy(nabor):
    site = Site(nabor, arguments=["--trusted-proxy", "127.0.0.1", "--submissions-per-minute", "3", "--public-url", "https://zapisy.example.org"]).start()
    proxy = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
    Proxy.port = site.port
    threading.Thread(target=proxy.serve_forever, daemon=True).start()
    port = proxy.server_address[1]
    try:
        host = {"Host": "zapisy.example.org"}
        send.clauses = site.clauses()
        first = [send(port, site, number, {**host, "X-Test-Client": "203.0.113.7"}) for number in range(1, 5)]
        expect("one address behind the proxy is held back after three forms", first == [303, 303, 303, 429], first)
        other = send(port, site, 10, {**host, "X-Test-Client": "203.0.113.8"})
        expect("another one is not", other == 303, other)
        forged = send(port, site, 11, {**host, "X-Test-Client": "203.0.113.7", "X-Forwarded-For": "198.51.100.1"})
        expect("what a visitor writes into X-Forwarded-For is not believed", forged == 429, forged)
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        connection.request("GET", "/metrics", headers=host)
        expect("figures are not for the internet", connection.getresponse().status == 403)
        status, headers, _ = site.request("GET", "/")
        expect("cookies and pages insist on TLS when the public address has it", headers.get("strict-transport-security", "").startswith("max-age"))
    finally:
        proxy.shutdown()
        site.stop()
        site.remove()
    site = Site(nabor, arguments=["--submissions-per-minute", "3"]).start()
    try:
        send.clauses = site.clauses()
        seen = [send(site.port, site, number, {"X-Forwarded-For": f"198.51.100.{number}"}) for number in range(1, 5)]
        expect("without a trusted proxy the header counts for nothing", seen == [303, 303, 303, 429], seen)
        status, _, text = site.request("GET", "/metrics")
        expect("figures for this computer", status == 200 and "nabor_requests_total" in text and "nabor_resident_bytes" in text)
        status, _, text = site.request("GET", "/health")
        expect("health", status == 200 and json.loads(text)["events"] == 1, text.strip())
    finally:
        site.stop()
        site.remove()


# --- TLS of its own


def with_tls(nabor):
    folder = tempfile.mkdtemp(prefix="nabor-tls-")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", folder + "/key.pem", "-out", folder + "/chain.pem"],
        check=True, capture_output=True,
    )
    site = Site(nabor, arguments=["--certificate", folder + "/chain.pem", "--key", folder + "/key.pem"]).start()
    try:
        context = ssl.create_default_context(cafile=folder + "/chain.pem")
        connection = http.client.HTTPSConnection("localhost", site.port, context=context, timeout=10)
        connection.request("GET", "/e/proba/main")
        reply = connection.getresponse()
        expect("the form comes by TLS with a checked certificate", reply.status == 200 and b"<form" in reply.read(), connection.sock.version())
        link = urllib.parse.urlsplit(re.search(r"\S+/desk/join/\S+", " ".join(site.output)).group(0)).path
        fields = {"name": "Joanna Przykładna", "login": "joanna", "password": Visitor.password}
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        for path in (link, "/desk/login"):
            connection = http.client.HTTPSConnection("localhost", site.port, context=context, timeout=30)
            connection.request("POST", path, urllib.parse.urlencode(fields), form)
            reply = connection.getresponse()
            reply.read()
        cookie = reply.getheader("Set-Cookie") or ""
        expect("the session's cookie is __Host-, Secure, HttpOnly", cookie.startswith("__Host-") and "Secure" in cookie and "HttpOnly" in cookie and "Path=/" in cookie)
        old = ssl.create_default_context(cafile=folder + "/chain.pem")
        old.maximum_version = ssl.TLSVersion.TLSv1_1
        old.set_ciphers("ALL:@SECLEVEL=0")
        try:
            with socket.create_connection(("localhost", site.port)) as raw, old.wrap_socket(raw, server_hostname="localhost"):
                expect("TLS 1.1 is refused", False)
        except (ssl.SSLError, OSError) as error:
            expect("TLS 1.1 is refused", True, type(error).__name__)
        with socket.create_connection(("localhost", site.port), timeout=5) as raw:
            raw.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
            try:
                answer = raw.recv(100)
            except OSError:
                answer = b""
            expect("plain text is not answered with a page", not answer.startswith(b"HTTP/1.1 200"))
    finally:
        site.stop()
        site.remove()
        subprocess.run(["rm", "-r", folder])


# --- telling other programs


class Receiver(http.server.BaseHTTPRequestHandler):
    heard, answers = [], []

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        status = self.answers.pop(0) if self.answers else 200
        self.heard.append((time.time(), status, body, self.headers.get("X-Nabor-Signature", "")))
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


def waited(condition, seconds=30):
    end = time.time() + seconds
    while time.time() < end:
        if condition():
            return True
        time.sleep(0.1)
    return False


def telling(nabor):
    site = Site(nabor).start()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        send.clauses = site.clauses()
        visitor = Visitor(site)
        visitor.sign_in()
        Receiver.answers = [500]
        page = visitor.post("/desk/settings/webhooks", {"address": f"http://127.0.0.1:{server.server_address[1]}/hook"})[1]
        secret = re.search(r'class="code long">([^<]+)<', page).group(1)
        send(site.port, site, 1)
        expect("a change arrives", waited(lambda: len(Receiver.heard) >= 1))
        expect("after a refusal it comes again", waited(lambda: len(Receiver.heard) >= 2, 30))
        wait = Receiver.heard[1][0] - Receiver.heard[0][0]
        expect("not before ten seconds", 9.5 < wait < 16, f"{wait:.1f} s")
        expect("the same change, the same number", Receiver.heard[0][2] == Receiver.heard[1][2])
        _, _, body, signature = Receiver.heard[1]
        stamp, code = re.fullmatch(r"t=(\d+),v1=([0-9a-f]{64})", signature).groups()
        wanted = hmac.new(secret.encode(), f"{stamp}.".encode() + body, hashlib.sha256).hexdigest()
        expect("its signature is right", hmac.compare_digest(code, wanted))
        told = json.loads(body)
        expect("it names the change and nobody", set(told) == {"number", "at", "action", "event", "code"} and told["action"] == "registered", told["action"])
        count = len(Receiver.heard)
        Receiver.answers = [410]
        send(site.port, site, 2)
        expect("the next one arrives", waited(lambda: len(Receiver.heard) == count + 1))
        time.sleep(2.5)
        send(site.port, site, 3)
        time.sleep(5)
        expect("410 turns the address off", len(Receiver.heard) == count + 1, len(Receiver.heard) - count)
        expect("the settings say so", "status stop" in visitor.ask("GET", "/desk/settings")[1])
    finally:
        server.shutdown()
        site.stop()
        site.remove()


# --- background work that is cut off


def cut_off(nabor):
    site = Site(nabor, arguments=["--submissions-per-minute", "100000"]).start()
    try:
        send.clauses = site.clauses()
        for number in range(1, 401):
            send(site.port, site, number)
        visitor = Visitor(site)
        visitor.sign_in()
        status, _, headers = visitor.post("/desk/documents/proba", {"kind": "receipt"}, with_headers=True)
        job = headers["Location"]
        folder = site.folder + "/out/proba/receipt"
        waited(lambda: os.path.isdir(folder) and len(os.listdir(folder)) > 5, 20)
        site.process.send_signal(signal.SIGKILL)
        site.process.wait()
        cut = len(os.listdir(folder)) if os.path.isdir(folder) else 0
        expect("killed in the middle of the work", 0 < cut < 400, f"{cut} of 400 letters")
        site.start()
        visitor.connect(site)
        done = waited(lambda: "status good" in visitor.ask("GET", job)[1], 60)
        expect("after the start it is done to the end", done)
        names = [name for name in os.listdir(folder) if name.endswith(".docx")]
        expect("every letter is there once", len(names) == 400, len(names))
        listed = subprocess.run([nabor, "journal", "verify", "--workspace", site.folder], capture_output=True)
        expect("the journal holds", listed.returncode == 0)
    finally:
        site.stop()
        site.remove()


# --- stopping


def stopping(nabor):
    site = Site(nabor).start()
    try:
        clauses = site.clauses()
        body = urllib.parse.urlencode(answers(1) + [("-key", site.submission_key()), ("-clauses", clauses), ("-action", "send")]).encode()
        with socket.create_connection(("127.0.0.1", site.port), timeout=20) as raw:
            head = f"POST /e/proba/main HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
            raw.sendall(head.encode() + body[:100])
            time.sleep(0.3)
            site.process.send_signal(signal.SIGTERM)
            time.sleep(0.3)
            raw.sendall(body[100:])
            answer = raw.recv(4096).decode("utf-8", "replace")
        expect("a request under way is answered after SIGTERM", answer.startswith("HTTP/1.1 303"), answer.split("\r\n")[0])
        expect("the server ends by itself", site.process.wait(30) == 0, site.process.returncode)
        expect("and what was sent is there", len(site.registrations()) == 1)
    finally:
        if site.process.poll() is None:
            site.process.kill()
        site.remove()


def main():
    nabor = program()
    for part in (behind_a_proxy, with_tls, telling, cut_off, stopping):
        print(f"— {part.__name__.replace('_', ' ')}")
        part(nabor)
    raise SystemExit(1 if faults else 0)


main()
