#!/usr/bin/env python3
"""Draws the made-up logos of the sample events: samples/events/logos/*.png.

Needs rsvg-convert (Debian: librsvg2-bin) and the font DejaVu Sans. No mark is a real organisation's.
Usage: scripts/samples/draw-logos.py
"""

import pathlib
import subprocess

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "samples" / "events" / "logos"
HEIGHT = 180

# Marks are drawn in a square of 140 at (20, 20); names stand to the right in one or two lines.
MARKS = {
    "bridge": '<path d="M0 104 H140 M14 104 V70 M126 104 V70 M14 70 Q70 10 126 70 M42 104 V54 M70 104 V42 M98 104 V54" '
    'fill="none" stroke="{a}" stroke-width="10" stroke-linecap="round"/>',
    "table": '<circle cx="70" cy="70" r="36" fill="none" stroke="{a}" stroke-width="12"/>'
    + "".join(
        f'<circle cx="{x}" cy="{y}" r="13" fill="{{b}}"/>' for x, y in [(70, 13), (127, 70), (70, 127), (13, 70)]
    ),
    "sunrise": '<path d="M18 102 A52 52 0 0 1 122 102 Z" fill="{b}"/>'
    '<path d="M4 118 H136 M70 34 V12 M24 58 L8 42 M116 58 L132 42" stroke="{a}" stroke-width="10" '
    'stroke-linecap="round"/>',
    "houses": '<path d="M8 124 V66 L40 36 L72 66 V124 Z" fill="{a}"/><path d="M78 124 V80 L105 54 L132 80 V124 Z" '
    'fill="{b}"/><rect x="32" y="90" width="18" height="34" fill="#fff"/>',
    "dialogue": '<path d="M6 20 H86 V76 H44 L26 96 V76 H6 Z" fill="{a}"/>'
    '<path d="M54 56 H134 V112 H116 V132 L96 112 H54 Z" fill="{b}" fill-opacity="0.85"/>',
    "route": '<circle cx="22" cy="112" r="16" fill="{a}"/><circle cx="118" cy="28" r="16" fill="{b}"/>'
    '<path d="M38 112 C96 112 44 28 102 28" fill="none" stroke="{a}" stroke-width="9" stroke-dasharray="16 11"/>',
    "leaf": '<path d="M20 122 C20 46 62 16 126 14 C126 82 92 122 20 122 Z" fill="{a}"/>'
    '<path d="M20 122 L92 50" stroke="#fff" stroke-width="8" stroke-linecap="round"/>',
    "river": '<path d="M4 50 Q36 22 70 50 T136 50 M4 82 Q36 54 70 82 T136 82 M4 114 Q36 86 70 114 T136 114" '
    'fill="none" stroke="{a}" stroke-width="11" stroke-linecap="round"/>',
    "book": '<path d="M70 34 Q38 12 6 26 V112 Q38 98 70 120 Q102 98 134 112 V26 Q102 12 70 34 Z" fill="{a}"/>'
    '<path d="M70 34 V120" stroke="#fff" stroke-width="7"/>',
    "steps": '<path d="M6 126 V98 H40 V68 H74 V38 H108 V12 H134 V126 Z" fill="{a}"/>'
    '<circle cx="40" cy="34" r="16" fill="{b}"/>',
    "country": '<rect x="8" y="8" width="124" height="124" rx="18" fill="{a}"/>'
    '<path d="M36 94 L62 62 L82 82 L106 44" fill="none" stroke="#fff" stroke-width="11" stroke-linecap="round" '
    'stroke-linejoin="round"/>',
}

# File: mark, first colour, second colour, width, lines of the name.
LOGOS = {
    "stowarzyszenie-most": ("bridge", "#1F5A8C", "#1F5A8C", 600, ["Stowarzyszenie", "Most"]),
    "agencja-mobilnosci": ("route", "#22577A", "#E08E2B", 600, ["Agency", "for Mobility"]),
    "fundusz-dialogu": ("dialogue", "#6B3F7B", "#C98BB9", 560, ["Fundusz", "Dialogu"]),
    "fundusz-wolnosci": ("leaf", "#2B6B45", "#2B6B45", 660, ["Fundusz Wolnych", "Inicjatyw"]),
    "wspolny-stol": ("table", "#8A3B12", "#D98E4A", 600, ["Fundacja", "Wspólny Stół"]),
    "miasto-patron": ("river", "#24647F", "#24647F", 560, ["Miasto", "nad Rzeką"]),
    "biblioteka-partner": ("book", "#37474F", "#37474F", 560, ["Biblioteka", "Otwarta"]),
    "fundusz-nowy-start": ("steps", "#1D4E89", "#F0A202", 600, ["Fundusz", "Nowy Start"]),
    "nowy-poczatek": ("sunrise", "#8C3A3A", "#E4A853", 640, ["Fundacja", "Nowy Początek"]),
    "fundusz-krajowy": ("country", "#3A5A40", "#3A5A40", 560, ["Fundusz", "Krajowy"]),
    "dobre-sasiedztwo": ("houses", "#2F4858", "#C9803A", 680, ["Fundacja", "Dobre Sąsiedztwo"]),
}


def svg(mark, first, second, width, lines):
    drawing = MARKS[mark].format(a=first, b=second)
    texts = "".join(
        f'<text x="190" y="{82 + 52 * index}" font-size="44" font-weight="{"400" if index == 0 else "700"}">{line}</text>'
        for index, line in enumerate(lines)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{HEIGHT}" viewBox="0 0 {width} {HEIGHT}">'
        f'<rect width="{width}" height="{HEIGHT}" fill="#fff"/><g transform="translate(20 20)">{drawing}</g>'
        f'<g font-family="DejaVu Sans" fill="#1B1F24">{texts}</g></svg>'
    )


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, description in LOGOS.items():
        target = FOLDER / f"{name}.png"
        subprocess.run(["rsvg-convert", "-o", target], input=svg(*description).encode(), check=True)
        print(target.name)


if __name__ == "__main__":
    main()
