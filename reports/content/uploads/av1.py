"""Reads the size of the pictures in AV1 data from its sequence headers.

The size that the container announces may be wrong: decoders allocate memory for the size in the
data.
"""

from collections.abc import Iterator

SEQUENCE_HEADER = 1
FORBIDDEN, EXTENSION, HAS_SIZE = 0x80, 0x04, 0x02
MAX_HEADER_BYTES = 256


class BrokenStream(ValueError):
    """Raised for data that is not valid AV1."""


class Bits:
    """Reads bits of some bytes one after another, the highest first."""

    def __init__(self, data: bytes) -> None:
        self.value, self.left = int.from_bytes(data, "big"), 8 * len(data)

    def take(self, count: int) -> int:
        self.left -= count
        if self.left < 0:
            raise BrokenStream("the sequence header ends too early")
        return (self.value >> self.left) & ((1 << count) - 1)

    def skip_uvlc(self) -> None:
        zeros = 0
        while not self.take(1):
            zeros += 1
        self.take(zeros if zeros < 32 else 0)


def iterate_units(data: bytes, at: int) -> Iterator[tuple[int, int] | None]:
    """Yield for each unit of a stream its width and height if it is a sequence header, else None.

    What is none ends the stream.
    """
    while at < len(data) and not data[at] & FORBIDDEN:
        head = data[at]
        at += 2 if head & EXTENSION else 1
        size, at = read_leb128(data, at) if head & HAS_SIZE else (len(data) - at, at)
        is_header = (head >> 3) & 15 == SEQUENCE_HEADER
        yield read_sequence_size(data[at : at + min(size, MAX_HEADER_BYTES)]) if is_header else None
        at += size


def read_leb128(data: bytes, at: int) -> tuple[int, int]:
    """Return a number whose bytes say whether another follows, and the place after it."""
    value = 0
    for index, byte in enumerate(data[at : at + 8]):
        value |= (byte & 0x7F) << (7 * index)
        if not byte & 0x80:
            return value, at + index + 1
    raise BrokenStream("a size does not end")


def read_sequence_size(data: bytes) -> tuple[int, int]:
    """Return the largest width and height of a sequence header (AV1, 5.5.1)."""
    bits = Bits(data)
    bits.take(4)  # the profile, and whether it is a still picture
    if bits.take(1):  # the header of a still picture
        bits.take(5)
    else:
        skip_operating_points(bits)
    width_bits, height_bits = bits.take(4) + 1, bits.take(4) + 1
    return bits.take(width_bits) + 1, bits.take(height_bits) + 1


def skip_operating_points(bits: Bits) -> None:
    delay_bits = 0
    if bits.take(1):  # timing
        bits.take(64)
        if bits.take(1):
            bits.skip_uvlc()
        if bits.take(1):  # a model of the decoder
            delay_bits = bits.take(5) + 1
            bits.take(42)
    has_display_delay = bits.take(1)
    for _ in range(bits.take(5) + 1):
        bits.take(12)
        if bits.take(5) > 7:
            bits.take(1)
        if delay_bits and bits.take(1):
            bits.take(2 * delay_bits + 1)
        if has_display_delay and bits.take(1):
            bits.take(4)
