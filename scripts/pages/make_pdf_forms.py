#!/usr/bin/env python3
"""Writes the PDF forms that Tests/PageReadersTests reads, with what two other readers of PDF say of their fields.

    python3 -m venv V && V/bin/pip install reportlab pypdf pikepdf pymupdf cryptography
    V/bin/python scripts/pages/make_pdf_forms.py Tests/Fixtures/pages

Needs qpdf and LibreOffice as well. Everybody in these forms is made up. Each FORM.pdf gets a FORM.json: its fields as
pikepdf's object tree gives them; the script stops where pypdf says otherwise. `compare_fields.py` puts `nabor read` beside
them.
"""
import io
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import pymupdf as fitz
import pikepdf
import pypdf
from pikepdf import Array, Dictionary, Name, String
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"


# ---------------------------------------------------------------- writers

def by_reportlab():
    """One page as organisers make it: labels left, fields right, boxes before their options."""
    pdfmetrics.registerFont(TTFont("Deja", FONT))
    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=A4, invariant=1)
    page.setFont("Deja", 11)
    form = page.acroForm
    y = 780
    rows = [("Imię i nazwisko", "name", "Zofia Próbna-Testowa", ""), ("E-mail", "email", "zofia@example.org", ""),
            ("Telefon", "phone", "+48 990 123 456", ""), ("Dlaczego chcesz wziąć udział?", "why",
             "Poznam nowych ludzi\ni miasto.", "multiline")]
    for label, name, value, flags in rows:
        height = 54 if flags else 18
        page.drawString(50, y + 4, label)
        form.textfield(name=name, tooltip=label, x=250, y=y - height + 18, width=280, height=height, value=value,
                       fieldFlags=flags, fontName="Helvetica", fontSize=10)
        y -= height + 14
    page.drawString(50, y + 4, "Kraj")
    form.choice(name="country", tooltip="Kraj", x=250, y=y, width=150, height=18, value="UA",
                options=[("Polska", "PL"), ("Ukraina", "UA"), ("Białoruś", "BY")], fieldFlags="combo")
    y -= 50
    page.drawString(50, y + 24, "Języki")
    form.listbox(name="languages", tooltip="Języki", x=250, y=y, width=150, height=46, value="ru",
                 options=[("polski", "pl"), ("rosyjski", "ru"), ("angielski", "en")], fieldFlags="")
    y -= 40
    for name, label, ticked in [("vegan", "wegańska", True), ("vegetarian", "wegetariańska", False)]:
        form.checkbox(name=name, tooltip=label, x=250, y=y, size=14, checked=ticked)
        page.drawString(270, y + 2, label)
        y -= 22
    page.drawString(50, y + 2, "Wiek")
    for index, (value, label) in enumerate([("young", "do 26"), ("middle", "27-59"), ("old", "60+")]):
        form.radio(name="age", tooltip="Wiek", value=value, selected=value == "middle", x=250 + index * 90, y=y, size=14)
        page.drawString(268 + index * 90, y + 2, label)
    page.showPage()
    page.save()
    return out.getvalue()


def filled_by_pypdf(blank):
    """A blank of one program, filled by another."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(blank))
    writer.update_page_form_field_values(
        writer.pages[0],
        {"name": "Ostap Próbny", "email": "ostap.probny@example.org", "phone": "+380 99 000 00 11", "why": "",
         "vegan": "/Off", "vegetarian": "/Yes", "age": "/old", "country": "BY"},
        auto_regenerate=False)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def by_pymupdf():
    document = fitz.open()
    page = document.new_page(width=595, height=842)
    rows = [("Given name", "given", "Alesia"), ("Surname", "surname", "Probnaya"), ("City", "city", "Grodno")]
    y = 80
    for label, name, value in rows:
        page.insert_text((50, y), label)
        widget = fitz.Widget()
        widget.field_name, widget.field_label, widget.field_value = name, label, value
        widget.field_type = fitz.PDF_WIDGET_TYPE_TEXT
        widget.rect = fitz.Rect(200, y - 13, 400, y + 5)
        page.add_widget(widget)
        y += 40
    widget = fitz.Widget()
    widget.field_name, widget.field_type = "agree", fitz.PDF_WIDGET_TYPE_CHECKBOX
    widget.rect, widget.field_value = fitz.Rect(200, y - 12, 214, y + 2), True
    page.add_widget(widget)
    page.insert_text((220, y), "I agree to the terms")
    widget = fitz.Widget()
    widget.field_name, widget.field_type = "session", fitz.PDF_WIDGET_TYPE_COMBOBOX
    widget.choice_values, widget.field_value = ["morning", "evening"], "evening"
    widget.rect = fitz.Rect(200, y + 20, 320, y + 38)
    page.add_widget(widget)
    page.set_rotation(90)
    return document.tobytes(no_new_id=True, deflate=True)


def by_libreoffice():
    """Form controls of a word processor. LibreOffice calls a box's state otherwise in /AS than in its appearance."""
    markup = ("<html><meta charset='utf-8'><body><h2>Formularz</h2><form name='f' action='x'>"
              "<p>Imię i nazwisko <input type='text' name='name' value='Zofia Próbna'></p>"
              "<p>O sobie <textarea name='about' rows='3' cols='40'>Pierwszy wiersz\ni drugi.</textarea></p>"
              "<p><input type='checkbox' name='vegan' value='tak' checked> wegańska "
              "<input type='checkbox' name='nuts' value='tak'> bez orzechów</p>"
              "<p><input type='radio' name='age' value='a'> do 26 <input type='radio' name='age' value='b' checked> 27-59</p>"
              "<p>Kraj <select name='country'><option value='PL'>Polska</option><option value='UA' selected>Ukraina</option></select></p>"
              "</form></body></html>")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "form.html"
        source.write_text(markup)
        for name, target, more in [("form.html", "odt:writer8", ["--infilter=HTML (StarWriter)"]), ("form.odt", "pdf", [])]:
            subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", *more, "--convert-to", target,
                            "--outdir", folder, str(Path(folder) / name)], check=True, capture_output=True, timeout=120)
        return (Path(folder) / "form.pdf").read_bytes()


def turned_from_above(blank):
    """Turn and size of the page stand in the node above it, a part of the page is cut off."""
    with pikepdf.open(io.BytesIO(blank)) as pdf:
        page = pdf.pages[0].obj
        parent = page.Parent
        parent.MediaBox, parent.Rotate = page.MediaBox, 270
        parent.CropBox = Array([20, 20, 580, 830])
        del page.MediaBox
        if "/Rotate" in page:
            del page.Rotate
        return saved(pdf)


def look(pdf, text="q Q"):
    stream = pdf.make_stream(text.encode("latin-1"))
    stream.Type, stream.Subtype, stream.BBox = Name.XObject, Name.Form, Array([0, 0, 100, 20])
    stream.Resources = Dictionary(Font=Dictionary(Helv=Dictionary(Type=Name.Font, Subtype=Name.Type1,
                                                                  BaseFont=Name.Helvetica)))
    return stream


def widget(pdf, page, rect, **more):
    return pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Widget, Rect=Array(rect), P=page.obj, F=4, **more))


def by_hand(variant=""):
    """What the other writers do not do: values and types from parents, odd states, values behind states, lost widgets."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(595, 842))
    pdf.add_blank_page(page_size=(595, 842))
    first, second = pdf.pages
    shown = "q BT /Helv 10 Tf (%s) Tj ET Q"
    fields, widgets = Array(), {0: Array(), 1: Array()}

    def text(page, name, value, drawn=None, label=None):
        node = widget(pdf, pdf.pages[page], [200, 700 - 30 * len(widgets[page]), 400, 718 - 30 * len(widgets[page])],
                      FT=Name.Tx, T=String(name), V=String(value))
        if label:
            node.TU = String(label)
        node.AP = Dictionary(N=look(pdf, shown % (value if drawn is None else drawn)))
        widgets[page].append(node)
        return node

    # applicant.person.given / .surname: type and value from above.
    person = pdf.make_indirect(Dictionary(T=String("person"), FT=Name.Tx, V=String("inherited")))
    given = widget(pdf, first, [200, 760, 400, 778], T=String("given"), Parent=person)
    surname = widget(pdf, first, [200, 730, 400, 748], T=String("surname"), Parent=person, V=String("Probna"))
    person.Kids = Array([given, surname])
    applicant = pdf.make_indirect(Dictionary(T=String("applicant"), Kids=Array([person])))
    person.Parent = applicant
    fields.append(applicant)
    widgets[0].extend([given, surname])
    fields.append(text(0, "city", "Krakow", label="Miejscowosc"))

    def box(page, x, on, state, parent=None, **more):
        node = widget(pdf, pdf.pages[page], [x, 600, x + 14, 614], **more)
        node.AP = Dictionary(N=Dictionary({"/" + on: look(pdf), "/Off": look(pdf)}))
        node.AS = Name("/" + state)
        if parent is not None:
            node.Parent = parent
        widgets[page].append(node)
        return node

    # A box whose on state is called No, ticked; another one called 1, not ticked.
    fields.append(box(0, 200, "No", "No", FT=Name.Btn, T=String("newsletter"), V=Name.No))
    fields.append(box(0, 240, "1", "Off", FT=Name.Btn, T=String("photo"), V=Name.Off))
    # Radio buttons called 0, 1, 2 with their values in /Opt.
    group = pdf.make_indirect(Dictionary(FT=Name.Btn, Ff=49152, T=String("level"), V=Name("/1"),
                                         Opt=Array([String("beginner"), String("middle"), String("advanced")])))
    group.Kids = Array([box(0, 300 + 30 * i, str(i), str(i) if i == 1 else "Off", group) for i in range(3)])
    fields.append(group)
    # The same field on two pages.
    twice = pdf.make_indirect(Dictionary(FT=Name.Tx, T=String("code"), V=String("K7WQ3")))
    twice.Kids = Array([widget(pdf, pdf.pages[i], [50, 50, 150, 70], Parent=twice) for i in range(2)])
    for index in range(2):
        widgets[index].append(twice.Kids[index])
    fields.append(twice)
    # A field that is shown nowhere, and a push button, which holds nothing.
    fields.append(pdf.make_indirect(Dictionary(FT=Name.Tx, T=String("hidden"), V=String("nowhere"))))
    fields.append(widget(pdf, second, [50, 400, 150, 430], FT=Name.Btn, Ff=65536, T=String("send")))
    # A value as a stream, two values of a list.
    long = text(1, "story", "short", drawn="Long story")
    long.V = pdf.make_stream("Long story".encode())
    fields.append(long)
    choice = widget(pdf, second, [200, 500, 400, 560], FT=Name.Ch, Ff=1 << 21, T=String("days"),
                    Opt=Array([Array([String("mo"), String("Monday")]), Array([String("tu"), String("Tuesday")]),
                               Array([String("we"), String("Wednesday")])]),
                    V=Array([String("mo"), String("we")]))
    widgets[1].append(choice)
    fields.append(choice)
    # Signed.
    fields.append(widget(pdf, second, [50, 100, 200, 150], FT=Name.Sig, T=String("signature"),
                         V=Dictionary(Type=Name.Sig, Filter=Name("/Adobe.PPKLite"))))
    widgets[1].append(fields[-1])
    # On the page, yet lost by the tree.
    text(1, "orphan", "found")

    if variant == "disagreeing":
        fields.append(text(0, "phone", "+48990123456", drawn="+48990999999"))
        fields.append(text(0, "empty", "value", drawn=""))
        fields.append(box(0, 420, "Yes", "Off", FT=Name.Btn, T=String("valueOnly"), V=Name.Yes))
        fields.append(box(0, 450, "Yes", "Yes", FT=Name.Btn, T=String("tickOnly")))
    form = Dictionary(Fields=fields, DA=String("/Helv 10 Tf"))
    if variant == "xfa":
        form.XFA = pdf.make_stream(b"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'/>")
    pdf.Root.AcroForm = form
    for index in range(2):
        pdf.pages[index].Annots = widgets[index]
    if variant == "active":
        pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
        pdf.pages[0].Annots.append(pdf.make_indirect(Dictionary(
            Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 10, 10]),
            A=Dictionary(S=Name.Launch, F=String("calc.exe")))))
        pdf.attachments["more.txt"] = b"more"
    return saved(pdf)


def saved(pdf, **how):
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True, **how)
    return out.getvalue()


def by_qpdf(source, *arguments):
    with tempfile.TemporaryDirectory() as folder:
        one, two = Path(folder) / "a.pdf", Path(folder) / "b.pdf"
        one.write_bytes(source)
        subprocess.run(["qpdf", "--static-id", *arguments, str(one), str(two)], check=True)
        return two.read_bytes()


# ---------------------------------------------------------------- what other readers say

def fields_by_pikepdf(data):
    """Every box of every field, walked from the object tree; buttons with the name of their on state."""
    found = []

    def text(value):
        if value is None:
            return ""
        if isinstance(value, pikepdf.Stream):
            return value.read_bytes().decode()
        return str(value)

    def walk(node, name, kind, flags, value, seen):
        if node.objgen in seen and node.objgen != (0, 0):
            return
        seen.add(node.objgen)
        if "/T" in node:
            name = name + "." + str(node.T) if name else str(node.T)
        kind, flags = node.get("/FT", kind), int(node.get("/Ff", flags))
        value = node.get("/V", value)
        kids = list(node.get("/Kids", []))
        if any("/T" in kid for kid in kids):
            for kid in kids:
                walk(kid, name, kind, flags, value, seen)
            return
        if kind == "/Btn" and flags & 65536:
            return
        for box in kids or [node]:
            seen.add(box.objgen)
            if kind == "/Btn":
                states = [key[1:] for key in box.get("/AP", {}).get("/N", {}).keys() if key != "/Off"]
                found.append({"name": name, "kind": "button", "states": sorted(states),
                              "value": str(value)[1:] if value is not None else None,
                              "shown": str(box.AS)[1:] if "/AS" in box else None})
            elif kind == "/Ch":
                values = [str(v) for v in value] if isinstance(value, Array) else ([str(value)] if value is not None else [])
                found.append({"name": name, "kind": "choice", "values": values})
            elif kind == "/Sig":
                found.append({"name": name, "kind": "signature", "signed": value is not None})
            elif kind == "/Tx":
                found.append({"name": name, "kind": "text", "value": text(value)})

    with pikepdf.open(io.BytesIO(data)) as pdf:
        seen = set()
        for node in pdf.Root.AcroForm.Fields:
            walk(node, "", None, 0, None, seen)
        for page in pdf.pages:
            for node in page.get("/Annots", []):
                if node.get("/Subtype") == "/Widget" and node.objgen not in seen:
                    walk(node, "", None, 0, None, seen)
    return found


def check_with_pypdf(name, data, fields):
    theirs = pypdf.PdfReader(io.BytesIO(data)).get_fields() or {}
    for field in fields:
        other = theirs.get(field["name"])
        if other is None:
            continue
        value = other.get("/V")
        if isinstance(value, pypdf.generic.StreamObject):
            value = value.get_data().decode()
        ours = field.get("value", field.get("values"))
        if field["kind"] == "button":
            value = str(value)[1:] if value is not None else None
        elif field["kind"] == "choice":
            value = [str(v) for v in value] if isinstance(value, list) else ([str(value)] if value is not None else [])
        elif field["kind"] == "signature":
            continue
        else:
            value = "" if value is None else str(value)
        # pypdf does not look for the value of a field in its parents.
        if value != ours and not (value in (None, "") and "inherited" in str(ours)):
            sys.exit(f"{name}: {field['name']}: pikepdf {ours!r}, pypdf {value!r}")


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    blank = by_reportlab()
    forms = {
        "reportlab": blank,
        "reportlab-filled-by-pypdf": filled_by_pypdf(blank),
        "pymupdf-turned": by_pymupdf(),
        "pikepdf-turned-from-above": turned_from_above(blank),
        "libreoffice": by_libreoffice(),
        "by-hand": by_hand(),
        "disagreeing": by_hand("disagreeing"),
        "xfa": by_hand("xfa"),
        "active": by_hand("active"),
        "qpdf-encrypted-for-all": by_qpdf(blank, "--encrypt", "", "owner", "256", "--"),
        "qpdf-object-streams": by_qpdf(by_hand(), "--object-streams=generate"),
    }
    for name, data in forms.items():
        (folder / f"{name}.pdf").write_bytes(data)
        fields = fields_by_pikepdf(data)
        check_with_pypdf(name, data, fields)
        (folder / f"{name}.json").write_text("[\n" + ",\n".join(json.dumps(f, ensure_ascii=False) for f in fields) + "\n]\n")
        print(f"{name}: {len(data)} bytes, {len(fields)} boxes")
    (folder / "password.pdf").write_bytes(by_qpdf(blank, "--encrypt", "secret", "owner", "256", "--"))
    (folder / "cut-off.pdf").write_bytes(blank[: len(blank) * 2 // 3])
    pages = pikepdf.new()
    for _ in range(51):
        pages.add_blank_page()
    (folder / "too-many-pages.pdf").write_bytes(saved(pages, object_stream_mode=pikepdf.ObjectStreamMode.generate))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
