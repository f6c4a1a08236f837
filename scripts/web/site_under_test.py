"""A workspace with one open event and a running `nabor serve`, for the scripts of this folder."""

import base64
import hashlib
import hmac
import http.client
import json
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse

SETTINGS = """\
organiser: {name: Fundacja Próba, address: "ul. Przykładowa 1, 00-001 Warszawa", email: biuro@example.org}
language: pl
time_zone: Europe/Warsaw
mail: {intake: zapisy@example.org, from: biuro@example.org, from_name: Fundacja Próba}
"""

EVENT = """\
event: proba
title: {pl: Spotkanie próbne, uk: Пробна зустріч}
languages: [pl, uk]
activities:
  - {id: spotkanie, title: {pl: Spotkanie, uk: Зустріч}, kind: meeting, capacity: 20, place: Toruń, sessions: [{id: s1, date: 2031-12-14}]}
deadline: 2031-12-08
fields:
  - {key: name_latin, kind: personName, label: {pl: Imię i nazwisko, uk: Ім’я та прізвище}, required: true}
  - {key: email, kind: email, label: E-mail, required: true}
  - {key: phone, kind: phone, label: {pl: Telefon, uk: Телефон}}
  - {key: city, kind: text, label: {pl: Miejscowość, uk: Місто}, required: true}
  - {key: about, kind: longText, label: {pl: O sobie, uk: Про себе}}
consents:
  - {key: consent_data, label: {pl: Klauzula, uk: Інформація}, required: true, version: 2031-01-01, text: {pl: "Zapoznałam się.", uk: "Я ознайомилася."}}
"""


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def listens(port):
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
        return True
    except OSError:
        return False


class Site:
    """Starts a server on a free port in a workspace of its own; `nabor` is the built program."""

    def __init__(self, nabor, folder=None, arguments=()):
        self.nabor = nabor
        self.folder = folder or tempfile.mkdtemp(prefix="nabor-web-")
        self.arguments = list(arguments)
        self.port = None
        self.process = None
        if not os.path.exists(self.folder + "/nabor.yaml"):
            os.makedirs(self.folder + "/events", exist_ok=True)
            with open(self.folder + "/nabor.yaml", "w") as file:
                file.write(SETTINGS)
            with open(self.folder + "/events/proba.yaml", "w") as file:
                file.write(EVENT)

    def start(self):
        # With a public address the server tells that one, and not the port on which it listens.
        port = free_port() if "--public-url" in self.arguments else 0
        self.process = subprocess.Popen(
            [self.nabor, "serve", "--workspace", self.folder, "--port", str(port), *self.arguments],
            stderr=subprocess.PIPE, text=True,
        )
        self.output = []
        for line in self.process.stderr:
            self.output.append(line.strip())
            found = re.search(r"https?://[\w.]+:(\d+)\s*$", line)
            if found and "join" not in line:
                self.port = int(found.group(1))
                return self
            if port and listens(port):
                self.port = port
                return self
        raise SystemExit("the server did not start: " + " ".join(self.output))

    def stop(self):
        self.process.terminate()
        self.process.wait(30)

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def request(self, method, path, fields=None, timeout=30):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        body = urllib.parse.urlencode(fields) if fields is not None else None
        headers = {"Content-Type": "application/x-www-form-urlencoded"} if body is not None else {}
        try:
            connection.request(method, path, body, headers)
            reply = connection.getresponse()
            return reply.status, {name.lower(): value for name, value in reply.getheaders()}, reply.read().decode("utf-8", "replace")
        finally:
            connection.close()

    def clauses(self):
        """The digest of the clauses as shown, from a review page."""
        _, _, page = self.request("POST", "/e/proba/main", answers(0) + [("-action", "review")])
        return re.search(r'name="-clauses" value="([^"]+)"', page).group(1)

    def submission_key(self):
        """A key as the server issues it; the server's own secret lies in the workspace."""
        with open(self.folder + "/web.key", "rb") as file:
            secret = file.read()
        random = base64.urlsafe_b64encode(secrets.token_bytes(24)).decode()
        code = hmac.new(secret, b"submissionKey:" + random.encode(), hashlib.sha256).digest()[:12]
        return random + base64.urlsafe_b64encode(code).decode()

    def registrations(self):
        output = subprocess.run(
            [self.nabor, "list", "proba", "--workspace", self.folder, "--limit", "1000000", "--json"],
            capture_output=True, text=True, check=True,
        ).stdout
        return [json.loads(line) for line in output.splitlines()]


class Visitor:
    """Somebody of the staff, on one connection."""

    password = "koń wóz niebo pole"

    def __init__(self, site):
        self.cookie = ""
        self.connect(site)

    def connect(self, site):
        self.site = site
        self.connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=60)

    def sign_in(self):
        """Makes the first account by its one-time link and signs in."""
        link = next(re.search(r"/desk/join/\S+", line).group(0) for line in self.site.output if "/desk/join/" in line)
        self.ask("POST", link, {"name": "Joanna Przykładna", "login": "joanna", "password": self.password})
        self.ask("POST", "/desk/login", {"login": "joanna", "password": self.password})

    def ask(self, method, path, fields=None, with_headers=False):
        headers = {"Cookie": self.cookie} if self.cookie else {}
        body = urllib.parse.urlencode(fields) if fields else None
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body, headers)
        reply = self.connection.getresponse()
        text = reply.read().decode("utf-8", "replace")
        if reply.getheader("Set-Cookie"):
            self.cookie = reply.getheader("Set-Cookie").split(";")[0]
        return (reply.status, text, dict(reply.getheaders())) if with_headers else (reply.status, text)

    def post(self, path, fields, with_headers=False):
        """Posts a form of the desk with the token that its pages carry."""
        token = re.search(r'name="-token" value="([^"]+)"', self.ask("GET", "/desk")[1]).group(1)
        return self.ask("POST", path, {**fields, "-token": token}, with_headers)


LETTERS = "abcdefghijklmnoprstuwz"


def word(number):
    return "".join(LETTERS[number // len(LETTERS) ** power % len(LETTERS)] for power in range(5)).capitalize()


def answers(number):
    """Answers of somebody made up; no two of them look like the same person."""
    most = len(LETTERS) ** 5
    return [
        ("name_latin", f"{word(number * 7919 % most)} {word((number * 104_729 + 11) % most)}"),
        ("email", f"osoba{number}@example.org"), ("city", "Toruń"),
        ("about", "Prowadzę zajęcia dla dzieci w świetlicy i chcę nauczyć się pracy z grupą." * 2),
        ("consent_data", "true"), ("-language", "pl"),
    ]


def program():
    if len(sys.argv) < 2 or not os.access(sys.argv[1], os.X_OK):
        raise SystemExit(f"usage: {sys.argv[0]} PATH-OF-NABOR […]")
    return os.path.abspath(sys.argv[1])
