#!/usr/bin/env python3
"""Draws the pictures of the authors' guide: templates with their tags marked, and what becomes of them.

    scripts/docs/pictures.py .build/release/nabor docs

Writes `examples/*.docx` and `pictures/*.png` under the folder. The program fills the templates; LibreOffice and
poppler-utils (`pdftoppm`) draw them. The letters are those of `nabor demo`, about made-up people.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(HERE), str(HERE.parent / "templates")]

from examples import EXAMPLES  # noqa: E402

RUN = re.compile(r"<w:r>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?((?:(?!</w:r>).)*)</w:r>", re.S)
TEXT = re.compile(r'<w:t xml:space="preserve">(.*?)</w:t>', re.S)
TAG = re.compile(r"(\{\{.*?\}\}|\{%.*?%\})", re.S)
SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="FFF0B3"/>'
BYTES_MAX = 150_000

# Picture, letter of the demonstration, resolution.
LETTERS = [
    ("qualified", "restart-dolny-slask/qualified", "-pl.docx", 62),
    ("attendance", "otwarte-spotkania/attendance", ".docx", 62),
    ("certificate", "otwarte-spotkania/certificate", "-pl.docx", 56),
]


def run(*command, **more):
    done = subprocess.run(command, capture_output=True, text=True, **more)
    if done.returncode not in (0, 2):
        sys.exit(f"{' '.join(map(str, command))}: exit code {done.returncode}\n{done.stderr}")


def shaded(match):
    """A run cut into pieces, so that its tags have a ground of their own."""
    properties, content = match.group(1) or "<w:rPr></w:rPr>", match.group(2)
    texts = TEXT.findall(content)
    if len(texts) != 1 or not TAG.search(texts[0]):
        return match.group(0)
    marked = properties.replace("</w:rPr>", SHADE + "</w:rPr>")
    pieces = [piece for piece in TAG.split(texts[0]) if piece]
    return "".join(
        f"<w:r>{marked if TAG.fullmatch(piece) else properties}"
        f'<w:t xml:space="preserve">{piece}</w:t></w:r>' for piece in pieces
    )


def mark(template, target):
    """A copy of a template whose tags are marked."""
    with zipfile.ZipFile(template) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in source.namelist():
            content = source.read(name)
            if re.fullmatch(r"word/(document|header\d|footer\d)\.xml", name):
                content = RUN.sub(shaded, content.decode("utf-8")).encode("utf-8")
            copy.writestr(name, content)


def draw(work, pictures, sizes):
    """Every .docx of the work folder as a picture of its first page."""
    sources = sorted(work.glob("*.docx"))
    run("soffice", f"-env:UserInstallation=file://{work}/profile", "--headless", "--convert-to", "pdf",
        "--outdir", work, *sources)
    for source in sources:
        picture = pictures / source.stem
        run("pdftoppm", "-r", str(sizes[source.stem]), "-png", "-singlefile", "-f", "1", "-l", "1",
            source.with_suffix(".pdf"), picture)
        size = picture.with_suffix(".png").stat().st_size
        if size > BYTES_MAX:
            sys.exit(f"{picture}.png has {size} bytes; at most {BYTES_MAX}")
        print(f"{picture.name}.png  {size} bytes")


def examples(program, folder, work, sizes):
    for name, make in EXAMPLES.items():
        template = folder / "examples" / name
        template.write_bytes(make())
        stem = template.name.removesuffix(".docx").replace(".", "-")
        run(program, "render", template, "--data", folder / "examples" / "people.json", "-o", work / stem)
        mark(template, work / f"{stem}-template.docx")
        shutil.move(work / stem / "0001.docx", work / f"{stem}-result.docx")
        sizes[f"{stem}-template"] = sizes[f"{stem}-result"] = 80


def letters(program, work, sizes):
    demo = work / "demo"
    run(program, "demo", "--dir", demo)
    for name, folder, ending, size in LETTERS:
        found = sorted(path for path in (demo / "out" / folder).iterdir() if path.name.endswith(ending))
        shutil.copy(found[0], work / f"{name}-result.docx")
        sizes[f"{name}-result"] = size
    mark(ROOT / "templates" / "qualified.pl.docx", work / "qualified-template.docx")
    sizes["qualified-template"] = 62


def main():
    program, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    for name in ("examples", "pictures"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    sizes = {}
    with tempfile.TemporaryDirectory() as place:
        work = pathlib.Path(place)
        examples(program, folder, work, sizes)
        letters(program, work, sizes)
        draw(work, folder / "pictures", sizes)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main()
