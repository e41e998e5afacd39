"""Batches from processes of their own: what makes them would take turns with what keeps a GPU busy."""

import multiprocessing
import os
import signal
from typing import Iterator

from .data import Batch, Stream, taken

# Batches made ahead.
AHEAD = 24
# Seconds that the process has to end when it is told to.
ENDING = 5
# Between the seeds of two processes: further than a training has runs.
SEEDS_APART = 10_000


class Loader:
    """A `Stream` in each of `processes` other processes, which share out its workers. Takes what `Stream` takes."""

    def __init__(self, processes: int, command: list[str], workers: int, batch_tokens: int, longest: int, seed: int, vocabulary: int):
        context = multiprocessing.get_context("spawn")
        self._batches = context.Queue(AHEAD)
        each = max(1, workers // processes)
        self._processes = [
            context.Process(target=_serve, args=(self._batches, command, each, batch_tokens, longest, seed + k * SEEDS_APART, vocabulary), daemon=True)
            for k in range(processes)
        ]
        for process in self._processes:
            process.start()

    def __iter__(self) -> Iterator[Batch]:
        return taken(self._batches)

    def close(self) -> None:
        for process in self._processes:
            process.terminate()
        for process in self._processes:
            process.join(ENDING)
            # The engine's processes end by themselves when nobody reads them.
            process.kill()
            process.join()


def _serve(batches: multiprocessing.Queue, *given: object) -> None:
    stream = Stream(*given)

    def end(*_: object) -> None:
        # At once: an orderly exit would wait for threads and for a pipe that nobody reads any more.
        stream.close()
        os._exit(0)

    # Ctrl-C is the trainer's, which then closes this.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, end)
    try:
        for batch in stream:
            batches.put(batch)
    except Exception as error:  # handed to whoever takes the next batch
        batches.put(error)
    finally:
        stream.close()
