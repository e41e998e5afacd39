"""Reads examples from the data engine as frames through pipes, and batches them."""

import queue
import random
import struct
import subprocess
import threading
from collections import deque
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Iterator

import numpy as np

from .config import CODE, FIRST_WORD, PAD

HEADER = struct.Struct("<4H")
# The only lengths of batches: a compiled model should see few shapes.
LENGTHS = (64, 96, 128, 160, 192, 224, 256, 320, 384, 448, 512, 640, 768, 896, 1024, 1280, 1536)
# Share and weight of the prompt's code tokens in the loss; the expected weight is 0.05.
CODE_SHARE, CODE_WEIGHT = 0.25, 0.2
# Share of instructions that are blurred, and share of their words that are lost or replaced: the model has to
# understand the request from the rest.
BLURRED_SHARE, BLURRED_WORD_SHARE = 0.25, 0.15
# Number of examples that are sorted into batches together.
POOL = 2048
# Number of recent examples to repeat from if the data engine is slower than the training. Repeating starts once half of
# them are there.
KEPT = 200_000


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
    """Tokens (batch, length), and the next token with its weight for each. `repeated`: number of repeated examples
    since the last batch."""

    tokens: np.ndarray
    targets: np.ndarray
    weights: np.ndarray
    repeated: int = 0


def read_frames(source: BinaryIO) -> Iterator[Example]:
    """Yields examples until the source ends. Raises ValueError if it ends within one."""
    while True:
        header = source.read(HEADER.size)
        if not header:
            return
        family, kind, prompt, answer = HEADER.unpack(header)
        size = 2 * (prompt + answer) + answer
        body = source.read(size)
        if len(body) < size:
            raise ValueError("the stream ends within an example")
        tokens = np.frombuffer(body, "<u2", prompt + answer)
        yield Example(family, kind, tokens[:prompt], tokens[prompt:], np.frombuffer(body, "u1", answer, 2 * (prompt + answer)))


def read_file(path: Path) -> list[Example]:
    with open(path, "rb") as source:
        return list(read_frames(source))


def collate(examples: list[Example], length: int, rng: np.random.Generator | None) -> Batch:
    """Makes a batch. `rng` chooses the prompt's tokens that count; if None, only the answer does."""
    tokens = np.full((len(examples), length + 1), PAD, np.int32)
    weights = np.zeros((len(examples), length), np.float32)
    for row, one in enumerate(examples):
        prompt, end = len(one.prompt), len(one)
        tokens[row, :prompt] = one.prompt
        tokens[row, prompt:end] = one.answer
        weights[row, prompt - 1 : end - 1] = one.weights / 10
        if rng is not None:
            start = int(np.argmax(one.prompt == CODE))
            chosen = rng.random(max(0, prompt - 2 - start)) < CODE_SHARE
            weights[row, start : prompt - 2] = chosen * CODE_WEIGHT
    return Batch(tokens[:, :-1], tokens[:, 1:], weights)


def blur(example: Example, rng: np.random.Generator, vocabulary: int) -> Example:
    """Drops or replaces some words of the instruction, except those that the code or the answer has."""
    prompt = example.prompt
    start = int(np.argmax(prompt == CODE))
    # A table of the vocabulary: looking up words one by one would take longer than the rest of the batch.
    needed = np.zeros(vocabulary, bool)
    needed[prompt[start:]] = True
    needed[example.answer] = True
    blurred = np.flatnonzero(~needed[prompt[1:start]] & (rng.random(start - 1) < BLURRED_WORD_SHARE)) + 1
    if len(blurred) == 0:
        return example
    prompt = prompt.copy()
    prompt[blurred] = rng.integers(FIRST_WORD, vocabulary, len(blurred))
    return replace(example, prompt=np.delete(prompt, blurred[rng.random(len(blurred)) < 0.5]))


def batch_length(length: int) -> int:
    return next(one for one in LENGTHS if one >= length)


class Batcher:
    """Groups examples into full batches of one length each: a compiled model should see few shapes."""

    def __init__(self, batch_tokens: int, longest: int):
        self._batch_tokens, self._longest = batch_tokens, longest
        self._waiting: dict[int, list[Example]] = {}

    def add(self, examples: list[Example]) -> list[tuple[int, list[Example]]]:
        """Returns the lengths and examples of the batches that are now full."""
        full = []
        for one in sorted((one for one in examples if len(one) <= self._longest), key=len):
            length = batch_length(len(one))
            waiting = self._waiting.setdefault(length, [])
            waiting.append(one)
            if (len(waiting) + 1) * length > self._batch_tokens:
                full.append((length, self._waiting.pop(length)))
        return full


def drain(batches) -> Iterator[Batch]:
    """Yields the batches of a queue. Raises an exception that is in the queue."""
    while True:
        item = batches.get()
        if isinstance(item, Exception):
            raise item
        yield item


class Stream:
    """Batches of about `batch_tokens` tokens from processes of the data engine, made in separate threads."""

    def __init__(self, command: list[str], workers: int, batch_tokens: int, longest: int, seed: int, vocabulary: int, kept: int = KEPT):
        self._kept: deque[Example] = deque(maxlen=kept)
        self._repeated = 0
        self._batcher, self._vocabulary = Batcher(batch_tokens, longest), vocabulary
        self._random, self._rng = random.Random(seed), np.random.default_rng(seed)
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
        return drain(self._batches)

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
        except Exception as error:  # raised by the next batch's consumer
            if not self._closed.is_set():
                self._batches.put(error)

    def _batch(self) -> None:
        try:
            while not self._closed.is_set():
                batches = self._batcher.add([self._take_example() for _ in range(POOL)])
                self._random.shuffle(batches)
                for length, batch in batches:
                    repeated, self._repeated = self._repeated, 0
                    self._batches.put(replace(collate(batch, length, self._rng), repeated=repeated))
        except Exception as error:  # as above: otherwise the consumer would wait forever
            self._batches.put(error)

    def _take_example(self) -> Example:
        one = self._next_example() if self._examples.qsize() > 0 or 2 * len(self._kept) < self._kept.maxlen else self._repeat_example()
        return blur(one, self._rng, self._vocabulary) if self._rng.random() < BLURRED_SHARE else one

    def _next_example(self) -> Example:
        one = self._examples.get()
        self._kept.append(one)
        return one

    def _repeat_example(self) -> Example:
        self._repeated += 1
        return self._kept[self._random.randrange(len(self._kept))]
