"""Reads GGUF, version 3."""

import struct

from .gguf import ALIGNMENT, ARRAY, STRING

# Size of a value in bytes, by type; strings and arrays contain their own.
WIDTHS = {0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8}
HEAD = "4sIQQ"


class Source:
    """Reads a GGUF from its start: `entries` metadata entries, then the tensors."""

    def __init__(self, data: bytes):
        self.data, self.at = data, 0
        magic, version, self._tensors, self.entries = self.take(HEAD)
        if magic != b"GGUF" or version != 3:
            raise SystemExit("this is no GGUF of version 3")

    def take(self, form: str):
        value = struct.unpack_from(f"<{form}", self.data, self.at)
        self.at += struct.calcsize(f"<{form}")
        return value if len(value) > 1 else value[0]

    def text(self) -> str:
        size = self.take("Q")
        self.at += size
        return self.data[self.at - size : self.at].decode()

    def skip(self, kind: int) -> None:
        if kind == STRING:
            self.text()
        elif kind == ARRAY:
            of, count = self.take("IQ")
            for _ in range(count):
                self.skip(of)
        else:
            self.at += WIDTHS[kind]

    def tensors(self) -> list[tuple[str, list[int], int, int]]:
        """Returns each tensor's name, shape (rows last), type and offset in the file. Read the metadata first."""
        infos = []
        for _ in range(self._tensors):
            name, rank = self.text(), self.take("I")
            infos.append((name, [self.take("Q") for _ in range(rank)], *self.take("IQ")))
        base = self.at + -self.at % ALIGNMENT
        return [(name, shape, kind, base + offset) for name, shape, kind, offset in infos]
