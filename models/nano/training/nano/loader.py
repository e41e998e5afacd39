"""Makes batches in separate processes: in this one, they would compete with the code that keeps the GPU busy."""

import multiprocessing
import os
import signal
from typing import Iterator

from .data import Batch, Stream, drain

# Number of batches made in advance.
QUEUE_SIZE = 24
# Seconds that a process has to exit before it is killed.
EXIT_SECONDS = 5
# Distance between the seeds of two processes: more than a training's number of runs.
SEED_DISTANCE = 10_000


class Loader:
    """Runs a `Stream` in each of `processes` processes, which share the workers. Takes the arguments of `Stream`."""

    def __init__(self, processes: int, command: list[str], workers: int, batch_tokens: int, longest: int, seed: int, vocabulary: int):
        context = multiprocessing.get_context("spawn")
        self._batches = context.Queue(QUEUE_SIZE)
        each = max(1, workers // processes)
        self._processes = [
            context.Process(target=_serve, args=(self._batches, command, each, batch_tokens, longest, seed + k * SEED_DISTANCE, vocabulary), daemon=True)
            for k in range(processes)
        ]
        for process in self._processes:
            process.start()

    def __iter__(self) -> Iterator[Batch]:
        return drain(self._batches)

    def close(self) -> None:
        for process in self._processes:
            process.terminate()
        for process in self._processes:
            process.join(EXIT_SECONDS)
            # The engine's processes exit by themselves when their output is closed.
            process.kill()
            process.join()


def _serve(batches: multiprocessing.Queue, *stream_arguments: object) -> None:
    stream = Stream(*stream_arguments)

    def exit_at_once(*_: object) -> None:
        # Exits at once: an orderly exit would wait for threads and for a pipe without a reader.
        stream.close()
        os._exit(0)

    # The trainer handles Ctrl-C and then closes this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, exit_at_once)
    try:
        for batch in stream:
            batches.put(batch)
    except Exception as error:  # raised by the next batch's consumer
        batches.put(error)
    finally:
        stream.close()
