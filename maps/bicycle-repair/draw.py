"""Draws the storyboard of ../bicycle-repair.yaml: flat shapes, one PNG a scene, at most 20 KB each.

    python3 draw.py        # needs Pillow
"""

from math import cos, pi, sin
from pathlib import Path

from PIL import Image, ImageDraw

WIDE, TALL, FINE = 480, 320, 4
INK, PAPER, WHITE, GROUND = "#1C2430", "#EEF1F4", "#FFFFFF", "#D9DEE3"
BLUE, TEAL, GREEN, OCHRE, PLUM, RUST = "#31507F", "#2F6B74", "#4C7A4E", "#B9853B", "#7D4B7C", "#C2410C"
SKIN, DARK, GREY, WOOD = "#D9A47C", "#8A5A3C", "#9AA3AD", "#C9A878"


class Scene:
    def __init__(self, floor=262, sky=PAPER):
        self.image = Image.new("RGB", (WIDE * FINE, TALL * FINE), sky)
        self.draw = ImageDraw.Draw(self.image)
        self.box(0, floor, WIDE, TALL, GROUND)

    def box(self, x0, y0, x1, y1, fill, round=0):
        place = [v * FINE for v in (x0, y0, x1, y1)]
        self.draw.rounded_rectangle(place, round * FINE, fill=fill)

    def disc(self, x, y, r, fill):
        self.draw.ellipse([(x - r) * FINE, (y - r) * FINE, (x + r) * FINE, (y + r) * FINE], fill=fill)

    def ring(self, x, y, r, width, fill):
        place = [(x - r) * FINE, (y - r) * FINE, (x + r) * FINE, (y + r) * FINE]
        self.draw.ellipse(place, outline=fill, width=int(width * FINE))

    def line(self, points, width, fill):
        scaled = [(x * FINE, y * FINE) for x, y in points]
        self.draw.line(scaled, fill=fill, width=int(width * FINE), joint="curve")
        for x, y in points:
            self.disc(x, y, width / 2, fill)

    def shape(self, points, fill):
        self.draw.polygon([(x * FINE, y * FINE) for x, y in points], fill=fill)

    def bicycle(self, x, y, size=1.0, frame=RUST):
        """Its rear wheel stands at x, on the ground at y."""
        r = 38 * size
        rear, front, hub = (x, y - r), (x + 112 * size, y - r), (x + 46 * size, y - r + 4 * size)
        seat, head = (x + 32 * size, y - 92 * size), (x + 96 * size, y - 88 * size)
        for wheel in (rear, front):
            self.ring(*wheel, r, 5 * size, INK)
            for spoke in range(6):
                turn = spoke * pi / 6
                dx, dy = (r - 4 * size) * cos(turn), (r - 4 * size) * sin(turn)
                self.line([(wheel[0] - dx, wheel[1] - dy), (wheel[0] + dx, wheel[1] + dy)], 0.8, GREY)
        thick = 5.5 * size
        self.line([rear, hub, (head[0] + 2 * size, head[1] + 10 * size), (seat[0] + 4 * size, seat[1] + 12 * size), rear], thick, frame)
        self.line([hub, seat], thick, frame)
        self.line([front, head, (head[0] - 3 * size, head[1] - 14 * size)], thick, frame)
        self.line([(head[0] - 3 * size, head[1] - 14 * size), (head[0] + 16 * size, head[1] - 18 * size)], 5 * size, INK)
        self.line([(seat[0] - 14 * size, seat[1]), (seat[0] + 13 * size, seat[1])], 7 * size, INK)
        self.disc(*hub, 8 * size, INK)

    def person(self, x, y, shirt, skin=SKIN, hair=INK, arms=((24, 40), (-20, 44)), legs=((-12, 0), (13, 0)), legs_of=INK):
        """Stands at x, on the ground at y; arms and legs are where hands and feet are, from shoulder and ground."""
        hip, neck = (x, y - 72), (x, y - 134)
        for dx, dy in legs:
            self.line([hip, (x + dx, y - dy)], 17, legs_of)
        for dx, dy in arms[1:]:
            self.line([(x, neck[1] + 16), (x + dx, neck[1] + 16 + dy)], 12, shirt)
            self.disc(x + dx, neck[1] + 16 + dy, 7, skin)
        self.box(x - 22, neck[1] + 2, x + 22, hip[1] + 8, shirt, 15)
        for dx, dy in arms[:1]:
            self.line([(x + 8, neck[1] + 18), (x + dx, neck[1] + 16 + dy)], 12, shirt)
            self.disc(x + dx, neck[1] + 16 + dy, 7, skin)
        self.disc(x, neck[1] - 20, 20, hair)
        self.disc(x + 3, neck[1] - 15, 17, skin)

    def mechanic(self, x, y, **more):
        self.person(x, y, TEAL, skin=DARK, hair=INK, **more)
        self.box(x - 15, y - 112, x + 15, y - 44, OCHRE, 6)

    def phone(self, x, y, size=1.0, hand=True):
        if hand:
            self.disc(x + 48 * size, y + 88 * size, 34 * size, SKIN)
            self.line([(x + 70 * size, y + 110 * size), (x + 120 * size, y + 190 * size)], 46 * size, BLUE)
        self.box(x - 52 * size, y - 96 * size, x + 52 * size, y + 96 * size, INK, 14 * size)
        self.box(x - 44 * size, y - 82 * size, x + 44 * size, y + 82 * size, WHITE, 5 * size)

    def counter(self, x0, x1, top, floor):
        self.box(x0 + 6, top, x1 - 6, floor, WOOD)
        self.box(x0, top - 10, x1, top + 4, "#8F6A3E", 4)

    def wall(self):
        """Tools on a board."""
        self.box(286, 30, 462, 116, WHITE, 6)
        for at, tall in enumerate((52, 40, 58, 36, 48)):
            x = 308 + at * 33
            self.line([(x, 46), (x, 46 + tall)], 6, GREY)
            self.ring(x, 44, 8, 4, GREY) if at % 2 else self.box(x - 10, 40, x + 10, 50, GREY, 3)

    def bubble(self, x0, y0, x1, y1, tail, fill=WHITE):
        self.box(x0, y0, x1, y1, fill, 14)
        middle = (x0 + x1) / 2
        self.shape([(middle - 12, y1 - 4), (middle + 12, y1 - 4), tail], fill)

    def save(self, name):
        small = self.image.resize((WIDE, TALL), Image.LANCZOS)
        path = Path(__file__).parent / f"{name}.png"
        small.quantize(128, dither=Image.Dither.NONE).save(path, optimize=True)
        assert path.stat().st_size < 20_000, name


def rider(scene, x, y):
    """On a bicycle whose rear wheel stands at x."""
    scene.line([(x + 40, y - 100), (x + 72, y - 74), (x + 56, y - 34)], 15, INK)
    scene.line([(x + 42, y - 104), (x + 62, y - 150)], 34, BLUE)
    scene.line([(x + 62, y - 150), (x + 84, y - 122), (x + 106, y - 108)], 12, BLUE)
    scene.disc(x + 106, y - 108, 7, SKIN)
    scene.disc(x + 74, y - 184, 20, RUST)
    scene.disc(x + 77, y - 178, 17, SKIN)
    scene.box(x + 54, y - 202, x + 94, y - 184, RUST, 10)


def breakdown():
    s = Scene()
    for x, tall in ((10, 90), (78, 130), (380, 110)):
        s.box(x, 262 - tall - 40, x + 62, 262, "#CBD3DB", 3)
    s.bicycle(170, 284)
    rider(s, 170, 284)
    for at in range(3):
        x = 100 - at * 18
        s.line([(x, 196 + at * 4), (x + 14, 208 + at * 4), (x, 218 + at * 4), (x + 14, 232 + at * 4)], 5, RUST)
    s.save("1-noise")


def search():
    s = Scene(floor=320)
    s.phone(220, 150, 1.35)
    for at, fill in enumerate((GREEN, GREY, GREY)):
        y = 62 + at * 62
        s.box(172, y, 268, y + 48, PAPER, 6)
        s.disc(190, y + 24, 10, fill)
        s.line([(210, y + 17), (256, y + 17)], 5, INK)
        s.line([(210, y + 32), (240, y + 32)], 4, GREY)
    s.save("2-search")


def book():
    s = Scene(floor=320)
    s.box(110, 42, 370, 286, WHITE, 14)
    s.box(110, 42, 370, 94, BLUE, 14)
    s.box(110, 76, 370, 94, BLUE)
    for x in (160, 320):
        s.line([(x, 28), (x, 58)], 10, INK)
    for row in range(4):
        for column in range(5):
            x, y = 134 + column * 46, 112 + row * 42
            fill = PAPER if (row, column) != (2, 3) else GREEN
            s.box(x, y, x + 34, y + 30, fill, 5)
    s.line([(280, 212), (288, 220), (301, 202)], 5, WHITE)
    s.save("3-book")


def queue():
    s = Scene()
    s.wall()
    s.mechanic(410, 250, arms=((-22, 44), (22, 48)))
    s.counter(336, 480, 190, 284)
    s.person(286, 290, PLUM, hair="#E6E2DC", arms=((30, 42), (-16, 50)))
    s.bicycle(34, 292, 1.0)
    s.person(196, 292, BLUE, arms=((-34, 30), (22, 46)))
    s.save("4-queue")


def describe():
    s = Scene()
    s.wall()
    s.mechanic(352, 262, arms=((-52, 34), (26, 48)))
    s.counter(212, 480, 204, 290)
    s.box(246, 172, 302, 196, WHITE, 3)
    s.line([(254, 180), (290, 180)], 3, GREY)
    s.line([(254, 188), (280, 188)], 3, GREY)
    s.person(140, 292, BLUE, arms=((54, 18), (-20, 46)))
    s.bubble(52, 18, 156, 92, (134, 118))
    s.ring(104, 54, 24, 5, INK)
    s.line([(84, 40), (94, 54), (84, 66)], 4, RUST)
    s.save("5-describe")


def leave():
    s = Scene()
    s.box(284, 60, 470, 262, "#CBD3DB", 4)
    s.box(284, 60, 470, 96, TEAL, 4)
    s.box(388, 128, 448, 262, INK, 3)
    s.box(300, 118, 372, 208, WHITE, 3)
    s.bicycle(300, 204, 0.5)
    s.person(136, 294, BLUE, arms=((-34, 36), (28, 40)), legs=((-32, 4), (30, 2)))
    s.box(84, 186, 112, 216, OCHRE, 3)
    s.line([(90, 196), (106, 196)], 3, INK)
    s.line([(90, 204), (102, 204)], 3, INK)
    s.save("6-leave")


def wait():
    s = Scene()
    s.box(44, 190, 300, 270, PLUM, 18)
    s.box(30, 160, 70, 286, PLUM, 14)
    s.disc(388, 96, 58, WHITE)
    s.ring(388, 96, 58, 7, INK)
    s.line([(388, 96), (388, 58)], 7, INK)
    s.line([(388, 96), (414, 112)], 6, RUST)
    s.line([(168, 216), (236, 218), (240, 286)], 18, INK)
    s.box(140, 132, 186, 222, BLUE, 16)
    s.line([(166, 156), (206, 190)], 12, BLUE)
    s.disc(163, 104, 21, INK)
    s.disc(167, 110, 17, SKIN)
    s.box(204, 168, 226, 204, INK, 4)
    s.box(207, 173, 223, 199, PAPER, 2)
    s.save("7-wait")


def approve():
    s = Scene(floor=320)
    s.phone(220, 150, 1.35)
    s.box(172, 56, 256, 104, GROUND, 10)
    s.line([(184, 72), (244, 72)], 5, INK)
    s.line([(184, 88), (222, 88)], 5, INK)
    s.ring(206, 144, 26, 6, OCHRE)
    s.line([(199, 132), (199, 156)], 5, OCHRE)
    s.line([(213, 132), (213, 156)], 5, OCHRE)
    s.box(204, 192, 268, 234, GREEN, 10)
    s.line([(222, 213), (232, 223), (250, 203)], 6, WHITE)
    s.save("8-approve")


def pick_up():
    s = Scene()
    s.wall()
    s.bicycle(250, 288)
    s.mechanic(420, 288, arms=((-44, 46), (20, 48)))
    s.person(118, 292, BLUE, arms=((58, 34), (-20, 46)))
    s.box(172, 162, 210, 218, INK, 6)
    s.box(178, 168, 204, 186, GREEN, 2)
    for row in range(2):
        for column in range(3):
            s.disc(183 + column * 8, 196 + row * 9, 2.6, GREY)
    s.save("9-pick-up")


def test_ride():
    s = Scene()
    s.disc(410, 70, 34, OCHRE)
    for x, y, r in ((60, 190, 52), (110, 206, 40), (440, 214, 44)):
        s.disc(x, y, r, GREEN)
        s.box(x - 5, y, x + 5, 266, "#6B4F35")
    s.bicycle(176, 286)
    rider(s, 176, 286)
    for at in range(3):
        s.line([(66 + at * 8, 214 + at * 22), (122, 214 + at * 22)], 5, WHITE)
    s.save("10-test-ride")


def service():
    s = Scene(floor=320)
    s.box(86, 70, 310, 230, WHITE, 8)
    s.shape([(86, 76), (198, 160), (310, 76)], PAPER)
    s.line([(92, 78), (198, 158), (304, 78)], 5, GREY)
    s.disc(356, 190, 74, TEAL)
    s.ring(356, 190, 46, 8, WHITE)
    s.line([(356, 190), (384, 164)], 8, WHITE)
    s.disc(356, 190, 9, WHITE)
    for turn in range(7):
        angle = pi + turn * pi / 6
        s.disc(356 + 60 * cos(angle), 190 + 60 * sin(angle), 4, WHITE)
    s.save("11-service")


def recommend():
    s = Scene()
    for x in range(8, 480, 58):
        s.box(x, 178, x + 40, 274, WHITE, 8)
    s.box(0, 204, 480, 218, WHITE)
    s.person(134, 294, BLUE, arms=((46, 14), (-20, 46)))
    s.person(356, 294, OCHRE, skin=DARK, arms=((-32, 40), (22, 46)))
    s.bubble(166, 16, 312, 108, (160, 116))
    s.bicycle(196, 92, 0.7)
    s.save("12-recommend")


for scene in (breakdown, search, book, queue, describe, leave, wait, approve, pick_up, test_ride, service, recommend):
    scene()
