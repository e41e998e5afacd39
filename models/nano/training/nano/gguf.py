"""Writes GGUF, version 3, for llama.cpp."""

import struct
from pathlib import Path

import numpy as np

ALIGNMENT = 32
U32, F32, BOOL, STRING, ARRAY, I32 = 4, 6, 7, 8, 9, 5
TYPE_F32, TYPE_F16, TYPE_Q4_0, TYPE_Q8_0 = 0, 1, 2, 8
BLOCK = 32
FILE_TYPES = {"f16": 1, "q8_0": 7, "q4_0": 2}
EMBEDDING = "token_embd.weight"
Q8_0 = np.dtype([("scale", "<f2"), ("values", "i1", BLOCK)])
Q4_0 = np.dtype([("scale", "<f2"), ("values", "u1", BLOCK // 2)])
# Candidate steps for a block's largest value in q4_0, -8 to 7: above 8 it is clipped, and the others get finer steps.
Q4_STEPS = (8.5, 8.25, 8, 7.75, 7.5, 7.25, 7)


def _string(text: str) -> bytes:
    data = text.encode()
    return struct.pack("<Q", len(data)) + data


def _value(kind: int, value) -> bytes:
    if kind == STRING:
        return _string(value)
    return struct.pack({U32: "<I", I32: "<i", F32: "<f", BOOL: "<?"}[kind], value)


class Writer:
    """Writes metadata and tensors in the order in which they are added."""

    def __init__(self) -> None:
        self._metadata: list[bytes] = []
        self._tensors: list[tuple[str, tuple[int, ...], int, bytes]] = []

    def add(self, key: str, kind: int, value) -> None:
        self._metadata.append(_string(key) + struct.pack("<I", kind) + _value(kind, value))

    def add_array(self, key: str, kind: int, values) -> None:
        body = b"".join(_value(kind, one) for one in values)
        self._metadata.append(_string(key) + struct.pack("<IIQ", ARRAY, kind, len(values)) + body)

    def add_tensor(self, name: str, values: np.ndarray, kind: int) -> None:
        """Adds a tensor. `values` is float32, rows first, as in torch."""
        data = pack_values(values, kind)
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


def tensor_type(name: str, precision: str) -> int:
    """Returns a matrix's type. The embedding also scores the answer's tokens, so it is at least q8_0."""
    least = "q8_0" if name == EMBEDDING and precision == "q4_0" else precision
    return {"f16": TYPE_F16, "q8_0": TYPE_Q8_0, "q4_0": TYPE_Q4_0}[least]


def pack_values(values: np.ndarray, kind: int) -> bytes:
    """Returns the bytes of values in a tensor of this type."""
    return {
        TYPE_F32: lambda x: x.astype("<f4").tobytes(),
        TYPE_F16: lambda x: x.astype("<f2").tobytes(),
        TYPE_Q8_0: quantize_q8_0,
        TYPE_Q4_0: quantize_q4_0,
    }[kind](values)


def quantize_q8_0(values: np.ndarray) -> bytes:
    """Packs blocks of 32 values as a float16 scale and 32 signed bytes."""
    blocks = values.astype(np.float32).reshape(-1, BLOCK)
    scale = np.abs(blocks).max(1, keepdims=True) / 127
    stored = np.empty(len(blocks), Q8_0)
    stored["scale"] = scale[:, 0]
    stored["values"] = np.rint(_divide(blocks, scale))
    return stored.tobytes()


def quantize_q4_0(values: np.ndarray) -> bytes:
    """Packs blocks of 32 values as a float16 scale and 32 steps of it, -8 to 7, in half a byte each: the first 16 in
    the lower halves. Tries several scales per block and keeps the one with the least error."""
    blocks = values.astype(np.float32).reshape(-1, BLOCK)
    extreme = np.take_along_axis(blocks, np.abs(blocks).argmax(1)[:, None], 1)
    least = np.full(len(blocks), np.inf, np.float32)
    scales, steps = np.zeros((len(blocks), 1), np.float32), np.zeros(blocks.shape, np.float32)
    for most in Q4_STEPS:
        tried = np.clip(np.rint(_divide(blocks, -extreme / most)), -8, 7)
        # The best scale for these steps, by least squares.
        fitted = _divide((tried * blocks).sum(1, keepdims=True), (tried * tried).sum(1, keepdims=True))
        fitted = fitted.astype(np.float16).astype(np.float32)
        errors = ((tried * fitted - blocks) ** 2).sum(1)
        better = errors < least
        least[better], scales[better], steps[better] = errors[better], fitted[better], tried[better]
    halves = (steps + 8).astype(np.uint8)
    stored = np.empty(len(blocks), Q4_0)
    stored["scale"] = scales[:, 0]
    stored["values"] = halves[:, : BLOCK // 2] | (halves[:, BLOCK // 2 :] << 4)
    return stored.tobytes()


def unpack_values(data: bytes, kind: int, count: int, offset: int) -> np.ndarray:
    """Returns `count` float32 values of a tensor of this type. Raises ValueError if the type is unknown."""
    if kind in (TYPE_F32, TYPE_F16):
        return np.frombuffer(data, "<f4" if kind == TYPE_F32 else "<f2", count, offset).astype(np.float32)
    if kind not in (TYPE_Q8_0, TYPE_Q4_0):
        raise ValueError(f"unknown weight type {kind}: only f32, f16, q8_0 and q4_0 are supported")
    stored = np.frombuffer(data, Q8_0 if kind == TYPE_Q8_0 else Q4_0, count // BLOCK, offset)
    steps = stored["values"]
    if kind == TYPE_Q4_0:
        steps = np.concatenate((steps & 15, steps >> 4), 1).astype(np.int8) - 8
    return (stored["scale"][:, None].astype(np.float32) * steps).reshape(-1)


def _divide(values: np.ndarray, by: np.ndarray) -> np.ndarray:
    """Returns zero where the divisor is zero."""
    return np.divide(values, by, out=np.zeros_like(values), where=by != 0)
