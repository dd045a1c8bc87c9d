"""Finds the AV1 data of all pictures in an AVIF file: of items, and of samples of a sequence."""

from collections.abc import Iterator
from typing import NamedTuple

from reports.content.uploads.av1 import BrokenStream, iterate_units

MAX_PLACES = 2_000  # of items, extents and chunks together
MAX_UNITS = 100_000  # of AV1 in a file; a still picture has three
INSIDE = {b"moov", b"trak", b"mdia", b"minf", b"stbl"}  # boxes that hold nothing but boxes


class Box(NamedTuple):
    """A box of the file: its type, and where its content begins and ends."""

    kind: bytes
    start: int
    end: int


def list_sizes(data: bytes) -> list[tuple[int, int]]:
    """Return the sizes that are decoded, of all pictures in a file. Raises BrokenStream."""
    sizes = []
    streams = (unit for stream, at in iterate_streams(data) for unit in iterate_units(stream, at))
    for count, size in enumerate(streams):
        if count == MAX_UNITS:
            raise BrokenStream("more units than a picture has")
        if size:
            sizes.append(size)
    return sizes


def iterate_streams(data: bytes) -> Iterator[tuple[bytes, int]]:
    """Yield data that has a picture, and the place at which its stream begins."""
    for box in iterate_boxes(data, 0, len(data)):
        if box.kind == b"meta":
            for item in iterate_items(data, box):
                yield item, 0
        elif box.kind in (b"stco", b"co64"):
            width = 4 if box.kind == b"stco" else 8
            for place in read_numbers(data[box.start + 4 : box.end], width):
                yield data, place


def iterate_boxes(data: bytes, start: int, end: int) -> Iterator[Box]:
    """Yield the boxes between two places, and those in boxes of tracks."""
    while start + 8 <= end:
        size, kind, head = int.from_bytes(data[start : start + 4], "big"), data[start + 4 :][:4], 8
        if size == 1:
            size, head = int.from_bytes(data[start + 8 : start + 16], "big"), 16
        stop = end if size == 0 else start + size
        if (size and size < head) or stop > end:
            raise BrokenStream("a box ends elsewhere than it says")
        yield Box(kind, start + head, stop)
        if kind in INSIDE:
            yield from iterate_boxes(data, start + head, stop)
        start = stop


def read_numbers(table: bytes, width: int) -> list[int]:
    """Return the numbers of a table that says first how many it has."""
    count = min(int.from_bytes(table[:4], "big"), (len(table) - 4) // width)
    if count > MAX_PLACES:
        raise BrokenStream("more places than a picture has")
    cells = (table[4 + width * index :][:width] for index in range(count))
    return [int.from_bytes(cell, "big") for cell in cells]


def iterate_items(data: bytes, meta: Box) -> Iterator[bytes]:
    """Yield the content of each coded picture of a `meta` box, its extents joined."""
    boxes = {box.kind: box for box in iterate_boxes(data, meta.start + 4, meta.end)}
    if b"iloc" not in boxes or b"iinf" not in boxes:
        return
    coded = list_coded(data, boxes[b"iinf"])
    held = boxes.get(b"idat", Box(b"idat", 0, 0))
    table = Locations(data[boxes[b"iloc"].start : boxes[b"iloc"].end])
    for item, is_inside, extents in table.iterate():
        if item in coded:
            base = held.start if is_inside else 0
            yield b"".join(
                data[base + place : base + place + length if length else None]
                for place, length in extents
            )


def list_coded(data: bytes, box: Box) -> set[int]:
    """Return the ids of items that are AV1."""
    wide = data[box.start] != 0
    ids = set()
    for entry in iterate_boxes(data, box.start + (8 if wide else 6), box.end):
        version, at = data[entry.start], entry.start + 4
        width = 4 if version == 3 else 2
        if data[at + width + 2 :][:4] == b"av01":
            ids.add(int.from_bytes(data[at : at + width], "big"))
    return ids


class Locations:
    """The table of an `iloc` box, which locates the data of items (ISO 14496-12, 8.11.3)."""

    def __init__(self, table: bytes) -> None:
        self.table, self.at = table, 0
        self.version = self.take(1)
        self.take(3)
        sizes, more = self.take(1), self.take(1)
        self.offset, self.length = sizes >> 4, sizes & 15
        self.base, self.index = more >> 4, more & 15 if self.version else 0

    def take(self, width: int) -> int:
        value = self.table[self.at : self.at + width]
        if len(value) < width:
            raise BrokenStream("the table of places ends too early")
        self.at += width
        return int.from_bytes(value, "big")

    def iterate(self) -> Iterator[tuple[int, bool, list[tuple[int, int]]]]:
        """Yield each item's id, whether it is inside of `idat`, and its places and lengths."""
        wide = 2 if self.version < 2 else 4
        places = 0
        for _ in range(self.take(wide)):
            item = self.take(wide)
            is_inside = bool(self.version and self.take(2) & 15)
            self.take(2)
            base = self.take(self.base)
            extents = []
            for _ in range(self.take(2)):
                self.take(self.index)
                extents.append((base + self.take(self.offset), self.take(self.length)))
            places += 1 + len(extents)
            if places > MAX_PLACES:
                raise BrokenStream("more places than a picture has")
            yield item, is_inside, extents
