"""Writes answers, crosses and signatures onto a rendered blank page. Boxes are in points; pictures are grey."""

import math

from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont

# Style: fonts (file, size in points, how unsteadily it is written).
FONTS = {
    "typed": [("/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf", 11, 0),
              ("/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf", 11.5, 0),
              ("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", 10, 0)],
    "neat": [("/usr/share/fonts/opentype/comic-neue/ComicNeue-Regular.otf", 13, 1)],
    "hand": [("/usr/share/fonts/truetype/breip/Breip.ttf", 15, 1),
             ("/usr/share/fonts/truetype/fifthhorseman/dkg.ttf", 14, 1),
             ("/usr/share/fonts/truetype/kristi/Kristi.ttf", 19, 1)],
}
# Letters that a font lacks are put together from their base and a mark.
COMPOSED = {"ą": ("a", "ogonek"), "ć": ("c", "acute"), "ę": ("e", "ogonek"), "ł": ("l", "stroke"), "ń": ("n", "acute"),
            "ó": ("o", "acute"), "ś": ("s", "acute"), "ź": ("z", "acute"), "ż": ("z", "dot")}
COMPOSED.update({key.upper(): (base.upper(), mark) for key, (base, mark) in list(COMPOSED.items())})
MARKS = ["cross", "thin cross", "tick", "small tick", "filled", "wide cross"]


class Pen:
    """One person's writing: a font, an ink, a hand that is more or less steady."""

    _characters = {}

    def __init__(self, style, rng, scale):
        self.path, points, self.jitter = FONTS[style][rng.randrange(len(FONTS[style]))]
        self.size, self.scale, self.rng, self.style = points * scale, scale, rng, style
        self.ink = 0 if style == "typed" else rng.randrange(15, 80)
        if self.path not in self._characters:
            self._characters[self.path] = set(TTFont(self.path).getBestCmap())
        self.known = self._characters[self.path]

    def can_write(self, text):
        return all(ord(sign) in self.known or sign == " "
                   or sign in COMPOSED and ord(COMPOSED[sign][0]) in self.known for sign in text)

    def font(self, size):
        return ImageFont.truetype(self.path, max(6, round(size)))

    def width(self, draw, text, font):
        return sum(draw.textlength(self.pieces(sign)[0], font=font) for sign in text)

    def pieces(self, sign):
        if ord(sign) not in self.known and sign in COMPOSED:
            return COMPOSED[sign]
        return sign, None

    def write(self, draw, x, baseline, text, font):
        for sign in text:
            base, mark = self.pieces(sign)
            y = baseline + self.rng.gauss(0, self.jitter * font.size * 0.02)
            draw.text((x, y), base, font=font, fill=self.ink, anchor="ls")
            if mark:
                self.add_mark(draw, x, y, base, mark, font)
            x += draw.textlength(base, font=font) * (1 + self.rng.gauss(0, self.jitter * 0.03))

    def add_mark(self, draw, x, y, base, mark, font):
        left, top, right, bottom = draw.textbbox((x, y), base, font=font, anchor="ls")
        size, middle, width = font.size, (left + right) / 2, max(2, int(font.size * 0.05))
        if mark == "acute":
            draw.line([middle - 0.02 * size, top - 0.04 * size, middle + 0.13 * size, top - 0.19 * size], self.ink, width)
        elif mark == "dot":
            draw.ellipse([middle - 0.045 * size, top - 0.16 * size, middle + 0.045 * size, top - 0.07 * size], self.ink)
        elif mark == "ogonek":
            draw.arc([right - 0.16 * size, bottom - 0.04 * size, right + 0.06 * size, bottom + 0.17 * size], 90, 270, self.ink, width)
        else:
            height = (top + bottom) / 2
            draw.line([middle - 0.15 * size, height + 0.08 * size, middle + 0.15 * size, height - 0.08 * size], self.ink, width)


def write_line(draw, pen, box, text):
    """One line in a box; smaller where it would not fit."""
    x, y, width, height = (value * pen.scale for value in box)
    size = pen.size
    font = pen.font(size)
    while pen.width(draw, text, font) > width - 5 * pen.scale and size > 5.5 * pen.scale:
        size -= 0.5 * pen.scale
        font = pen.font(size)
    pen.write(draw, x + 3 * pen.scale, y + height - 0.32 * min(height, 23 * pen.scale), text, font)


def write_lines(draw, pen, box, lines, text):
    x, y, width, height = box
    font, words, rows = pen.font(pen.size), text.split(), [""]
    for word in words:
        longer = f"{rows[-1]} {word}".strip()
        if pen.width(draw, longer, font) > (width - 10) * pen.scale and rows[-1]:
            rows.append(word)
        else:
            rows[-1] = longer
    pitch = height / lines
    for index, row in enumerate(rows[:lines]):
        write_line(draw, pen, (x, y + index * pitch, width, pitch), row)
    return " ".join(rows[:lines])


def write_cells(draw, pen, cells, pattern, text):
    """One sign a cell; signs that the pattern prints are left out."""
    printed = set(pattern) - {"#"}
    signs = [sign for sign in text if sign not in printed]
    for (x, y, width, height), sign in zip(cells, signs):
        size = min(pen.size * 1.05, width * pen.scale * 1.3)
        font = pen.font(size)
        left = (x + width / 2) * pen.scale - pen.width(draw, sign, font) / 2
        pen.write(draw, left, (y + height * 0.72) * pen.scale, sign, font)


def mark(draw, pen, box, kind):
    x, y, side = box[0] * pen.scale, box[1] * pen.scale, box[2] * pen.scale
    rng = pen.rng
    shake = lambda amount=0.1: rng.uniform(-amount, amount) * side
    width = max(2, round({"thin cross": 0.5, "small tick": 0.9}.get(kind, rng.uniform(1.0, 2.0)) * pen.scale))
    ink = rng.randrange(70, 130) if kind == "thin cross" else pen.ink
    line = lambda *points: draw.line(points, fill=ink, width=width, joint="curve")
    if kind in ("cross", "thin cross"):
        line(x + 0.1 * side + shake(), y + 0.1 * side + shake(), x + 0.9 * side + shake(), y + 0.9 * side + shake())
        line(x + 0.9 * side + shake(), y + 0.1 * side + shake(), x + 0.1 * side + shake(), y + 0.9 * side + shake())
    elif kind == "wide cross":
        line(x - 0.3 * side + shake(0.15), y - 0.3 * side + shake(0.15), x + 1.3 * side, y + 1.25 * side)
        line(x + 1.3 * side + shake(0.15), y - 0.3 * side + shake(0.15), x - 0.3 * side, y + 1.3 * side)
    elif kind == "tick":
        line(x + 0.1 * side + shake(), y + 0.5 * side, x + 0.4 * side, y + 0.9 * side, x + 1.15 * side, y - 0.25 * side)
    elif kind == "small tick":
        line(x + 0.3 * side, y + 0.55 * side, x + 0.45 * side, y + 0.78 * side, x + 0.72 * side, y + 0.28 * side)
    else:
        for step in range(10):
            line(x + 0.08 * side, y + (0.08 + 0.09 * step) * side + shake(0.03), x + 0.92 * side, y + (0.08 + 0.09 * step) * side)


def sign(draw, pen, box):
    """Loops that no one could read."""
    x, y, width, height = (value * pen.scale for value in box)
    start, length = x + width * pen.rng.uniform(0.08, 0.3), width * pen.rng.uniform(0.35, 0.6)
    phase, points = pen.rng.uniform(0, 6), []
    for step in range(90):
        part = step / 89
        points.append((start + length * part + height * 0.14 * math.sin(part * 22 + phase),
                       y + height * (0.55 + 0.3 * math.sin(part * 17 + phase) * (1 - 0.6 * part))))
    draw.line(points, fill=pen.rng.randrange(10, 70), width=max(2, round(1.1 * pen.scale)), joint="curve")


def scaled(image, dpi, from_dpi):
    size = (round(image.width * dpi / from_dpi), round(image.height * dpi / from_dpi))
    return image if dpi == from_dpi else image.resize(size, Image.LANCZOS)
