"""What scanners, fax machines and telephones do to a page. Grey pictures in, grey pictures out; seeded."""

import io
import math

import numpy
from PIL import Image, ImageFilter

KINDS = ["clean", "rotated", "blurred", "noisy", "jpeg", "shadow", "faded", "fax", "upside down", "photograph"]


def degrade(image, kind, dpi, rng):
    noise = numpy.random.default_rng(rng.randrange(2 ** 32))
    if kind == "rotated":
        return rotated(image, rng.choice([-1, 1]) * rng.uniform(0.8, 3), 255)
    if kind == "blurred":
        return image.filter(ImageFilter.GaussianBlur(0.10 * dpi / 25.4))
    if kind == "noisy":
        return noisy(image, noise, 20, 0.003)
    if kind == "jpeg":
        return jpeg(image, 45)
    if kind == "shadow":
        return shadowed(image, rng, 0.5)
    if kind == "faded":
        return image.point(lambda value: 118 + value * 0.52)
    if kind == "fax":
        return fax(rotated(image, rng.uniform(-0.8, 0.8), 255), dpi, noise)
    if kind == "upside down":
        return rotated(image, rng.uniform(-0.6, 0.6), 255).rotate(180)
    if kind == "photograph":
        return photograph(image, dpi, rng, noise)
    return image


def rotated(image, degrees, fill):
    return image.rotate(degrees, resample=Image.BICUBIC, fillcolor=fill)


def noisy(image, noise, deviation, share):
    pixels = numpy.asarray(image, dtype="float32") + noise.normal(0, deviation, (image.height, image.width))
    chance = noise.random(pixels.shape)
    pixels[chance < share / 2] = 0
    pixels[chance > 1 - share / 2] = 255
    return Image.fromarray(numpy.clip(pixels, 0, 255).astype("uint8"))


def jpeg(image, quality):
    packed = io.BytesIO()
    image.save(packed, "JPEG", quality=quality)
    return Image.open(io.BytesIO(packed.getvalue())).convert("L")


def shadowed(image, rng, darkest):
    """A slope of light across the page and the soft shadow of a hand."""
    height, width = image.height, image.width
    y, x = numpy.mgrid[0:height, 0:width].astype("float32")
    angle = rng.uniform(0, 2 * math.pi)
    slope = (x / width - 0.5) * math.cos(angle) + (y / height - 0.5) * math.sin(angle)
    slope = (slope - slope.min()) / (slope.max() - slope.min())
    light = darkest + (1 - darkest) * slope
    left, top = rng.uniform(0.1, 0.9) * width, rng.uniform(0.1, 0.9) * height
    spread = 0.15 * width
    light *= 1 - 0.3 * numpy.exp(-((x - left) ** 2 + (y - top) ** 2) / (2 * spread ** 2))
    return Image.fromarray(numpy.clip(numpy.asarray(image) * light, 0, 255).astype("uint8"))


def fax(image, dpi, noise):
    """Black and white at 204 by 196 dots an inch, with specks."""
    small = image.resize((round(image.width * min(1, 204 / dpi)), round(image.height * min(1, 196 / dpi))), Image.BILINEAR)
    pixels = numpy.where(numpy.asarray(small) < 150, 0, 255).astype("uint8")
    pixels[noise.random(pixels.shape) < 0.0008] = 0
    return Image.fromarray(pixels).resize((image.width, image.height), Image.NEAREST)


def photograph(image, dpi, rng, noise):
    """On a grey table, aslant, in uneven light, a little out of focus."""
    border = round(0.05 * image.width)
    table = Image.new("L", (image.width + 2 * border, image.height + 2 * border), 105)
    table.paste(image, (border, border))
    width, height = table.size
    lean = 0.035
    shift = lambda span: rng.uniform(0, lean) * span
    corners = [(shift(width), shift(height)), (width - shift(width), shift(height)),
               (width - shift(width), height - shift(height)), (shift(width), height - shift(height))]
    straight = [(0, 0), (width, 0), (width, height), (0, height)]
    table = table.transform(table.size, Image.PERSPECTIVE, coefficients(corners, straight), Image.BICUBIC, fillcolor=105)
    table = rotated(table, rng.uniform(-3, 3), 105)
    table = shadowed(table.filter(ImageFilter.GaussianBlur(0.05 * dpi / 25.4)), rng, 0.6)
    return jpeg(noisy(table, noise, 6, 0), 60)


def coefficients(seen, straight):
    """The eight numbers of the projection that takes the seen corners to the straight ones."""
    rows = []
    for (x, y), (u, v) in zip(seen, straight):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y])
    return numpy.linalg.solve(numpy.array(rows, dtype=float), numpy.array(straight, dtype=float).reshape(8)).tolist()
