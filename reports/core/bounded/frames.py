"""Writes and reads Python values on a pipe between two of our processes, as length and pickle."""

import pickle
from typing import IO, Any

LENGTH_BYTES = 8


def write_frame(pipe: IO[bytes], value: Any) -> None:
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    pipe.write(len(data).to_bytes(LENGTH_BYTES, "big"))
    pipe.write(data)
    pipe.flush()


def read_frame(pipe: IO[bytes]) -> Any:
    """Return the next value. Raises EOFError where the other side is gone."""
    length = pipe.read(LENGTH_BYTES)
    if len(length) < LENGTH_BYTES:
        raise EOFError
    data = pipe.read(int.from_bytes(length, "big"))
    return pickle.loads(data)  # cut short, it raises EOFError or UnpicklingError
