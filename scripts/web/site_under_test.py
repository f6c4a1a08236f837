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
        self.process = subprocess.Popen(
            [self.nabor, "serve", "--workspace", self.folder, "--port", "0", *self.arguments],
            stderr=subprocess.PIPE, text=True,
        )
        self.output = []
        for line in self.process.stderr:
            self.output.append(line.strip())
            found = re.search(r"http://[\d.]+:(\d+)\s*$", line)
            if found and "join" not in line:
                self.port = int(found.group(1))
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


LETTERS = "abcdefghijklmnoprstuwz"


def answers(number):
    """Answers of somebody made up; no two of them look like the same person."""
    name = "".join(LETTERS[number // len(LETTERS) ** power % len(LETTERS)] for power in range(5)).capitalize()
    return [
        ("name_latin", f"{name} Testowa{name}"), ("email", f"osoba{number}@example.org"), ("city", "Toruń"),
        ("about", "Prowadzę zajęcia dla dzieci w świetlicy i chcę nauczyć się pracy z grupą." * 2),
        ("consent_data", "true"), ("-language", "pl"),
    ]


def program():
    if len(sys.argv) < 2 or not os.access(sys.argv[1], os.X_OK):
        raise SystemExit(f"usage: {sys.argv[0]} PATH-OF-NABOR […]")
    return os.path.abspath(sys.argv[1])
