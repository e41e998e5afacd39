"""Writes GGUF, version 3: what llama.cpp loads."""

import struct
from pathlib import Path

import numpy as np

ALIGNMENT = 32
U32, F32, BOOL, STRING, ARRAY, I32 = 4, 6, 7, 8, 9, 5
TYPE_F32, TYPE_F16, TYPE_Q8_0 = 0, 1, 8
Q8_BLOCK = 32


def _string(text: str) -> bytes:
    data = text.encode()
    return struct.pack("<Q", len(data)) + data


def _value(kind: int, value) -> bytes:
    if kind == STRING:
        return _string(value)
    return struct.pack({U32: "<I", I32: "<i", F32: "<f", BOOL: "<?"}[kind], value)


class Writer:
    """Metadata in the order in which it is added; tensors are laid out as they come."""

    def __init__(self) -> None:
        self._metadata: list[bytes] = []
        self._tensors: list[tuple[str, tuple[int, ...], int, bytes]] = []

    def add(self, key: str, kind: int, value) -> None:
        self._metadata.append(_string(key) + struct.pack("<I", kind) + _value(kind, value))

    def add_array(self, key: str, kind: int, values) -> None:
        body = b"".join(_value(kind, one) for one in values)
        self._metadata.append(_string(key) + struct.pack("<IIQ", ARRAY, kind, len(values)) + body)

    def add_tensor(self, name: str, values: np.ndarray, kind: int) -> None:
        """`values` is float32, rows first, as torch has it."""
        data = {TYPE_F32: lambda x: x.astype("<f4").tobytes(), TYPE_F16: lambda x: x.astype("<f2").tobytes(), TYPE_Q8_0: quantize}[kind](values)
        self._tensors.append((name, tuple(reversed(values.shape)), kind, data))

    def write(self, path: Path) -> None:
        head = [b"GGUF", struct.pack("<IQQ", 3, len(self._tensors), len(self._metadata)), *self._metadata]
        offset = 0
        for name, shape, kind, data in self._tensors:
            head.append(_string(name) + struct.pack(f"<I{len(shape)}QIQ", len(shape), *shape, kind, offset))
            offset += len(data) + -len(data) % ALIGNMENT
        header = b"".join(head)
        with open(path, "wb") as out:
            out.write(header + b"\0" * (-len(header) % ALIGNMENT))
            for *_, data in self._tensors:
                out.write(data + b"\0" * (-len(data) % ALIGNMENT))


def quantize(values: np.ndarray) -> bytes:
    """Q8_0: blocks of 32 values as a float16 scale and 32 signed bytes."""
    blocks = values.astype(np.float32).reshape(-1, Q8_BLOCK)
    scale = np.abs(blocks).max(1, keepdims=True) / 127
    inverse = np.divide(1, scale, out=np.zeros_like(scale), where=scale > 0)
    packed = np.empty(len(blocks), np.dtype([("scale", "<f2"), ("values", "i1", Q8_BLOCK)]))
    packed["scale"] = scale[:, 0]
    packed["values"] = np.rint(blocks * inverse)
    return packed.tobytes()
