"""Examples from the data engine: frames through pipes, and batches of them."""

import queue
import random
import struct
import subprocess
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Iterator

import numpy as np

from .config import CODE, PAD

HEADER = struct.Struct("<4H")
# Batches have these lengths and no others, so that a compiled model sees few shapes.
LENGTHS = (64, 96, 128, 192, 256, 384, 512, 768, 1024, 1536)
# The prompt's code is learned from lightly: one token in four, so that the expected weight is 0.05.
CODE_SHARE, CODE_WEIGHT = 0.25, 0.2


@dataclass(frozen=True)
class Example:
    family: int
    kind: int
    prompt: np.ndarray
    answer: np.ndarray
    weights: np.ndarray

    def __len__(self) -> int:
        return len(self.prompt) + len(self.answer)


@dataclass(frozen=True)
class Batch:
    """Tokens (batch, length); for each, what follows it and how much that counts."""

    tokens: np.ndarray
    targets: np.ndarray
    weights: np.ndarray


def read_frames(source: BinaryIO) -> Iterator[Example]:
    """Examples until the source ends. Raises ValueError where it ends within one."""
    while True:
        header = source.read(HEADER.size)
        if not header:
            return
        family, kind, prompt, answer = HEADER.unpack(header)
        size = 2 * (prompt + answer) + answer
        body = source.read(size)
        if len(body) < size:
            raise ValueError("the stream of examples ends within one")
        tokens = np.frombuffer(body, "<u2", prompt + answer)
        yield Example(family, kind, tokens[:prompt], tokens[prompt:], np.frombuffer(body, "u1", answer, 2 * (prompt + answer)))


def read_file(path: Path) -> list[Example]:
    with open(path, "rb") as source:
        return list(read_frames(source))


def collate(examples: list[Example], length: int, chance: np.random.Generator | None) -> Batch:
    """`chance` draws the prompt's tokens that are learned from; without it only the answer counts."""
    tokens = np.full((len(examples), length + 1), PAD, np.int64)
    weights = np.zeros((len(examples), length), np.float32)
    for row, one in enumerate(examples):
        prompt, end = len(one.prompt), len(one)
        tokens[row, :prompt] = one.prompt
        tokens[row, prompt:end] = one.answer
        weights[row, prompt - 1 : end - 1] = one.weights / 10
        if chance is not None:
            start = int(np.argmax(one.prompt == CODE))
            chosen = chance.random(max(0, prompt - 2 - start)) < CODE_SHARE
            weights[row, start : prompt - 2] = chosen * CODE_WEIGHT
    return Batch(tokens[:, :-1], tokens[:, 1:], weights)


def fitting(length: int) -> int:
    return next(one for one in LENGTHS if one >= length)


class Stream:
    """Batches of about `batch_tokens` tokens from processes of the data engine, made in threads of their own."""

    def __init__(self, command: list[str], workers: int, batch_tokens: int, longest: int, seed: int):
        self._batch_tokens, self._longest = batch_tokens, longest
        self._random, self._chance = random.Random(seed), np.random.default_rng(seed)
        self._examples: queue.Queue = queue.Queue(maxsize=8192)
        self._batches: queue.Queue = queue.Queue(maxsize=16)
        self._processes = [
            subprocess.Popen([*command, "--seed", str(seed), "--worker", str(k), "--workers", str(workers)], stdout=subprocess.PIPE, bufsize=1 << 20)
            for k in range(workers)
        ]
        self._closed = threading.Event()
        for process in self._processes:
            threading.Thread(target=self._read, args=(process,), daemon=True).start()
        threading.Thread(target=self._batch, daemon=True).start()

    def __iter__(self) -> Iterator[Batch]:
        while True:
            item = self._batches.get()
            if isinstance(item, Exception):
                raise item
            yield item

    def close(self) -> None:
        self._closed.set()
        for process in self._processes:
            process.kill()
            process.wait()

    def _read(self, process: subprocess.Popen) -> None:
        try:
            for one in read_frames(process.stdout):
                self._examples.put(one)
            raise RuntimeError(f"the data engine ended with exit code {process.wait()}")
        except Exception as error:  # handed to whoever takes the next batch
            if not self._closed.is_set():
                self._batches.put(error)

    def _batch(self) -> None:
        while not self._closed.is_set():
            pool = [self._examples.get() for _ in range(2048)]
            pool = sorted((one for one in pool if len(one) <= self._longest), key=len)
            batches, current = [], []
            for one in pool:
                length = fitting(len(one))
                if current and (fitting(len(current[0])) != length or (len(current) + 1) * length > self._batch_tokens):
                    batches.append(current)
                    current = []
                current.append(one)
            batches.append(current)
            self._random.shuffle(batches)
            for batch in batches:
                if batch:
                    self._batches.put(collate(batch, fitting(len(batch[0])), self._chance))
