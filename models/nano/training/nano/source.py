"""Reads GGUF, version 3."""

import struct

from .gguf import ALIGNMENT, ARRAY, STRING

# Size of a value in bytes, by type; strings and arrays contain their own.
WIDTHS = {0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8}
HEADER = "4sIQQ"


class Source:
    """Reads a GGUF from its start: `entries` metadata entries, then the tensors."""

    def __init__(self, data: bytes):
        self.data, self.at = data, 0
        magic, version, self._tensors, self.entries = self.read_value(HEADER)
        if magic != b"GGUF" or version != 3:
            raise SystemExit("this is not a GGUF file of version 3")

    def read_value(self, layout: str):
        value = struct.unpack_from(f"<{layout}", self.data, self.at)
        self.at += struct.calcsize(f"<{layout}")
        return value if len(value) > 1 else value[0]

    def text(self) -> str:
        size = self.read_value("Q")
        self.at += size
        return self.data[self.at - size : self.at].decode()

    def skip(self, kind: int) -> None:
        if kind == STRING:
            self.text()
        elif kind == ARRAY:
            of, count = self.read_value("IQ")
            for _ in range(count):
                self.skip(of)
        else:
            self.at += WIDTHS[kind]

    def tensors(self) -> list[tuple[str, list[int], int, int]]:
        """Returns each tensor's name, shape (rows last), type and offset in the file. Read the metadata first."""
        infos = []
        for _ in range(self._tensors):
            name, rank = self.text(), self.read_value("I")
            infos.append((name, [self.read_value("Q") for _ in range(rank)], *self.read_value("IQ")))
        base = self.at + -self.at % ALIGNMENT
        return [(name, shape, kind, base + offset) for name, shape, kind, offset in infos]
