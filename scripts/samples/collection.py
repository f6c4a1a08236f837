"""Collects the sample files and the expectation for each submission."""

import json
import os
import shutil
import subprocess
import tempfile

import mails


class Collection:
    def __init__(self, root, office):
        """`office`: convert with LibreOffice; otherwise files made by it earlier are kept as they are."""
        self.root, self.office = root, office
        self.manifest = []
        self.mbox = []

    def path(self, name):
        path = os.path.join(self.root, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        return path

    def write(self, name, data):
        with open(self.path(name), "wb") as file:
            file.write(data)

    def expect(self, number, file, event, becomes, why, channel, form="main", received=None, part=None, same_as=None,
               codes=(), answers=None):
        entry = {"id": number, "file": file}
        for key, value in [("part", part), ("event", event), ("form", form if event else None), ("channel", channel),
                           ("received", received), ("becomes", becomes), ("sameAs", same_as),
                           ("codes", list(codes) or None), ("answers", answers), ("why", why)]:
            if value is not None:
                entry[key] = value
        self.manifest.append(entry)

    # Mails

    def eml(self, name, raw):
        self.write(f"mailbox/{name}.eml", raw)
        return f"mailbox/{name}.eml"

    def maildir(self, number, received, raw, seen=True):
        seconds = int(mails.warsaw(received).timestamp())
        folder, flags = ("cur", ":2,S") if seen else ("new", "")
        # A colon is no name everywhere; Maildirs on such systems use an exclamation mark. Git keeps either.
        name = f"mailbox/zapisy/{folder}/{seconds}.M{number}P1.mx.example.org{flags}"
        self.write(name, raw)
        return name

    def in_mbox(self, received, raw):
        self.mbox.append((received, raw))
        return "mailbox/filie.mbox", f"message[{len(self.mbox)}]"

    # Conversions by LibreOffice

    def converted(self, data, target, cache):
        """The document in another format. LibreOffice's own output differs from run to run, so what it made once is
        kept in `scripts/samples/made-by-libreoffice` and used again."""
        kept = os.path.join(os.path.dirname(os.path.abspath(__file__)), "made-by-libreoffice", cache)
        if not self.office and os.path.exists(kept):
            with open(kept, "rb") as file:
                return file.read()
        with tempfile.TemporaryDirectory() as folder:
            source = os.path.join(folder, "form.docx")
            with open(source, "wb") as file:
                file.write(data)
            kind = {"jpg": "pdf", "docx": "docx:MS Word 2007 XML"}.get(target, target)
            out = os.path.join(folder, "out")
            subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", kind,
                            "--outdir", out, source], check=True, capture_output=True, timeout=120)
            if target == "jpg":
                subprocess.run(["pdftoppm", "-r", "80", "-jpeg", "-jpegopt", "quality=55", "-singlefile",
                                os.path.join(out, "form.pdf"), os.path.join(out, "form")], check=True, timeout=60)
            os.makedirs(os.path.dirname(kept), exist_ok=True)
            shutil.copyfile(os.path.join(out, "form." + target), kept)
        with open(kept, "rb") as file:
            return file.read()

    def finish(self):
        self.write("mailbox/filie.mbox", mails.mbox(self.mbox))
        text = json.dumps({"submissions": self.manifest}, ensure_ascii=False, indent=1)
        self.write("manifest.json", (text + "\n").encode())
