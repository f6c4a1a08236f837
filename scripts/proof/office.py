#!/usr/bin/env python3
"""LibreOffice opens every document of a folder and reads the same text in it as stands in the file.

    scripts/proof/office.py FOLDER [--seconds 600]

The folder comes from a test run (`NABOR_WRITTEN_DOCUMENTS=FOLDER make test`) or holds any .docx files. LibreOffice turns
each into flat ODF, fifty files a process, two processes at a time, all within the time given. Then body, notes,
comments, text boxes, headers and footers are compared without blanks; what fields of Word show is left out on both
sides, for LibreOffice works it out anew. Exit code 1 and a line a document where anything differs.
"""

import argparse
import concurrent.futures
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
VML = "{urn:schemas-microsoft-com:vml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FILES_A_PROCESS = 50
# Signs that only say where a line may break, and the byte order mark, which LibreOffice drops.
SUPPLEMENTARY = re.compile("[\U00010000-\U0010ffff\u200d]")
SILENT = re.compile("[\\s\u00ad\u200b\ufeff]+")


def plain(text):
    return SILENT.sub("", text.replace("\u2011", "-"))


class Shown:
    """Texts of a document by where they stand; `frames` that no program can show are in `hidden`."""

    def __init__(self):
        self.body, self.footnotes, self.endnotes, self.comments = "", [], [], []
        self.frames, self.hidden, self.margins, self.deletions = [], [], set(), set()
        self.holds_controls = False


# ---- the file itself ------------------------------------------------------------------------------

def part_text(node, frames, fields):
    """Text of a Word element; text boxes go to `frames`. Of fields only links show what stands in the file."""
    tag = node.tag
    if tag in (W + "pPr", W + "rPr", W + "del", W + "delText", W + "fldSimple", MC + "Fallback"):
        return ""
    if tag == W + "instrText":
        if fields:
            fields[-1][0] += node.text or ""
        return ""
    if tag == W + "fldChar":
        kind = node.get(W + "fldCharType")
        if kind == "begin":
            fields.append(["", False])
        elif kind == "separate" and fields:
            fields[-1][1] = not fields[-1][0].strip().startswith("HYPERLINK")
        elif kind == "end" and fields:
            fields.pop()
        return ""
    if tag == W + "t":
        return "" if any(hides for _, hides in fields) else node.text or ""
    if tag == W + "noBreakHyphen":
        return "-"
    if tag == W + "txbxContent" or (tag == W + "p" and node.find(f"{W}pPr/{W}framePr") is not None):
        frames.append((node, "".join(part_text(child, frames, []) for child in node)))
        return ""
    return "".join(part_text(child, frames, fields) for child in node)


def relationships(archive, part):
    folder, _, name = part.rpartition("/")
    path = f"{folder}/_rels/{name}.rels"
    if path not in archive.namelist():
        return {}
    found = {}
    for item in ElementTree.fromstring(archive.read(path)).iter(RELATIONSHIP):
        target = item.get("Target")
        target = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
        found[item.get("Id")] = (item.get("Type").rpartition("/")[2], target)
    return found


def written(path):
    """What the file says."""
    shown = Shown()
    with zipfile.ZipFile(path) as archive:
        known = relationships(archive, "word/document.xml")

        def read(part):
            frames, root = [], ElementTree.fromstring(archive.read(part))
            shapes = {id(child) for shape in root.iter() if shape.tag in (WPS + "txbx", VML + "textbox") for child in shape}
            text = part_text(root, frames, [])
            for node, inside in frames:
                (shown.frames if id(node) in shapes or node.tag == W + "p" else shown.hidden).append(plain(inside))
            return root, text

        root, text = read("word/document.xml")
        shown.holds_controls = root.find(f".//{W}sdt") is not None
        shown.body = plain(text)
        used = {node.get(R + "id") for kind in ("headerReference", "footerReference") for node in root.iter(W + kind)}
        cited = {(kind, node.get(W + "id")) for kind in ("footnote", "endnote", "comment")
                 for node in root.iter(W + kind + "Reference")}
        for id_, (kind, target) in known.items():
            if kind in ("footnotes", "endnotes", "comments"):
                for note in ElementTree.fromstring(archive.read(target)):
                    if (kind[:-1], note.get(W + "id")) in cited:
                        found = plain(part_text(note, [], []))
                        getattr(shown, kind).append(found)
            elif id_ in used:
                shown.margins.add(plain(read(target)[1]))
    return shown


# ---- what LibreOffice read -------------------------------------------------------------------------

FIELDS = {TEXT + name for name in (
    "page-number page-count date time creation-date author-name author-initials title subject file-name chapter "
    "sequence sequence-ref bookmark-ref reference-ref note-ref variable-get variable-set user-field-get placeholder "
    "conditional-text hidden-text database-display expression print-date modification-date "
    "table-of-content-source".split())}


def read_text(node, shown):
    tag = node.tag
    if tag in (TEXT + "change-start", TEXT + "change-end") and node.get(TEXT + "change-id") in shown.deletions:
        # What a tracked change takes away stands between two private signs, and is cut out in the end.
        return ("\ue000" if tag.endswith("start") else "\ue001") + (node.tail or "")
    if tag in FIELDS or tag == TEXT + "tracked-changes":
        return node.tail or ""
    inside = (node.text or "") + "".join(read_text(child, shown) for child in node)
    tail = node.tail or ""
    if tag == TEXT + "note":
        bodies = [plain("".join(read_text(child, shown) for child in body)) for body in node.iter(TEXT + "note-body")]
        (shown.footnotes if node.get(TEXT + "note-class") == "footnote" else shown.endnotes).extend(bodies)
        return tail
    if tag == OFFICE + "annotation":
        shown.comments.append(plain("".join(read_text(child, shown) for child in node if child.tag == TEXT + "p"
                                            or child.tag == TEXT + "list")))
        return tail
    if tag == DRAW + "text-box":
        shown.frames.append(plain(inside))
        return tail
    if tag in (OFFICE + "binary-data", OFFICE + "annotation-end") or tag.startswith("{http://www.w3.org/2000/svg") \
            or tag.endswith("}title") or tag.endswith("}desc"):
        return tail
    return inside + tail


def opened(path):
    shown = Shown()
    root = ElementTree.parse(path).getroot()
    body = root.find(f"{OFFICE}body/{OFFICE}text")
    shown.deletions = {region.get(TEXT + "id") for region in root.iter(TEXT + "changed-region")
                       if region.find(TEXT + "deletion") is not None}
    text = "".join(read_text(child, shown) for child in body)
    shown.body = plain(re.sub("\ue000.*?\ue001", "", text, flags=re.S))
    for page in root.iter(STYLE + "master-page"):
        for child in page:
            shown.margins.add(plain(read_text(child, shown)))
    return shown


def differences(ours, theirs):
    if ours.holds_controls:
        # LibreOffice 7.4 cuts signs beyond U+FFFF in and behind content controls.
        ours.body, theirs.body = (SUPPLEMENTARY.sub("", text) for text in (ours.body, theirs.body))
    if ours.body != theirs.body:
        place = next((i for i, (a, b) in enumerate(zip(ours.body, theirs.body)) if a != b),
                     min(len(ours.body), len(theirs.body)))
        yield f"body at {place}: {ours.body[place - 10:place + 30]!r} is read as {theirs.body[place - 10:place + 30]!r}"
    # LibreOffice 7.4 loses the text of endnotes in any document that has several.
    kinds = ["footnotes", "comments"] + (["endnotes"] if len(ours.endnotes) < 2 else [])
    for name in kinds:
        if sorted(getattr(ours, name)) != sorted(getattr(theirs, name)):
            yield f"{name}: {getattr(ours, name)} are read as {getattr(theirs, name)}"
    if len(ours.endnotes) != len(theirs.endnotes):
        yield f"{len(ours.endnotes)} endnotes are read as {len(theirs.endnotes)}"
    frames = [text for text in theirs.frames if text not in ours.hidden or text in ours.frames]
    if set(ours.frames) != set(frames):
        yield f"text boxes: {ours.frames} are read as {frames}"
    lost = {text for text in ours.margins if text} - theirs.margins
    if lost:
        yield f"headers and footers: {lost} are not among {theirs.margins}"


# ---- LibreOffice -----------------------------------------------------------------------------------

def convert(files, target, end):
    with tempfile.TemporaryDirectory() as profile:
        try:
            subprocess.run(
                ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", "--convert-to", "fodt",
                 "--outdir", target, *files],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=max(1, end - time.monotonic()))
        except subprocess.TimeoutExpired:
            pass


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--seconds", type=int, default=600)
    arguments = parser.parse_args()
    files = sorted(arguments.folder.glob("*.docx"))
    if not files:
        sys.exit(f"{arguments.folder} holds no .docx file")
    end = time.monotonic() + arguments.seconds
    wrong = 0
    with tempfile.TemporaryDirectory() as target:
        pieces = [files[place:place + FILES_A_PROCESS] for place in range(0, len(files), FILES_A_PROCESS)]
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            list(pool.map(lambda piece: convert(piece, target, end), pieces))
        for path in files:
            result = pathlib.Path(target) / (path.stem + ".fodt")
            faults = list(differences(written(path), opened(result))) if result.exists() else ["is not opened"]
            wrong += bool(faults)
            for fault in faults:
                print(f"{path.name}: {fault}"[:600])
    print(f"{len(files)} documents, LibreOffice reads {len(files) - wrong} as they are written")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
