"""Mails as bytes: headers, parts and encodings by hand, since half of the point is what libraries would not write."""

import base64
import quopri
from datetime import datetime, timedelta, timezone
from email.header import Header
from email.utils import format_datetime

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def warsaw(text):
    """`2022-01-21 23:58` as a moment; summer time by the months that have it whole, which is enough here."""
    moment = datetime.strptime(text, "%Y-%m-%d %H:%M" if len(text) == 16 else "%Y-%m-%d %H:%M:%S")
    return moment.replace(tzinfo=timezone(timedelta(hours=2 if 4 <= moment.month <= 10 else 1)))


def header(text):
    return text if text.isascii() else Header(text, "utf-8").encode()


def wrapped(data):
    text = base64.b64encode(data).decode()
    return "\r\n".join(text[i:i + 76] for i in range(0, len(text), 76))


def file_part(name, data, kind=DOCX, disposition="attachment", naming="plain", content_id=None):
    """naming: `plain`, `2047` (encoded word in quotes, as Outlook does), `2231` (continuations), `none`."""
    head = [f"Content-Transfer-Encoding: base64"]
    if naming == "none":
        head += [f"Content-Type: {kind}", f"Content-Disposition: {disposition}"]
    elif naming == "2231":
        encoded = "".join(chr(b) if chr(b).isalnum() and b < 128 or chr(b) in "._-" else f"%{b:02X}" for b in name.encode())
        parts, rest, number = [], encoded, 0
        while rest:
            cut = 38 if "%" not in rest[36:39] else 36 + rest[36:39].index("%")
            piece, rest = rest[:cut], rest[cut:]
            parts.append(f" filename*{number}*=" + ("UTF-8''" if number == 0 else "") + piece)
            number += 1
        head += [f"Content-Type: {kind}", f"Content-Disposition: {disposition};\r\n" + ";\r\n".join(parts)]
    else:
        shown = Header(name, "utf-8").encode() if naming == "2047" else name
        head += [f'Content-Type: {kind}; name="{shown}"', f'Content-Disposition: {disposition}; filename="{shown}"']
    if content_id:
        head.append(f"Content-ID: <{content_id}>")
    return "\r\n".join(head) + "\r\n\r\n" + wrapped(data) + "\r\n"


def text_part(text, charset="utf-8", encoding="8bit", kind="plain"):
    data = text.replace("\n", "\r\n").encode(charset)
    if encoding == "base64":
        body = wrapped(data)
    elif encoding == "quoted-printable":
        body = quopri.encodestring(data.replace(b"\r\n", b"\n")).decode("ascii").replace("\n", "\r\n")
    else:
        body = data.decode("utf-8")
    return f"Content-Type: text/{kind}; charset={charset}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{body}\r\n"


def message_part(raw):
    return "Content-Type: message/rfc822\r\nContent-Disposition: attachment\r\n\r\n" + raw.decode("utf-8") + "\r\n"


def multipart(parts, kind="mixed", boundary="=_granica_1"):
    body = "".join(f"--{boundary}\r\n{part}" for part in parts)
    return f'Content-Type: multipart/{kind}; boundary="{boundary}"\r\n\r\n{body}--{boundary}--\r\n'


def mail(sender, name, subject, received, content, to="zapisy@example.org", date=None, message_id=None, extra=()):
    """`received` decides; `date` is what the sender's clock says."""
    moment = warsaw(received)
    stamp = format_datetime(moment)
    message_id = message_id or f"{abs(hash_of(sender + subject + received)):x}@poczta.example.org"
    head = [
        f"Received: from poczta.example.org (poczta.example.org [192.0.2.10])\r\n\tby mx.example.org with ESMTPS;"
        f"\r\n\t{stamp}",
        f"Received: from [192.0.2.77] by poczta.example.org; {format_datetime(moment - timedelta(seconds=3))}",
        f"From: {header(name)} <{sender}>" if name else f"From: {sender}",
        f"To: {to}", f"Subject: {header(subject)}",
        f"Date: {format_datetime(warsaw(date)) if date else stamp}", f"Message-ID: <{message_id}>", *extra,
        "MIME-Version: 1.0",
    ]
    return ("\r\n".join(head) + "\r\n" + content).encode("utf-8")


def hash_of(text):
    value = 0xCBF29CE484222325
    for byte in text.encode():
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value


def mbox(messages):
    """`messages`: (received, raw) in order; mboxrd quoting."""
    out = []
    for received, raw in messages:
        moment = warsaw(received).astimezone(timezone.utc)
        out.append(f"From nadawca@example.org {moment.strftime('%a %b %d %H:%M:%S %Y')}\n".encode())
        for line in raw.replace(b"\r\n", b"\n").split(b"\n"):
            out.append((b">" if line.lstrip(b">").startswith(b"From ") else b"") + line + b"\n")
        out.append(b"\n")
    return b"".join(out)
