"""Writes and reads Python values on a pipe between two of our processes, as length and pickle."""

import pickle
from typing import IO, Any

LENGTH = 8  # bytes


def write_frame(pipe: IO[bytes], value: Any) -> None:
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    pipe.write(len(data).to_bytes(LENGTH, "big"))
    pipe.write(data)
    pipe.flush()


def read_frame(pipe: IO[bytes]) -> Any:
    """Return the next value. Raises EOFError where the other side is gone."""
    length = pipe.read(LENGTH)
    if len(length) < LENGTH:
        raise EOFError
    data = pipe.read(int.from_bytes(length, "big"))
    return pickle.loads(data)  # cut short, it raises EOFError or UnpicklingError
